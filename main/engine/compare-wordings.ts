import { createSimilarity, type TextSimilarity } from '../core/matching/similarity.ts';
import { normaliseSkillText } from '../core/skills/normalise.ts';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from './embedder-host.ts';

/** How alike two wordings are by the encoder that is installed; null where there is none. */
export async function compareWordings(one: string, other: string): Promise<TextSimilarity | null> {
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  try {
    const texts = [one, other].map(normaliseSkillText);
    const rows = await embedder.embed(texts);
    if (!rows.ok) return null;
    const vectors = new Map(texts.flatMap((text, index) => (rows.value[index] ? [[text, rows.value[index]]] : [])));
    return createSimilarity([], vectors).compare(one, other);
  } finally {
    embedder.close();
  }
}
