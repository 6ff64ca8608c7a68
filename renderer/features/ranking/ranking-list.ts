import type { CandidateRow } from '../../../shared/api/contract.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankedCandidate, Ranking } from '../../../shared/model/match.ts';

/** Somebody in the ranking: what is known of everybody, and why, once it was asked. */
export interface RankedPerson extends Pick<RankedCandidate, 'candidate' | 'rank' | 'band' | 'score' | 'mustHaves'> {
  readonly explained: RankedCandidate | null;
}

/** All people of a ranking in its order; nobody is left out because they were not explained at once. */
export function everybodyIn({ candidates, others }: Ranking): readonly RankedPerson[] {
  const first = candidates.map((explained): RankedPerson => ({ ...standingOf(explained), explained }));
  if (others === undefined) return first;
  const total = candidates[0]?.mustHaves.total ?? 0;
  const after = others.candidates.map((candidate, index): RankedPerson => ({
    candidate,
    rank: others.ranks[index] ?? 0,
    band: others.bands[index] ?? 'none',
    score: others.scores[index] ?? 0,
    mustHaves: { evidenced: others.evidenced[index] ?? 0, total },
    explained: null,
  }));
  return [...first, ...after];
}

function standingOf({ candidate, rank, band, score, mustHaves }: RankedCandidate) {
  return { candidate, rank, band, score, mustHaves };
}

/** By rank; with AI off in the order of import, so that nothing but the person's own reading orders people. */
export function inScreenOrder(
  everybody: readonly RankedPerson[],
  { settings }: Pick<Ranking, 'settings'>,
  people: readonly CandidateRow[],
): readonly RankedPerson[] {
  if (settings.useModel) return everybody;
  const place = new Map<CandidateId, number>(
    [...people]
      .sort((one, other) => (importKey(one) < importKey(other) ? -1 : 1))
      .map(({ candidate }, index) => [candidate.id, index]),
  );
  return [...everybody].sort((one, other) => (place.get(one.candidate) ?? 0) - (place.get(other.candidate) ?? 0));
}

/** Candidates of one import share its time; their ids are made in its order. */
function importKey({ candidate }: CandidateRow): string {
  return `${candidate.importedAt} ${candidate.id}`;
}

/** Those whose must-haves are all evidenced, in the same order; the others are hidden only while a person asks so. */
export function withEveryMust(everybody: readonly RankedPerson[]): readonly RankedPerson[] {
  return everybody.filter(({ mustHaves }) => mustHaves.evidenced === mustHaves.total);
}
