import { waitingPeople } from '../../core/matching/pool/search-question.ts';
import { textsToEmbed } from '../../core/matching/wording-strength.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import type { RankingSoFar } from '../../../shared/model/search.ts';
import type { EngineContext } from '../engine-context.ts';
import { explainFirst, OVERTAKEN, rankNow } from '../rank-job.ts';
import { poolAsItStands } from './workspace-pool.ts';

/**
 * The ranking with the vectors that there are, beside the work that makes the others; it waits for nothing.
 *
 * @returns Null where it would say nothing of meaning: no encoder, or what is asked has no vectors yet.
 */
export async function rankSoFar(
  context: EngineContext,
  job: JobId,
  settings: MatchSettings,
  first: number,
): Promise<Result<RankingSoFar | null>> {
  const { workspace, embedder } = context;
  const asked = workspace.jobs.get(job);
  if (asked === null) return fail('not-found', { job });
  const { model } = embedder;
  if (model.state === 'absent' || !settings.useModel || !workspace.settings.read().useModel) return ok(null);
  const { pool, soFar, vectorsOf } = poolAsItStands(workspace);
  const vectors = vectorsOf(model.sha256);
  if (textsToEmbed(asked.requirements, []).some((text) => !vectors.has(text))) return ok(null);
  const answer = rankNow(context, soFar, asked, settings, model, vectors);
  const waiting = waitingPeople(pool, vectors);
  const ranking = await explainFirst(context, answer, first);
  if (!ranking.ok) return ranking;
  return ok(ranking.value === OVERTAKEN ? null : { ranking: ranking.value, people: answer.count, waiting });
}
