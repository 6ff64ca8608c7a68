import type { MatchSettings } from '../../../shared/model/match.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

/*
 * The score is a sum over requirements of share × strength. Strengths enter it rounded as they are shown, in whole
 * steps (round-result.ts): so what is shown is what counted, a strength takes two bytes, and the sum is the same bits
 * whoever computes it, as long as the order is that of the requirements.
 */

/** The weights with which requirements enter the score, edited by a person's settings. */
export function weightsOf(requirements: readonly Requirement[], settings: MatchSettings): readonly number[] {
  return requirements.map(
    ({ weight, priority }) => weight * (settings.weights[priority] / DEFAULT_SETTINGS.weights[priority]),
  );
}

/** The points, 0–100 together, that each requirement brings where it is met in full; 0 where nothing has weight. */
export function sharesOf(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total === 0 ? 0 : (weight * 100) / total));
}

/**
 * @param from Where a person's strengths begin, if those of several stand in one row after another.
 * @returns The score in steps: Σ share · strength, the strengths in steps, rounded half up.
 */
export function scoreSteps(shares: readonly number[], strengths: ArrayLike<number>, from = 0): number {
  let sum = 0;
  for (let index = 0; index < shares.length; index += 1) sum += (shares[index] ?? 0) * (strengths[from + index] ?? 0);
  return Math.floor(sum + 0.5);
}

/** Score first, then evidenced must-haves, in one whole number below 2³²; equal keys share a rank. */
export function rankKey(score: number, evidenced: number): number {
  return score * MOST_REQUIREMENTS + evidenced;
}

/** @returns The score, in steps, of which {@link rankKey} made a key. */
export function scoreOfKey(key: number): number {
  return Math.floor(key / MOST_REQUIREMENTS);
}

/** @returns The evidenced must-haves in a {@link rankKey}. */
export function evidencedOfKey(key: number): number {
  return key % MOST_REQUIREMENTS;
}

/** Above the 500 requirements that a job may have (contract); with 1,000,001 scores the keys stay below 2³⁰. */
const MOST_REQUIREMENTS = 512;
