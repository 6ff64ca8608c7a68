import { ok, type Result } from '../../../shared/api/problems.ts';
import type { ModelState } from '../../../shared/model/match.ts';
import type { CancelSignal } from '../../../shared/model/cancel-signal.ts';
import type { PoolVectors } from '../../core/matching/pool/pool-vectors.ts';
import type { EngineContext } from '../engine-context.ts';
import { vectorsOf } from '../text-vectors.ts';
import type { WorkspacePool } from './workspace-pool.ts';

export interface PoolEmbedding {
  readonly useModel: boolean;
  readonly signal?: CancelSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What was embedded, for a ranking: `vectors` is null where words alone are compared. */
export interface EmbeddedPool {
  readonly model: ModelState;
  readonly vectors: PoolVectors | null;
}

/**
 * Sees to it that the questions and everything that people show have vectors. The questions come first, then people
 * one after the other, so that those who are complete can be looked at while it goes on.
 */
export async function embedPool(
  context: EngineContext,
  { pool, vectorsOf: poolVectors }: WorkspacePool,
  questions: readonly string[],
  { useModel, signal, onProgress }: PoolEmbedding,
): Promise<Result<EmbeddedPool>> {
  const { model } = context.embedder;
  if (!useModel || model.state === 'absent') {
    return ok({ model: useModel ? model : { state: 'absent', code: 'switched-off' }, vectors: null });
  }
  const vectors = poolVectors(model.sha256);
  const pieces = pool.statements.words.flatMap((words) => words.pieces);
  const texts = [...new Set([...questions, ...pieces])].filter((text) => !vectors.has(text));
  for (let start = 0; start < texts.length; start += TEXTS_AT_ONCE) {
    onProgress?.(start, texts.length);
    const embedded = await vectorsOf(context, texts.slice(start, start + TEXTS_AT_ONCE), {
      useModel,
      ...(signal === undefined ? {} : { signal }),
    });
    if (!embedded.ok) return embedded;
    if (embedded.value.vectors === null) return ok({ model: embedded.value.model, vectors: null });
    for (const [text, vector] of embedded.value.vectors) vectors.set(text, vector);
  }
  return ok({ model, vectors });
}

/** Texts after which a look at the ranking shows something new: a second or two of work. */
const TEXTS_AT_ONCE = 512;
