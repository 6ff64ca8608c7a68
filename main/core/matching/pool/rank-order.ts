import type { CandidatePool } from './candidate-pool.ts';
import { createStandings } from '../score-candidate.ts';
import type { RankKeys } from './rank-keys.ts';

/** Some people, best first. */
export interface SortedRows {
  /** Rows of the pool. */
  readonly rows: Uint32Array;
  /** Their keys (score.ts), in falling order. */
  readonly keys: Uint32Array;
}

/**
 * Everybody's place, best first. Mostly the first are asked for: they are found and sorted at once, and all the others
 * when somebody asks for one of them.
 */
export interface RankOrder {
  /** People there are. */
  readonly count: number;
  at(place: number): { readonly row: number; readonly key: number } | null;
  placeOf(row: number): number | null;
  /** How many keys are higher than this one. */
  above(key: number): number;
  all(): SortedRows;
}

/** What an order needs to know of the pool. */
export type OrderedPeople = Pick<CandidatePool, 'count' | 'isThere' | 'neutralOrder' | 'compareNeutrally'>;

/** @param ranked Of everybody who was in the pool when the keys were made. */
export function createRankOrder(pool: OrderedPeople, ranked: RankKeys): RankOrder {
  const { count } = pool;
  const { keys } = ranked;
  let all: SortedRows | null = null;
  const sortAll = () => (all ??= orderAll(pool.neutralOrder(), ranked));
  const first = count <= FIRST_PEOPLE ? null : sortFirst(pool, ranked);
  const least = first?.keys.at(-1) ?? Number.POSITIVE_INFINITY;
  const firstAbove = createStandings(first?.keys ?? []).above;
  const holding = (place: number) => (first !== null && place < first.rows.length ? first : sortAll());
  let places: ReadonlyMap<number, number> | null = null;
  const above: RankOrder['above'] = (key) =>
    key >= least ? firstAbove(key) : createStandings(sortAll().keys).above(key);
  return {
    count,
    at(place) {
      const { rows, keys: sorted } = holding(place);
      const [row, key] = [rows[place], sorted[place]];
      return row === undefined || key === undefined ? null : { row, key };
    },
    placeOf(row) {
      const key = keys[row];
      if (key === undefined || !pool.isThere(row)) return null;
      const { rows } = key >= least && first !== null ? first : sortAll();
      places ??= first === null ? null : new Map(Array.from(first.rows, (one, place) => [one, place]));
      return key >= least ? (places?.get(row) ?? null) : placeAmong(rows, row, above(key));
    },
    above,
    all: sortAll,
  };
}

/** Equals stand together, so that the place is soon found. */
function placeAmong(rows: Uint32Array, row: number, from: number): number | null {
  const place = rows.indexOf(row, from);
  return place === -1 ? null : place;
}

/** More than a screen or a page asks for. */
const FIRST_PEOPLE = 1000;
/** Bits of a key that make no difference to who is among the first. */
const COARSE_BITS = 15;
const COARSE_KEYS = 1 << 15;

/** @returns Null where so many are equal, or so few have a score, that all have to be sorted. */
function sortFirst(pool: OrderedPeople, { keys, scored }: RankKeys): SortedRows | null {
  const counts = new Uint32Array(COARSE_KEYS);
  for (let at = 0; at < scored.length; at += 1) {
    const coarse = (keys[scored[at] ?? 0] ?? 0) >>> COARSE_BITS;
    counts[coarse] = (counts[coarse] ?? 0) + 1;
  }
  let [coarse, found] = [COARSE_KEYS, 0];
  while (coarse > 0 && found < FIRST_PEOPLE) {
    coarse -= 1;
    found += counts[coarse] ?? 0;
  }
  // Among the lowest are those without a score.
  if (coarse === 0 || found > 10 * FIRST_PEOPLE) return null;
  const least = coarse << COARSE_BITS;
  const rows: number[] = [];
  for (let at = 0; at < scored.length; at += 1) {
    const row = scored[at] ?? 0;
    if ((keys[row] ?? 0) >= least) rows.push(row);
  }
  const sorted = Uint32Array.from(
    rows.sort((one, other) => (keys[other] ?? 0) - (keys[one] ?? 0) || pool.compareNeutrally(one, other)),
  );
  return { rows: sorted, keys: sorted.map((row) => keys[row] ?? 0) };
}

/** Whoever has no score comes last, in the neutral order; only the others have to be sorted. */
function orderAll(neutralOrder: Uint32Array, { keys, scored }: RankKeys): SortedRows {
  const first = new Uint32Array(scored.length);
  const rest = new Uint32Array(neutralOrder.length);
  let [withScore, without] = [0, 0];
  for (let at = 0; at < neutralOrder.length; at += 1) {
    const row = neutralOrder[at] ?? 0;
    // Whoever came after the ranking isn't in it.
    if (row >= keys.length) continue;
    if (keys[row] === 0) {
      rest[without] = row;
      without += 1;
    } else {
      first[withScore] = row;
      withScore += 1;
    }
  }
  const sorted = orderByKey(first.subarray(0, withScore), keys);
  const all = emptyOrder(withScore + without);
  all.rows.set(sorted.rows);
  all.rows.set(rest.subarray(0, without), withScore);
  all.keys.set(sorted.keys);
  return all;
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
function orderByKey(neutralOrder: Uint32Array, keys: Uint32Array): SortedRows {
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

function sortByDigit(from: SortedRows, to: SortedRows, shift: number): void {
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
