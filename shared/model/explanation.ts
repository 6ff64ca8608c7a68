import type { CandidateId, RequirementId } from './ids.ts';
import type { Priority } from './job.ts';
import type { Band, MatchEvidence, MatchTier } from './match.ts';

/** Why a gap is open, of the several reasons the one that costs most. */
export const GAP_REASONS = [
  'not-shown',
  'only-alike',
  'only-related',
  'claimed',
  'not-valid',
  'not-verified-in-full',
  'level-below',
  'too-old',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** The one document that would settle a gap, and where the candidate would stand with it. */
export interface Counterfactual {
  readonly requirement: RequirementId;
  readonly requirementText: string;
  readonly because: GapReason;
  /** What the document would have to state beside the requirement: an EQF level, and an age of at most so many years. */
  readonly level: number | null;
  readonly maxAgeYears: number | null;
  readonly scoreNow: number;
  readonly scoreThen: number;
  readonly rankThen: number;
}

/** One requirement of one of two people who are compared. */
export interface ComparedSide {
  readonly points: number;
  readonly tier: MatchTier;
  readonly band: Band;
  readonly evidenced: boolean;
  readonly claimed: boolean;
  readonly evidence: MatchEvidence | null;
}

export interface ComparedRequirement {
  readonly requirement: RequirementId;
  readonly requirementText: string;
  readonly above: ComparedSide;
  readonly below: ComparedSide;
  /** Points of the one above minus those of the one below. */
  readonly difference: number;
}

/** Why one person stands above another: the differences add up to the distance between their points. */
export interface WhyAbove {
  readonly above: CandidateId;
  readonly below: CandidateId;
  /** What put them in this order; `nothing` where they share a rank. */
  readonly by: 'points' | 'must-haves' | 'nothing';
  readonly ranks: { readonly above: number; readonly below: number };
  readonly scores: { readonly above: number; readonly below: number; readonly difference: number };
  readonly mustHaves: { readonly above: number; readonly below: number; readonly total: number };
  /** The widest difference first; equal ones as the job asks them. */
  readonly requirements: readonly ComparedRequirement[];
}

/** A change of weights that was tried, and the rank that it would give. */
export interface WeightChange {
  /** One requirement, or all of one priority. */
  readonly changed:
    { readonly requirement: RequirementId; readonly requirementText: string } | { readonly priority: Priority };
  /** What the weight is multiplied with: 0.8 or 1.2. */
  readonly times: number;
  readonly rankThen: number;
}

/** How far a person's rank hangs on the weights. */
export interface Sensitivity {
  readonly candidate: CandidateId;
  readonly rank: number;
  /** By how much weights are changed, 0.2 for ±20 %, and how many places are few. */
  readonly change: number;
  readonly fewPlaces: number;
  /**
   * steady: no change of any weights within the range can move the person further than `fewPlaces` (proven, pair by
   * pair). moves: a change of one weight, or of one priority's weights, does. may-move: only several together might.
   */
  readonly verdict: 'steady' | 'may-move' | 'moves';
  /** Ranks that no change within the range can pass. */
  readonly bestRank: number;
  readonly worstRank: number;
  /** The single change that moves the person furthest; null where none moves them. */
  readonly widest: WeightChange | null;
}
