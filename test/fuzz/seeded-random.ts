/** Random choices that follow from a seed, so that a failing input can be made again. */
export interface SeededRandom {
  /** An integer from 0 up to, and not including, `below`. */
  below(below: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** The choices of one input of one run (mulberry32 over both numbers). */
export function seededRandom(seed: number, index: number): SeededRandom {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined && values.length === 0) throw new Error('Nothing to pick from');
      return value as (typeof values)[number];
    },
  };
}
