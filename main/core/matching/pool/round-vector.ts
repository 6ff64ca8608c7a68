/**
 * Vectors are compared as whole numbers: each component in steps of 1/256, in one byte. That is a quarter of the memory
 * of floats, and sums of products of such numbers are exact in int32 as in float64 and float32, so that the scan of a
 * million and the comparison of two give the same bits on every machine. What it costs is in docs/decisions/scale.md.
 */
export const VECTOR_STEPS = 256;

/** A byte holds components up to 0.496; those of our encoder stay below 0.33 (docs/decisions/scale.md). */
const GREATEST = 127;

/**
 * @param vector Of length 1.
 * @returns Its components in steps, shortened where rounding made the whole longer than 1: a cosine stays within ±1.
 */
export function toSteps(vector: Float32Array): Int8Array {
  const steps = new Int8Array(vector.length);
  for (let scale = VECTOR_STEPS; ; scale -= SHORTENING) {
    let squares = 0;
    for (let index = 0; index < vector.length; index += 1) {
      const step = Math.max(-GREATEST, Math.min(GREATEST, Math.round((vector[index] ?? 0) * scale)));
      steps[index] = step;
      squares += step * step;
    }
    if (squares <= VECTOR_STEPS * VECTOR_STEPS || scale <= SHORTENING) return steps;
  }
}

const SHORTENING = 0.25;

/** @returns The same vector in floats, exactly. */
export function fromVectorSteps(steps: Int8Array): Float32Array {
  const vector = new Float32Array(steps.length);
  for (let index = 0; index < steps.length; index += 1) vector[index] = (steps[index] ?? 0) / VECTOR_STEPS;
  return vector;
}

/** The vector as it is compared everywhere, in floats. */
export function roundVector(vector: Float32Array): Float32Array {
  return fromVectorSteps(toSteps(vector));
}
