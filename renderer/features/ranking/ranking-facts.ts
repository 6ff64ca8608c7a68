import type { CandidateRow } from '../../../shared/api/contract.ts';
import type { RankedCandidate, Ranking, RequirementMatch } from '../../../shared/model/match.ts';

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

/** Who comes after this one, and at which requirement the gap to them is widest. */
export function leadOver(
  ranking: Ranking,
  ranked: RankedCandidate,
): { readonly next: RankedCandidate; readonly points: number; readonly widest: RequirementMatch | null } | null {
  const next = ranking.candidates[ranking.candidates.indexOf(ranked) + 1];
  if (next === undefined) return null;
  const gaps = ranked.requirements.map((match) => {
    const other = next.requirements.find(({ requirement }) => requirement === match.requirement);
    return { match, gap: match.points - (other?.points ?? 0) };
  });
  const [widest] = gaps.sort((one, other) => other.gap - one.gap);
  return {
    next,
    points: ranked.score - next.score,
    widest: widest !== undefined && widest.gap > 0 ? widest.match : null,
  };
}

/** Those whose must-haves are all evidenced, in the same order; the others are hidden only while a person asks so. */
export function withEveryMust(candidates: readonly RankedCandidate[]): readonly RankedCandidate[] {
  return candidates.filter(({ mustHaves }) => mustHaves.evidenced === mustHaves.total);
}

/** How many others share the rank. */
export function tiedWith(ranking: Ranking, ranked: RankedCandidate): number {
  return ranking.candidates.filter(({ rank }) => rank === ranked.rank).length - 1;
}

/** By rank; with AI off in the order of import, so that nothing but the person's own reading orders people. */
export function inScreenOrder(ranking: Ranking, people: readonly CandidateRow[]): readonly RankedCandidate[] {
  if (ranking.settings.useModel) return ranking.candidates;
  const place = new Map(
    [...people]
      .sort((one, other) => (importKey(one) < importKey(other) ? -1 : 1))
      .map(({ candidate }, index) => [candidate.id, index] as const),
  );
  return [...ranking.candidates].sort(
    (one, other) => (place.get(one.candidate) ?? 0) - (place.get(other.candidate) ?? 0),
  );
}

/** Candidates of one import share its time; their ids are made in its order. */
function importKey({ candidate }: CandidateRow): string {
  return `${candidate.importedAt} ${candidate.id}`;
}
