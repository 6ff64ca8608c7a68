import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankedCandidate, RequirementMatch } from '../../../shared/model/match.ts';
import type { RankedPerson } from './ranking-list.ts';

/** On how many requirements the evidence stands how firmly. */
export interface EvidenceSplit {
  readonly verified: number;
  readonly reserved: number;
  readonly claimed: number;
  /** Met by a person's word, without a credential that shows it. */
  readonly judged: number;
  readonly none: number;
}

/** Counts requirements by the verdict of their best evidence; what is not valid is no evidence. */
export function splitOf(requirements: readonly RequirementMatch[]): EvidenceSplit {
  const split = { verified: 0, reserved: 0, claimed: 0, judged: 0, none: 0 };
  for (const match of requirements) split[standingOf(match)] += 1;
  return split;
}

function standingOf({ evidence, tier }: RequirementMatch): keyof EvidenceSplit {
  switch (evidence?.verdict) {
    case 'verified':
      return 'verified';
    case 'verified-with-reservations':
      return 'reserved';
    case 'cannot-verify-offline':
      return 'claimed';
    default:
      return evidence === null && tier === 'person' ? 'judged' : 'none';
  }
}

/** The requirement that brings most points, or null where none brings any. */
export function strongestOf(ranked: RankedCandidate): RequirementMatch | null {
  const [first] = [...ranked.requirements].sort((one, other) => other.points - one.points);
  return first === undefined || first.points === 0 ? null : first;
}

/** Who comes after this one, and at which requirement the gap to them is widest, where both are explained. */
export function leadOver(
  everybody: readonly RankedPerson[],
  ranked: RankedCandidate,
  explainedOf: (candidate: CandidateId) => RankedCandidate | null,
): { readonly next: RankedPerson; readonly points: number; readonly widest: RequirementMatch | null } | null {
  const next = everybody[everybody.findIndex(({ candidate }) => candidate === ranked.candidate) + 1];
  if (next === undefined) return null;
  const other = explainedOf(next.candidate);
  return {
    next,
    points: ranked.score - next.score,
    widest: other === null ? null : widestGap(ranked, other),
  };
}

function widestGap(ranked: RankedCandidate, other: RankedCandidate): RequirementMatch | null {
  const gaps = ranked.requirements.map((match) => {
    const theirs = other.requirements.find(({ requirement }) => requirement === match.requirement);
    return { match, gap: match.points - (theirs?.points ?? 0) };
  });
  const [widest] = gaps.sort((one, two) => two.gap - one.gap);
  return widest !== undefined && widest.gap > 0 ? widest.match : null;
}

/** How many others share the rank. */
export function tiedWith(everybody: readonly RankedPerson[], ranked: RankedCandidate): number {
  return everybody.filter(({ rank }) => rank === ranked.rank).length - 1;
}
