import { createSimilarity } from '../core/matching/similarity.ts';
import { createPlacer, PLACING_PHRASES, type Nearness, type Placer } from '../core/profiles/nearness.ts';
import { ok, type Result } from '../../shared/api/problems.ts';
import type { EngineContext } from './engine-context.ts';
import { vectorsOf } from './text-vectors.ts';

/**
 * A placer for these wordings. Where a wording belongs is found once and kept while the engine runs, with the vectors of
 * the phrases that it is compared with: people share most of their wordings, and a person whose wordings are known
 * costs no comparison and no vector.
 *
 * @param texts Normalised wordings.
 */
export async function placerFor(context: EngineContext, texts: readonly string[]): Promise<Result<Placer>> {
  const useModel = context.workspace.settings.read().useModel;
  const kept = KEPT.get(context)?.get(keyOf(context, useModel));
  const missing = kept === undefined ? texts : texts.filter((text) => !kept.nearness.has(text));
  if (kept !== undefined && missing.length === 0) return ok(kept.placer);
  const embedded = await vectorsOf(context, kept === undefined ? [...PLACING_PHRASES, ...texts] : missing, {
    useModel,
  });
  if (!embedded.ok) return embedded;
  const { model, vectors } = embedded.value;
  const key = model.state === 'ready' ? model.sha256 : WORDS_ALONE;
  // A model that failed on the way leaves words alone; what was found with it stays for when it is back.
  const own = keep(context, key, vectors !== null);
  if (vectors !== null) for (const [text, vector] of vectors) own.vectors?.set(text, vector);
  for (const text of missing) own.placer.nearnessOf(text);
  if (own.nearness.size > MOST_KEPT) KEPT.get(context)?.delete(key);
  return ok(own.placer);
}

/** Lets go of all wordings: those of somebody who was erased are among them. */
export function forgetPlacings(context: EngineContext): void {
  KEPT.delete(context);
}

interface Kept {
  readonly vectors: Map<string, Float32Array> | null;
  readonly nearness: Map<string, Nearness>;
  readonly placer: Placer;
}

const KEPT = new WeakMap<EngineContext, Map<string, Kept>>();
const WORDS_ALONE = 'words-alone';

/** Wordings kept at most, with vectors and letters some 50 MB. Beyond it everything is found anew. */
const MOST_KEPT = 20_000;

function keyOf({ embedder }: EngineContext, useModel: boolean): string {
  return useModel && embedder.model.state === 'ready' ? embedder.model.sha256 : WORDS_ALONE;
}

function keep(context: EngineContext, key: string, withVectors: boolean): Kept {
  const all = KEPT.get(context) ?? new Map<string, Kept>();
  KEPT.set(context, all);
  const known = all.get(key);
  if (known !== undefined) return known;
  const vectors = withVectors ? new Map<string, Float32Array>() : null;
  const nearness = new Map<string, Nearness>();
  const made: Kept = { vectors, nearness, placer: createPlacer(createSimilarity([], vectors), nearness) };
  all.set(key, made);
  return made;
}
