import { hasCalibration } from '../../core/matching/calibration.ts';
import type { PoolVectors } from '../../core/matching/pool/pool-vectors.ts';
import { waitingPeople } from '../../core/matching/pool/search-question.ts';
import { textsToEmbed } from '../../core/matching/wording-strength.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings, ModelState } from '../../../shared/model/match.ts';
import type { RankingSoFar } from '../../../shared/model/search.ts';
import type { EngineContext } from '../engine-context.ts';
import { explainFirst, OVERTAKEN, rankNow } from '../rank-job.ts';
import { taxonomiesOf } from '../taxonomies/taxonomies-of.ts';
import { textHash } from '../text-vectors.ts';
import { poolAsItStands, type WorkspacePool } from './workspace-pool.ts';

/**
 * The ranking with the vectors that there are, beside the work that makes the others; it waits for nothing. Where the
 * model is new and the one before has embedded everything, the ranking is still that of the model before.
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
  const kept = poolAsItStands(workspace);
  const basis = basisOf(context, kept, model, textsToEmbed(asked.requirements, [], taxonomiesOf(context)));
  if (basis === null) return ok(null);
  const answer = rankNow(context, kept.soFar, asked, settings, basis.model, basis.vectors);
  const ranking = await explainFirst(context, answer, first);
  if (!ranking.ok) return ranking;
  if (ranking.value === OVERTAKEN) return ok(null);
  return ok({ ranking: ranking.value, people: answer.count, waiting: basis.waiting });
}

interface Basis {
  readonly model: ModelState;
  readonly vectors: PoolVectors;
  readonly waiting: readonly CandidateId[];
}

function basisOf(
  context: EngineContext,
  kept: WorkspacePool,
  model: ModelState & { readonly state: 'ready' },
  questions: readonly string[],
): Basis | null {
  const vectors = kept.vectorsOf(model.sha256);
  const waiting = waitingPeople(kept.pool, vectors);
  const isAsked = questions.every((text) => vectors.has(text));
  if (isAsked && waiting.length === 0) return { model, vectors, waiting };
  return modelBefore(context, kept, model.sha256, questions) ?? (isAsked ? { model, vectors, waiting } : null);
}

/** Another model of which the store has every vector that the question needs. */
function modelBefore(
  { workspace }: EngineContext,
  { pool, vectorsOf }: WorkspacePool,
  current: string,
  questions: readonly string[],
): Basis | null {
  for (const sha256 of workspace.vectors.models()) {
    if (sha256 === current) continue;
    const vectors = vectorsOf(sha256);
    const texts = new Set([...questions, ...pool.statements.words.flatMap(({ pieces }) => pieces)]);
    for (const text of texts) {
      if (vectors.has(text)) continue;
      const stored = workspace.vectors.get(sha256, textHash(text));
      if (stored === null) break;
      vectors.set(text, stored);
    }
    if (texts.size === 0 || [...texts].some((text) => !vectors.has(text))) continue;
    const model = { state: 'ready', id: 'the model before', sha256, calibrated: hasCalibration(sha256) } as const;
    return { model, vectors, waiting: [] };
  }
  return null;
}
