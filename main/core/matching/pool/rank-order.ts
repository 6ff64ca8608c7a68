/** Everybody's place, best first. */
export interface RankOrder {
  /** Rows of the pool. */
  readonly rows: Uint32Array;
  /** Their keys (score.ts), in falling order. */
  readonly keys: Uint32Array;
}

const DIGIT_BITS = 10;
const DIGITS = 1 << DIGIT_BITS;
/** Keys are below 2³⁰ (score.ts). */
const PASSES = 3;

/**
 * Sorts by falling key; equals stay in the order in which they are given. A radix sort: three times along everybody,
 * whatever the keys are.
 *
 * @param keys By row.
 */
export function orderByKey(neutralOrder: Uint32Array, keys: Uint32Array): RankOrder {
  let from = { rows: neutralOrder, keys: neutralOrder.map((row) => keys[row] ?? 0) };
  const count = neutralOrder.length;
  let [to, spare] = [emptyOrder(count), emptyOrder(count)];
  for (let pass = 0; pass < PASSES; pass += 1) {
    sortByDigit(from, to, pass * DIGIT_BITS);
    [from, to, spare] = [to, spare, to];
  }
  return from;
}

function emptyOrder(count: number): { rows: Uint32Array<ArrayBuffer>; keys: Uint32Array<ArrayBuffer> } {
  return { rows: new Uint32Array(count), keys: new Uint32Array(count) };
}

function sortByDigit(from: RankOrder, to: RankOrder, shift: number): void {
  const { rows: fromRows, keys: fromKeys } = from;
  const { rows: toRows, keys: toKeys } = to;
  const places = new Uint32Array(DIGITS);
  for (let at = 0; at < fromKeys.length; at += 1) {
    const digit = ((fromKeys[at] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  // The highest digit comes first.
  let place = 0;
  for (let digit = DIGITS - 1; digit >= 0; digit -= 1) {
    const count = places[digit] ?? 0;
    places[digit] = place;
    place += count;
  }
  for (let at = 0; at < fromKeys.length; at += 1) {
    const key = fromKeys[at] ?? 0;
    const digit = (key >>> shift) & (DIGITS - 1);
    const target = places[digit] ?? 0;
    places[digit] = target + 1;
    toKeys[target] = key;
    toRows[target] = fromRows[at] ?? 0;
  }
}
