/** Numbers that are the same for the same seed on every machine (mulberry32, Tommy Ettinger, public domain). */
export interface Seeded {
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  pick<Value>(from: readonly Value[]): Value;
  /** `count` different ones, in the order in which they were drawn. */
  some<Value>(from: readonly Value[], count: number): readonly Value[];
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const pick = <Value>(from: readonly Value[]): Value => {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  return {
    below,
    pick,
    some<Value>(from: readonly Value[], count: number) {
      const left = [...from];
      return Array.from({ length: Math.min(count, from.length) }, () => {
        const [taken] = left.splice(below(left.length), 1);
        if (taken === undefined) throw new Error('nothing to choose from');
        return taken;
      });
    },
  };
}
