import type { TextSimilarity } from './similarity.ts';

/**
 * P that two wordings name the same skill: σ(a + b·c + d·l + e·c·l), with c the cosine of the vectors and l the
 * word similarity. Fitted by `test/bench/matching/fit-calibration.ts` in the exact configuration shipped
 * (normalised text, one text at a time); another model, or another way to feed it, needs its own row.
 */
interface Calibration {
  readonly a: number;
  readonly b: number;
  readonly d: number;
  readonly e: number;
}

/** By SHA-256 of the model's weights. */
const BY_MODEL: ReadonlyMap<string, Calibration> = new Map([
  ['369c01942a44e081142e84567e1eac99269f7ecf095edb012a56bfd8188fa885', { a: -9.14, b: 13.71, d: -1.745, e: 2.118 }],
]);

/** Without a model: σ(a + d·l). */
const WORDS_ONLY: Calibration = { a: -4.282, b: 0, d: 7.832, e: 0 };

export function hasCalibration(modelSha256: string): boolean {
  return BY_MODEL.has(modelSha256);
}

/**
 * @param modelSha256 The model by which the cosine was made; null where there is none.
 * @returns P between 0 and 1, or null where the model has no calibration: then there is an order, but no percentage.
 */
export function calibratedMatch(similarity: TextSimilarity, modelSha256: string | null): number | null {
  if (similarity.cosine === null || modelSha256 === null) return logistic(WORDS_ONLY, 0, similarity.lexical);
  const calibration = BY_MODEL.get(modelSha256);
  return calibration === undefined ? null : logistic(calibration, similarity.cosine, similarity.lexical);
}

function logistic({ a, b, d, e }: Calibration, cosine: number, lexical: number): number {
  return 1 / (1 + Math.exp(-(a + b * cosine + d * lexical + e * cosine * lexical)));
}
