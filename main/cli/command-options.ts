import type { ExitCode } from './exit-codes.ts';

/** Carries out a command and turns how it ends into the exit code. */
export type Run = (work: (signal: AbortSignal) => Promise<ExitCode>) => Promise<void>;

/** For an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
