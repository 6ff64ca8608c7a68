import { BANDS, MATCH_TIERS, type RankedCandidate, type Ranking } from '../../shared/model/match.ts';

/** What a comparison of two rankings of the same people found. */
export interface ChangedBits {
  /** How many bits were compared. */
  readonly bits: number;
  readonly changedBits: number;
}

/**
 * Compares all that decides about people, bit by bit: of each person rank, score, band and must-haves, and of each of
 * their requirements strength, points, tier, band, whether it is evidenced and every factor's value. Numbers are
 * compared as the 64 bits that they are.
 */
export function changedBits(one: Ranking, other: Ranking): ChangedBits {
  const found = new Map(other.candidates.map((ranked) => [ranked.candidate, ranked]));
  let bits = Math.abs(one.candidates.length - other.candidates.length) * 64;
  let changed = bits;
  for (const ranked of one.candidates) {
    const [left, right] = [numbersOf(ranked), numbersOf(found.get(ranked.candidate))];
    const length = Math.max(left.length, right.length);
    bits += length * 64;
    for (let index = 0; index < length; index += 1) changed += differing(left[index] ?? NaN, right[index] ?? NaN);
  }
  return { bits, changedBits: changed };
}

/**
 * The order of the list by what people show, 32 bits a place. Where two show the same words they are equals, and which
 * of the two stands first says nothing of either.
 */
export function changedPlaces(one: readonly string[], other: readonly string[]): ChangedBits {
  const length = Math.max(one.length, other.length);
  const moved = Array.from({ length }, (_, place) => one[place] !== other[place]).filter(Boolean).length;
  return { bits: length * 32, changedBits: moved * 32 };
}

export function together(...found: readonly ChangedBits[]): ChangedBits {
  return {
    bits: found.reduce((sum, { bits }) => sum + bits, 0),
    changedBits: found.reduce((sum, one) => sum + one.changedBits, 0),
  };
}

function numbersOf(ranked: RankedCandidate | undefined): readonly number[] {
  if (ranked === undefined) return [];
  return [
    ranked.rank,
    ranked.score,
    BANDS.indexOf(ranked.band),
    ranked.mustHaves.evidenced,
    ranked.mustHaves.total,
    ...ranked.requirements.flatMap((match) => [
      match.strength,
      match.points,
      MATCH_TIERS.indexOf(match.tier),
      BANDS.indexOf(match.band),
      Number(match.evidenced),
      Number(match.claimed),
      ...match.factors.map(({ value }) => value),
    ]),
  ];
}

const floats = new Float64Array(2);
const words = new Uint32Array(floats.buffer);

function differing(one: number, other: number): number {
  floats[0] = one;
  floats[1] = other;
  return ones((words[0] ?? 0) ^ (words[2] ?? 0)) + ones((words[1] ?? 0) ^ (words[3] ?? 0));
}

function ones(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest >>>= 1) count += rest & 1;
  return count;
}
