import type { PoolVectors } from '../core/matching/pool/pool-vectors.ts';
import type { PoolRanker, PoolRanking } from '../core/matching/pool/rank-pool.ts';
import type { RankingQuestion } from '../core/matching/ranking-frame.ts';
import { textsToEmbed } from '../core/matching/wording-strength.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CandidateId, JobId } from '../../shared/model/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import type { MatchSettings, ModelState, OtherCandidates, RankedCandidate, Ranking } from '../../shared/model/match.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import { breathe } from './breathe.ts';
import type { EngineContext } from './engine-context.ts';
import { embedPool } from './pool/pool-vectors-of.ts';
import { readPerson, withPool } from './pool/workspace-pool.ts';
import { recheck } from './recheck.ts';
import { taxonomiesOf } from './taxonomies/taxonomies-of.ts';
import type { TaskContext } from './tasks.ts';

export interface RankingProgress {
  readonly signal?: CancelSignal;
  readonly progress?: TaskContext['progress'];
}

/**
 * Ranks everyone in the workspace against a job, with the credentials that stand and what people have judged.
 *
 * @param first How many people are explained; all those after them are listed as `others`.
 */
export function rankJob(
  context: EngineContext,
  job: JobId,
  settings: MatchSettings,
  task: RankingProgress = {},
  first = EXPLAINED_AT_ONCE,
): Promise<Result<Ranking>> {
  return rankAndExplain(context, job, settings, task, async (ranking, signal) => {
    const explained = await explainFirst(context, ranking, first, signal);
    if (!explained.ok || explained.value === OVERTAKEN || ranking.count <= first) return explained;
    return ok({ ...explained.value, others: othersFrom(ranking, first) });
  });
}

/** The same ranking with some people explained, in its order; who is not in the workspace is not in it. */
export function explainPeople(
  context: EngineContext,
  job: JobId,
  settings: MatchSettings,
  people: readonly CandidateId[],
): Promise<Result<Ranking>> {
  return rankAndExplain(context, job, settings, {}, (ranking, signal) => {
    const places = people.map((person) => ranking.placeOf(person)).filter((place) => place !== null);
    return explainPlaces(
      context,
      ranking,
      places.toSorted((a, b) => a - b),
      signal,
    );
  });
}

/** People whose explanations one answer holds: some tens of megabytes at most. */
const EXPLAINED_AT_ONCE = 5000;

async function rankAndExplain(
  context: EngineContext,
  job: JobId,
  settings: MatchSettings,
  { signal = NEVER.signal, progress = () => undefined }: RankingProgress,
  explain: (ranking: PoolRanking, signal: CancelSignal) => Promise<Result<Ranking | typeof OVERTAKEN>>,
): Promise<Result<Ranking>> {
  const asked = context.workspace.jobs.get(job);
  if (asked === null) return fail('not-found', { job });
  // No ranking rests on a report that time or other trust data have overtaken.
  await recheck(context, { signal, progress });
  if (signal.aborted) return fail('cancelled');
  for (;;) {
    const ranking = await answerQuestion(context, asked, settings, 'ranker', { signal, progress }, (answer) =>
      explain(answer, signal),
    );
    if (!ranking.ok) return ranking;
    if (ranking.value !== OVERTAKEN) return ok(ranking.value);
  }
}

/** Somebody who was ranked has changed before it could be explained; the question has to be asked anew. */
export const OVERTAKEN = 'overtaken';

/**
 * Asks the pool a question, when it is up to date and has the vectors, and lets nothing change it until `use` has what
 * it needs of the answer.
 */
export async function answerQuestion<Value>(
  context: EngineContext,
  asked: Job,
  settings: MatchSettings,
  by: 'ranker' | 'searcher',
  { signal = NEVER.signal, progress = () => undefined }: RankingProgress,
  use: (ranking: PoolRanking) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { workspace } = context;
  return withPool(workspace, async (kept): Promise<Result<Value>> => {
    await kept.bringUpToDate(signal);
    if (signal.aborted) return fail('cancelled');
    const embedded = await embedPool(context, kept, textsToEmbed(asked.requirements, [], taxonomiesOf(context)), {
      useModel: settings.useModel && workspace.settings.read().useModel,
      signal,
      onProgress: (done, total) => progress('embedding', done, total),
    });
    if (!embedded.ok) return embedded;
    if (signal.aborted) return fail('cancelled');
    progress('ranking', 0, kept.pool.count);
    const { model, vectors } = embedded.value;
    return use(rankNow(context, kept[by], asked, settings, model, vectors));
  });
}

/** Ranks the pool as it stands. */
export function rankNow(
  context: EngineContext,
  ranker: PoolRanker,
  asked: Job,
  settings: MatchSettings,
  model: ModelState,
  vectors: PoolVectors | null,
): PoolRanking {
  const { workspace } = context;
  const question: RankingQuestion = {
    job: asked,
    settings,
    model,
    judgements: workspace.judgements.standing(asked.id),
    refusals: workspace.refusals.ofJob(asked.id),
    taxonomies: taxonomiesOf(context),
    at: context.judgedAt(),
  };
  return ranker.rank(question, vectors);
}

/** The ranking with the first so many people explained; the others are left out. */
export function explainFirst(
  context: EngineContext,
  ranking: PoolRanking,
  count: number,
  signal: CancelSignal = NEVER.signal,
): Promise<Result<Ranking | typeof OVERTAKEN>> {
  const places = Array.from({ length: Math.min(count, ranking.count) }, (_, place) => place);
  return explainPlaces(context, ranking, places, signal);
}

async function explainPlaces(
  { workspace }: EngineContext,
  ranking: PoolRanking,
  places: readonly number[],
  signal: CancelSignal,
): Promise<Result<Ranking | typeof OVERTAKEN>> {
  const candidates: RankedCandidate[] = [];
  for (const place of places) {
    const there = ranking.at(place);
    if (there === null) continue;
    const explained = ranking.explain(readPerson(workspace, there.candidate));
    if (explained === null) return ok(OVERTAKEN);
    candidates.push(explained);
    if (candidates.length % EXPLAINED_IN_A_BREATH !== 0) continue;
    await breathe();
    if (signal.aborted) return fail('cancelled');
  }
  const { job, jobVersion, model, settings, inputsHash } = ranking;
  return ok({ job, jobVersion, model, settings, inputsHash, candidates });
}

function othersFrom(ranking: PoolRanking, first: number): OtherCandidates {
  const there = Array.from({ length: ranking.count - first }, (_, index) => ranking.at(first + index));
  const others = there.filter((one) => one !== null);
  return {
    candidates: others.map(({ candidate }) => candidate),
    ranks: others.map(({ rank }) => rank),
    bands: others.map(({ band }) => band),
    scores: others.map(({ score }) => score),
    evidenced: others.map(({ evidenced }) => evidenced),
  };
}

/** People explained between two breaths. */
const EXPLAINED_IN_A_BREATH = 50;

/** For work that nobody can stop. */
const NEVER = new AbortController();
