import type { CheckAxis, CheckState, Verdict } from '../../../../shared/model/check.ts';

/** One finding that a check can come to. `{name}` in a sentence is filled from the evidence of the same name. */
export interface CheckCodeEntry {
  readonly axis: CheckAxis;
  readonly state: CheckState;
  /** One plain sentence for a recruiter: what was found. */
  readonly message: string;
  /** One plain sentence: what a person could do about it; null where nothing is open. */
  readonly settledBy: string | null;
  /** What follows for the verdict where that is not what the axis and the state say (verdict.ts); never `verified`. */
  readonly consequence?: Exclude<Verdict, 'verified'>;
}

/** The findings of one axis by their codes. */
export type CheckCodes = Readonly<Record<string, CheckCodeEntry>>;

/** Makes the entries of an axis: state, what was found, what would settle it. */
export function entriesOf(axis: CheckAxis) {
  return (state: CheckState, message: string, settledBy: string | null = null): CheckCodeEntry => ({
    axis,
    state,
    message,
    settledBy,
  });
}
