import { createHash } from 'node:crypto';
import { rankCandidates, type RankingCandidate } from '../core/matching/rank-candidates.ts';
import { textsToEmbed } from '../core/matching/wording-strength.ts';
import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CandidateId, JobId } from '../../shared/model/ids.ts';
import type { MatchSettings, Ranking } from '../../shared/model/match.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import type { EngineContext } from './engine-context.ts';
import { recheck } from './recheck.ts';
import { taxonomiesOf } from './taxonomies/taxonomies-of.ts';
import type { TaskContext } from './tasks.ts';
import { vectorsOf } from './text-vectors.ts';

export interface RankingProgress {
  readonly signal?: CancelSignal;
  readonly progress?: TaskContext['progress'];
}

/** Ranks everyone in the workspace against a job, with the credentials that stand and what people have judged. */
export async function rankJob(
  context: EngineContext,
  job: JobId,
  settings: MatchSettings,
  { signal, progress }: RankingProgress = {},
): Promise<Result<Ranking>> {
  const { workspace } = context;
  const asked = workspace.jobs.get(job);
  if (asked === null) return fail('not-found', { job });
  const isCancelled = () => signal?.aborted === true;
  // No ranking rests on a report that time or other trust data have overtaken.
  await recheck(context, { signal: signal ?? NEVER.signal, progress: progress ?? (() => undefined) });
  if (isCancelled()) return fail('cancelled');
  const candidates = rankingCandidates(context);
  const statements = candidates.flatMap((candidate) => candidate.statements);
  const texts = textsToEmbed(asked.requirements, statements);
  const embedded = await vectorsOf(context, texts, {
    useModel: settings.useModel && workspace.settings.read().useModel,
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done, total) => progress?.('embedding', done, total),
  });
  if (!embedded.ok) return embedded;
  if (isCancelled()) return fail('cancelled');
  progress?.('ranking', 0, candidates.length);
  const ranking = rankCandidates({
    job: asked,
    settings,
    model: embedded.value.model,
    candidates,
    vectors: embedded.value.vectors,
    judgements: workspace.judgements.standing(job),
    refusals: workspace.refusals.ofJob(job),
    taxonomies: taxonomiesOf(context),
    at: context.judgedAt(),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  });
  return ok(ranking);
}

/** For work that nobody can stop. */
const NEVER = new AbortController();

/** Everyone with what their standing credentials state, in order of id. */
export function rankingCandidates(context: EngineContext): readonly RankingCandidate[] {
  const { workspace } = context;
  const standing = workspace.credentials.list().filter((stored) => stored.replacedBy === null);
  const byCandidate = Map.groupBy(standing, (stored) => stored.candidate);
  const statements = Map.groupBy(workspace.statements.list(), (statement) => statement.credential);
  return workspace.candidates.list().map(({ id }) => ofCandidate(id));

  function ofCandidate(candidate: CandidateId): RankingCandidate {
    const credentials = (byCandidate.get(candidate) ?? []).map((stored) => stored.credential);
    return {
      candidate,
      credentials,
      statements: credentials.flatMap((credential) => statements.get(credential.key) ?? []),
    };
  }
}
