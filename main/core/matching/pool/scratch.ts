import type { CandidatePool } from './candidate-pool.ts';

/**
 * Room for a number a person, shared by all that ranks a pool: 0 everywhere, and whoever takes it leaves it so.
 * @returns Of the pool's size at least; valid until somebody comes.
 */
export function scratchOf(pool: CandidatePool): Uint16Array {
  const known = kept.get(pool);
  if (known !== undefined && known.length >= pool.size) return known;
  // A little more than needed, so that one more person is not a new array.
  const made = new Uint16Array(Math.ceil(pool.size * 1.05) + 64);
  kept.set(pool, made);
  return made;
}

const kept = new WeakMap<CandidatePool, Uint16Array>();
