import type { PoolVectors } from '../core/matching/pool/pool-vectors.ts';
import type { PoolRanker, PoolRanking } from '../core/matching/pool/rank-pool.ts';
import type { RankingQuestion } from '../core/matching/ranking-frame.ts';
import { textsToEmbed } from '../core/matching/wording-strength.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { JobId } from '../../shared/model/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import type { MatchSettings, ModelState, RankedCandidate, Ranking } from '../../shared/model/match.ts';
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

/** Ranks everyone in the workspace against a job, with the credentials that stand and what people have judged. */
export async function rankJob(
  context: EngineContext,
  job: JobId,
  settings: MatchSettings,
  task: RankingProgress = {},
): Promise<Result<Ranking>> {
  const { signal = NEVER.signal, progress = () => undefined } = task;
  const asked = context.workspace.jobs.get(job);
  if (asked === null) return fail('not-found', { job });
  // No ranking rests on a report that time or other trust data have overtaken.
  await recheck(context, { signal, progress });
  if (signal.aborted) return fail('cancelled');
  for (;;) {
    const ranking = await answerQuestion(context, asked, settings, 'ranker', { signal, progress }, (answer) =>
      explainFirst(context, answer, answer.count, signal),
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
    const embedded = await embedPool(context, kept, textsToEmbed(asked.requirements, []), {
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
export async function explainFirst(
  { workspace }: EngineContext,
  ranking: PoolRanking,
  count: number,
  signal: CancelSignal = NEVER.signal,
): Promise<Result<Ranking | typeof OVERTAKEN>> {
  const candidates: RankedCandidate[] = [];
  for (let place = 0; place < Math.min(count, ranking.count); place += 1) {
    const there = ranking.at(place);
    if (there === null) continue;
    const explained = ranking.explain(readPerson(workspace, there.candidate));
    if (explained === null) return ok(OVERTAKEN);
    candidates.push(explained);
    if (candidates.length % EXPLAINED_AT_ONCE !== 0) continue;
    await breathe();
    if (signal.aborted) return fail('cancelled');
  }
  const { job, jobVersion, model, settings, inputsHash } = ranking;
  return ok({ job, jobVersion, model, settings, inputsHash, candidates });
}

/** People explained between two breaths. */
const EXPLAINED_AT_ONCE = 50;

/** For work that nobody can stop. */
const NEVER = new AbortController();
