/** Digits after the point of every number in a result, so that equal inputs are equal bytes. */
export const RESULT_DIGITS = 4;

/** Fixed digits: a last bit that another machine computes otherwise must not make another result. */
export function roundResult(value: number): number {
  const scale = 10 ** RESULT_DIGITS;
  return Math.round(value * scale) / scale;
}
