import { createClient } from '../../shared/api/client.ts';
import type { InputOf, OperationName, OutputOf, TaskName, TaskResultOf } from '../../shared/api/contract.ts';
import type { RunTaskOptions } from '../../shared/api/client.ts';
import type { Problem, Result } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';

declare global {
  interface Window {
    /** What the preload script exposes; all that the page has of the world outside. */
    readonly tessera: Transport;
  }
}

/** The engine behind the preload's two functions. */
export const engine = createClient(window.tessera);

/** A {@link Problem} as queries throw it, because TanStack Query knows failures only as rejections. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem behind whatever a query or a mutation threw. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { code: 'internal', params: {} };
}

/** @throws {ProblemError} where the engine answers with a problem. */
export async function ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  return valueOf(await engine.request(name, input));
}

/** Runs long work to its end; aborting `signal` cancels the work. @throws {ProblemError} */
export async function work<Name extends TaskName>(
  name: Name,
  input: InputOf<Name>,
  options: RunTaskOptions = {},
): Promise<TaskResultOf<Name>> {
  return valueOf(await engine.runTask(name, input, options));
}

function valueOf<Value>(answer: Result<Value>): Value {
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer.value;
}
