import { useMemo } from 'react';
import type { Problem } from '../../../shared/api/problems.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankedCandidate, Ranking } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useExplanations } from '../../api/queries.ts';

interface Explained {
  /** Null until the engine has said why, which it is asked where the ranking does not hold it. */
  of(candidate: CandidateId): RankedCandidate | null;
  readonly problem: Problem | null;
}

/** The explanations of some people of a ranking, wherever in it they stand. */
export function useExplained(ranking: Ranking | undefined, people: readonly CandidateId[]): Explained {
  const there = useMemo(() => new Map(ranking?.candidates.map((ranked) => [ranked.candidate, ranked])), [ranking]);
  const missing = ranking?.others === undefined ? [] : people.filter((candidate) => !there.has(candidate));
  const query = useExplanations(ranking?.job ?? null, ranking?.settings ?? null, missing);
  const found = useMemo(() => new Map(query.data?.map((ranked) => [ranked.candidate, ranked])), [query.data]);
  return {
    of: (candidate) => there.get(candidate) ?? found.get(candidate) ?? null,
    problem: query.isError ? problemOf(query.error) : null,
  };
}
