import { createHash } from 'node:crypto';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import { roundVector } from '../core/matching/pool/round-vector.ts';
import { ok, type Result } from '../../shared/api/problems.ts';
import type { ModelState } from '../../shared/model/match.ts';
import type { EngineContext } from './engine-context.ts';

/**
 * Vectors by text, or null where words alone are compared; `model` says which of the two it was. They are rounded as a
 * pool compares them (round-vector.ts), so that every comparison in the product is the same; as the model made them
 * they are in the store.
 */
export interface TextVectors {
  readonly model: ModelState;
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
}

export interface EmbeddingOptions {
  readonly useModel: boolean;
  readonly signal?: CancelSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The vectors of some normalised texts. Each is computed once for a model and kept. A model that fails is no failure
 * of the work that needs it: it goes on with words alone, and says so.
 */
export async function vectorsOf(
  context: EngineContext,
  texts: readonly string[],
  options: EmbeddingOptions,
): Promise<Result<TextVectors>> {
  const { embedder, workspace } = context;
  if (!options.useModel) return ok({ model: { state: 'absent', code: 'switched-off' }, vectors: null });
  const { model } = embedder;
  if (model.state === 'absent') return ok({ model, vectors: null });
  const vectors = new Map<string, Float32Array>();
  const missing: string[] = [];
  for (const text of new Set(texts)) {
    const known = workspace.vectors.get(model.sha256, textHash(text));
    if (known === null) missing.push(text);
    else vectors.set(text, roundVector(known));
  }
  // Stored piece by piece, so that a cancelled work is not done again.
  for (let start = 0; start < missing.length; start += TEXTS_AT_ONCE) {
    options.onProgress?.(start, missing.length);
    const piece = missing.slice(start, start + TEXTS_AT_ONCE);
    const embedded = await embedder.embed(piece, options.signal);
    if (!embedded.ok) {
      if (embedded.problem.code === 'cancelled') return embedded;
      context.log.info('embedding failed', { code: embedded.problem.code });
      return ok({ model: { state: 'absent', code: 'model-failed' }, vectors: null });
    }
    workspace.transaction(() => {
      for (const [index, vector] of embedded.value.entries()) {
        const text = piece[index];
        if (text === undefined) continue;
        workspace.vectors.put(model.sha256, textHash(text), vector);
        vectors.set(text, roundVector(vector));
      }
    });
  }
  return ok({ model, vectors });
}

/** Texts that are embedded and stored together. */
const TEXTS_AT_ONCE = 128;

/** The key of a text's vector. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
