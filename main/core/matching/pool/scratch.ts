import type { CandidatePool } from './candidate-pool.ts';

/**
 * Room for some numbers a person, shared by all that ranks a pool. Whoever takes it leaves it as it was found: `values`
 * and `sums` at 0 everywhere.
 */
export interface Scratch {
  readonly values: Uint16Array;
  readonly sums: Float64Array;
  /** Whatever was left in it. */
  readonly rows: Uint32Array;
}

/** @returns Of the pool's size at least; valid until somebody comes. */
export function scratchOf(pool: CandidatePool): Scratch {
  const known = kept.get(pool);
  if (known !== undefined && known.values.length >= pool.size) return known;
  // A little more than needed, so that one more person is not a new array.
  const size = Math.ceil(pool.size * 1.05) + 64;
  const made = { values: new Uint16Array(size), sums: new Float64Array(size), rows: new Uint32Array(size) };
  kept.set(pool, made);
  return made;
}

const kept = new WeakMap<CandidatePool, Scratch>();
