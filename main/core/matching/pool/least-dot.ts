import { calibratedMatch } from '../calibration.ts';
import { LEAST_STRENGTH, RELATED, SIMILARITY } from '../settings.ts';
import { VECTOR_STEPS } from './round-vector.ts';

/**
 * The dot product (in steps of {@link VECTOR_STEPS}²) from which two wordings can count, however many letters they
 * share: below it every strength is under {@link LEAST_STRENGTH}, so that nothing is lost by not looking closer.
 *
 * For a given cosine the exponent of P is linear in the word similarity, so P is greatest at one of its ends; related
 * credit rises with it.
 */
export function leastDot(modelSha256: string): number {
  const known = KNOWN.get(modelSha256);
  if (known !== undefined) return known;
  const found = findLeastDot(modelSha256);
  KNOWN.set(modelSha256, found);
  return found;
}

const KNOWN = new Map<string, number>();

function findLeastDot(modelSha256: string): number {
  const most = VECTOR_STEPS * VECTOR_STEPS;
  for (let dot = -most; dot <= most; dot += 1)
    if (greatestStrength(dot / most, modelSha256) >= LEAST_STRENGTH) return dot;
  return most;
}

/** No strength of two wordings with this cosine is greater. */
export function greatestStrength(cosine: number, modelSha256: string): number {
  const ends = [0, 1].map((lexical) => {
    const hybrid = SIMILARITY.embeddingWeight * cosine + SIMILARITY.lexicalWeight * lexical;
    const related = Math.min(1, Math.max(0, (hybrid - RELATED.from) / RELATED.span));
    return { probability: calibratedMatch({ cosine, lexical, hybrid }, modelSha256) ?? related, related };
  });
  const probability = Math.max(...ends.map((end) => end.probability));
  const related = Math.max(...ends.map((end) => end.related));
  return (probability + RELATED.share * related) / (1 + RELATED.share);
}
