import type { Instant, RequirementRuleId } from './ids.ts';
import type { Priority, RequirementKind } from './job.ts';

/**
 * What a person's yes or no to a suggested line has taught the workspace. It holds for lines with exactly this
 * wording and for nothing that is merely like it, and it can be read and removed.
 */
export interface RequirementRule {
  readonly id: RequirementRuleId;
  readonly at: Instant;
  readonly by: string;
  /** Normalised, as it is compared. */
  readonly wording: string;
  /** As it stood in the ad from which it was learned. */
  readonly text: string;
  /** `refused`: such a line is no requirement; `accepted`: it is one, of this kind and priority. */
  readonly verdict: 'accepted' | 'refused';
  /** What a person made of it; null: as the ad says. */
  readonly kind: RequirementKind | null;
  readonly priority: Priority | null;
}

/** A person's word on one suggested line, told when the job is saved. */
export interface LineDecision {
  /** The line as it was suggested. */
  readonly text: string;
  readonly accepted: boolean;
  /** Set where the person made something else of it than was suggested. */
  readonly kind: RequirementKind | null;
  readonly priority: Priority | null;
}
