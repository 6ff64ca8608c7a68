import { createSimilarity, type Similarity } from '../core/matching/similarity.ts';
import { createPlacer, PLACING_PHRASES, type Nearness, type Placer } from '../core/profiles/nearness.ts';
import { ok, type Result } from '../../shared/api/problems.ts';
import type { EngineContext } from './engine-context.ts';
import { taxonomiesOf } from './taxonomies/taxonomies-of.ts';
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
  const kept = keptAt(context, keyOf(context, useModel));
  const missing = kept === undefined ? [...PLACING_PHRASES, ...texts] : texts.filter((text) => isMissing(text, kept));
  if (kept !== undefined && missing.length === 0) return ok(placerOf(context, kept));
  const embedded = await vectorsOf(context, missing, { useModel });
  if (!embedded.ok) return embedded;
  const { model, vectors } = embedded.value;
  // A model that failed on the way leaves words alone; what was found with it stays for when it is back.
  const key = model.state === 'ready' ? model.sha256 : WORDS_ALONE;
  // What was kept can have been let go of meanwhile, and the vectors of the phrases with it.
  if (vectors !== null && kept !== undefined && keptAt(context, key) !== kept) return placerFor(context, texts);
  const own = keptAt(context, key) ?? keep(context, key, vectors !== null);
  if (vectors !== null) for (const [text, vector] of vectors) own.vectors?.set(text, vector);
  return ok(placerOf(context, own));
}

/** Without a model nothing has to be there before a wording is compared. */
function isMissing(text: string, { vectors }: Kept): boolean {
  return vectors !== null && !vectors.has(text);
}

/** Taxonomies come and go; what wordings are near to does not depend on them. */
function placerOf(context: EngineContext, { similarity, nearness }: Kept): Placer {
  return createPlacer(similarity, nearness, taxonomiesOf(context));
}

/** Lets go of all wordings: those of somebody who was erased are among them. */
export function forgetPlacings(context: EngineContext): void {
  KEPT.delete(context);
}

interface Kept {
  readonly vectors: Map<string, Float32Array> | null;
  readonly nearness: Map<string, Nearness>;
  readonly similarity: Similarity;
}

const KEPT = new WeakMap<EngineContext, Map<string, Kept>>();
const WORDS_ALONE = 'words-alone';

/** Wordings kept at most, with vectors and letters some 50 MB. Beyond it everything is found anew. */
const MOST_KEPT = 20_000;

function keyOf({ embedder }: EngineContext, useModel: boolean): string {
  return useModel && embedder.model.state === 'ready' ? embedder.model.sha256 : WORDS_ALONE;
}

function keptAt(context: EngineContext, key: string): Kept | undefined {
  const kept = KEPT.get(context)?.get(key);
  if (kept === undefined || Math.max(kept.nearness.size, kept.vectors?.size ?? 0) <= MOST_KEPT) return kept;
  KEPT.get(context)?.delete(key);
  return undefined;
}

function keep(context: EngineContext, key: string, withVectors: boolean): Kept {
  const vectors = withVectors ? new Map<string, Float32Array>() : null;
  const nearness = new Map<string, Nearness>();
  const made: Kept = { vectors, nearness, similarity: createSimilarity([], vectors) };
  const all = KEPT.get(context) ?? new Map<string, Kept>();
  KEPT.set(context, all.set(key, made));
  return made;
}
