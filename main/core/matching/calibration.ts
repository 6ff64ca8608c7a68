import { modelNumbers, WORDS_ONLY, type PairCalibration } from './hybrid/model-numbers.ts';
import type { TextSimilarity } from './similarity.ts';

export function hasCalibration(modelSha256: string): boolean {
  return modelNumbers(modelSha256) !== null;
}

/**
 * P that two wordings name the same skill, by the numbers that were fitted for the model (hybrid/model-numbers.ts).
 * @param modelSha256 The model by which the cosine was made; null where there is none.
 * @returns P between 0 and 1, or null where the model has no calibration: then there is an order, but no percentage.
 */
export function calibratedMatch(similarity: TextSimilarity, modelSha256: string | null): number | null {
  if (similarity.cosine === null || modelSha256 === null) return logistic(WORDS_ONLY.pair, 0, similarity.lexical);
  const numbers = modelNumbers(modelSha256);
  return numbers === null ? null : logistic(numbers.pair, similarity.cosine, similarity.lexical);
}

function logistic({ a, b, d, e }: PairCalibration, cosine: number, lexical: number): number {
  return 1 / (1 + Math.exp(-(a + b * cosine + d * lexical + e * cosine * lexical)));
}
