import type { z } from 'zod';
import { contract, type Contract, type OperationName, type OutputOf } from './contract.ts';
import { fail, type Result } from './problems.ts';

/** Carries out one operation on parsed input. Failures are returned; a throw is a bug. */
export type Handler<Name extends OperationName> = (
  input: z.output<Contract[Name]['input']>,
) => Result<OutputOf<Name>> | Promise<Result<OutputOf<Name>>>;

/** One handler an operation: leaving one out does not compile. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> };

/** Writes down what the wire must not carry: the stack of a bug, under the incident id that the caller was given. */
export type FaultReporter = (fault: {
  readonly incident: string;
  readonly operation: string;
  readonly error: unknown;
}) => void;

export interface DispatcherOptions {
  readonly handlers: Handlers;
  readonly reportFault: FaultReporter;
  readonly nextIncident: () => string;
  /** Default {@link REQUEST_LIMITS}. */
  readonly limits?: RequestLimits;
}

/** How much one request may carry; measured before anything is parsed. */
export interface RequestLimits {
  /** Bytes of all `Uint8Array`s plus characters of all strings and keys. */
  readonly size: number;
  /** Values in all, nested ones counted. */
  readonly values: number;
  readonly depth: number;
}

/** Files cross in pieces, so one request never needs more than a large ZIP. */
export const REQUEST_LIMITS: RequestLimits = { size: 256 * 1024 * 1024, values: 200_000, depth: 32 };

/**
 * Answers requests by name: own-property lookup in the contract, limits, parse, handler.
 * Never throws and never rejects.
 */
export function createDispatcher(
  options: DispatcherOptions,
): (name: string, input: unknown) => Promise<Result<unknown>> {
  const limits = options.limits ?? REQUEST_LIMITS;
  return async (name, input) => {
    if (!isOperation(name)) return fail('unknown-operation', { operation: String(name).slice(0, 100) });
    try {
      if (!isWithin(limits, input)) return fail('too-large', { operation: name, limit: limits.size });
      return await handle(options.handlers, name, input);
    } catch (error) {
      const incident = options.nextIncident();
      options.reportFault({ incident, operation: name, error });
      return fail('internal', { incident });
    }
  };
}

// `Object.hasOwn`, so that `constructor` or `__proto__` is no operation.
function isOperation(name: string): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

async function handle<Name extends OperationName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail('invalid-input', {
      operation: name,
      at: issue?.path.map(String).join('.') ?? '',
      rule: issue?.code ?? '',
    });
  }
  // The parsed value is of the type that this operation's schema gives; the compiler can't follow that through the lookup.
  const handler = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
  return handler(parsed.data);
}

function isWithin(limits: RequestLimits, input: unknown): boolean {
  let size = 0;
  let values = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') size += value.length;
    else if (value instanceof Uint8Array) size += value.byteLength;
    else if (Array.isArray(value) && value.length > limits.values) return false;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        size += Array.isArray(value) ? 0 : key.length;
        waiting.push({ value: member, depth: depth + 1 });
      }
    }
    if (size > limits.size || depth > limits.depth || values + waiting.length > limits.values) return false;
  }
  return true;
}
