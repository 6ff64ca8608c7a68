import type { Counterfactual, GapReason } from '../../../../shared/model/explanation.ts';
import type { Requirement } from '../../../../shared/model/job.ts';
import type { Factor } from '../../../../shared/model/match.ts';
import type { FoundMatch } from '../match-requirement.ts';
import { roundResult } from '../round-result.ts';

/** One requirement as it stands for a candidate. */
export interface StandingRequirement {
  readonly requirement: Requirement;
  /** As it enters the score. */
  readonly weight: number;
  readonly found: FoundMatch;
}

export interface StandingCandidate {
  readonly requirements: readonly StandingRequirement[];
  readonly score: number;
  /** Must-haves that are evidenced. */
  readonly evidenced: number;
}

/**
 * The one document that would change most: a verified credential of a recognised issuer that names the requirement,
 * at the level and of the age that are asked. Of equal gains the requirement that is asked first. Refused wordings and
 * people's words are left as they are.
 *
 * @param rankOf The rank among all others of somebody with this score (0–100) and so many evidenced must-haves.
 * @returns Null where no document would add anything.
 */
export function counterfactualOf(
  { requirements, score, evidenced }: StandingCandidate,
  rankOf: (score: number, evidenced: number) => number,
): Counterfactual | null {
  const total = requirements.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const gains = requirements.map(({ weight, found }) => (weight * (1 - found.strength) * 100) / total);
  const most = Math.max(...gains);
  const gap = requirements[gains.indexOf(most)];
  if (gap === undefined || roundResult(most) <= 0) return null;
  const { requirement, found } = gap;
  const scoreThen = roundResult(score + most);
  const newlyEvidenced = requirement.priority === 'must' && !found.evidenced ? 1 : 0;
  return {
    requirement: requirement.id,
    requirementText: requirement.text,
    because: reasonOf(found),
    level: requirement.level,
    maxAgeYears: requirement.maxAgeYears,
    scoreNow: score,
    scoreThen,
    rankThen: rankOf(scoreThen, evidenced + newlyEvidenced),
  };
}

/** Why the gap is open: what is missing altogether first, then the factor that takes most. */
function reasonOf({ tier, claimed, factors, evidence }: FoundMatch): GapReason {
  if (tier === 'none' || evidence === null) return 'not-shown';
  if (evidence.verdict === 'not-valid') return 'not-valid';
  if (tier === 'similarity') return claimed ? 'claimed' : 'only-alike';
  if (tier === 'related') return claimed ? 'claimed' : 'only-related';
  const least = lowestOf(factors);
  if (least?.name === 'level') return 'level-below';
  if (least?.name === 'recency') return 'too-old';
  return claimed ? 'claimed' : 'not-verified-in-full';
}

function lowestOf(factors: readonly Factor[]): Factor | null {
  const [lowest] = factors.toSorted((one, other) => one.value - other.value);
  return lowest ?? null;
}
