/** Digits after the point of every number in a result, so that equal inputs are equal bytes. */
export const RESULT_DIGITS = 4;

const STEPS = 10 ** RESULT_DIGITS;

/** Fixed digits: a last bit that another machine computes otherwise must not make another result. */
export function roundResult(value: number): number {
  return Math.round(value * STEPS) / STEPS;
}

/** @returns A value in whole steps of the last digit; {@link roundResult} is this many steps. */
export function stepsOf(value: number): number {
  return Math.round(value * STEPS);
}

export function fromSteps(steps: number): number {
  return steps / STEPS;
}
