import type { Client } from '../../shared/api/client.ts';
import type { RankedCandidate, Ranking } from '../../shared/model/match.ts';
import { needed } from './open-client.ts';

/** Everybody of a ranking with the reasons, in its order; those whom it only lists are explained some at a time. */
export async function* rankedPeople(client: Client, ranking: Ranking): AsyncGenerator<RankedCandidate, void> {
  yield* ranking.candidates;
  const { job, settings } = ranking;
  const others = ranking.others?.candidates ?? [];
  for (let start = 0; start < others.length; start += EXPLAINED_AT_ONCE) {
    const candidates = others.slice(start, start + EXPLAINED_AT_ONCE);
    yield* await needed(client.request('ranking.explain', { job, settings, candidates }));
  }
}

/** How many people of a ranking a command holds with their reasons; some megabytes. */
export const EXPLAINED_AT_ONCE = 500;
