import { createContext, Script } from 'node:vm';

/** What became of work that was given a time. */
export type TimedOutcome<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'too-long' };

/**
 * Does work that returns at once or within its time; beyond it, it is broken off wherever it is, inside a regular
 * expression too. So a pattern that never ends costs one answer and not the verification of the whole file.
 */
export function withinTime<Value>(milliseconds: number, work: () => Value): TimedOutcome<Value> {
  let outcome: TimedOutcome<Value> = { kind: 'too-long' };
  const run = (): void => {
    try {
      outcome = { kind: 'done', value: work() };
    } catch (error) {
      outcome = { kind: 'failed', error };
    }
  };
  try {
    // The work stays code of ours: the script does nothing but call it under the engine's watchdog.
    CALL.runInContext(createContext({ run }), { timeout: milliseconds });
  } catch {
    return { kind: 'too-long' };
  }
  return outcome;
}

const CALL = new Script('run()');
