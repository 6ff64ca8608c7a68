import type { SearchNumbers, SuggestionCalibration } from './model-numbers.ts';

/** What a text was found to share with each entry of a corpus, in the order of the entries. */
export interface Compared {
  /** Cosine of meaning with the preferred name, and with the name that comes nearest; null without a model. */
  readonly preferred: Float64Array | null;
  readonly anyName: Float64Array | null;
  /** TF-IDF cosine of letters with the name that comes nearest. */
  readonly letters: Float64Array;
}

/** An entry that bears exactly this name. */
export interface NamedEntry {
  readonly entry: number;
  readonly byPreferredName: boolean;
}

export interface ComparedPhrase extends Compared {
  /** Words of the phrase; at least 1. */
  readonly words: number;
  readonly named: readonly NamedEntry[];
  readonly hasOneNameEach: boolean;
  /** The crowding of each entry's name; null where it is not known or entries have several names. */
  readonly crowding: ArrayLike<number> | null;
}

export interface ComparedNarrative {
  readonly whole: Compared;
  /** The best of all windows, each value for itself; null where there is none. */
  readonly windows: Compared | null;
}

/** One entry that may be what a phrase means. */
export interface Suggestion extends SeenOfSuggestion {
  /** Place of the entry in the corpus. */
  readonly entry: number;
  /** Meaning and letters together. */
  readonly score: number;
  /** P that it is right, 0–1; calibrated on phrases of real ads. */
  readonly probability: number;
}

/** What P of a suggestion rests on; each is weighed by the number of its name in {@link SuggestionCalibration}. */
export interface SeenOfSuggestion {
  /** Cosines of meaning with the preferred and with the nearest name; nought without a model. */
  readonly preferred: number;
  readonly nearest: number;
  /** TF-IDF cosine of letters, 0–1. */
  readonly letters: number;
  /** The score above that of the best other entry; below nought for all but the first. */
  readonly lead: number;
  /** 1 where the phrase is exactly the preferred name, else 0. */
  readonly exactPreferred: number;
  /** 1 / words of the phrase. */
  readonly brevity: number;
}

/** Above every sum of cosines or standard deviations: an exact name comes first, a preferred one before another. */
const EXACT = { preferred: 2000, alternative: 1000 } as const;

/** Meaning by the preferred and the nearest name, and letters; exact names first. */
export function scorePhrase(compared: ComparedPhrase, numbers: SearchNumbers): Float64Array {
  const scores = likeness(compared, numbers);
  return numbers.exactFirst ? exactFirst(scores, compared.named) : scores;
}

/** Lifts the entries that bear exactly this name above all others. */
export function exactFirst(scores: Float64Array, named: readonly NamedEntry[]): Float64Array {
  for (const { entry, byPreferredName } of named) {
    scores[entry] = (scores[entry] ?? 0) + (byPreferredName ? EXACT.preferred : EXACT.alternative);
  }
  return scores;
}

/**
 * The narrative as a whole and its best windows, meaning and letters. Each has a scale of its own, so each is taken
 * in standard deviations over the corpus before they are added.
 */
export function scoreNarrative({ whole, windows }: ComparedNarrative, numbers: SearchNumbers): Float64Array {
  const scores = new Float64Array(whole.letters.length);
  const share = windows === null ? 0 : numbers.windowShare;
  for (const [compared, part] of [
    [whole, 1 - share],
    [windows, share],
  ] as const) {
    if (compared === null || part === 0) continue;
    const meaning = meaningOf(compared, numbers.preferredShare);
    if (meaning !== null) addStandardised(scores, meaning, part * (1 - numbers.narrativeLetters));
    addStandardised(scores, compared.letters, part * numbers.narrativeLetters);
  }
  return scores;
}

/** The best entries, best first; equal ones in the order of the corpus. */
export function suggest(compared: ComparedPhrase, numbers: SearchNumbers, most: number): readonly Suggestion[] {
  const scores = scorePhrase(compared, numbers);
  const alike = likeness(compared, numbers);
  const exact = new Set(compared.named.filter(({ byPreferredName }) => byPreferredName).map(({ entry }) => entry));
  const best = bestEntries(scores, most + 1);
  return best.slice(0, most).map((entry, place) => {
    const score = alike[entry] ?? 0;
    const rival = alike[best[place === 0 ? 1 : 0] ?? entry] ?? 0;
    const seen: SeenOfSuggestion = {
      preferred: compared.preferred?.[entry] ?? 0,
      nearest: compared.anyName?.[entry] ?? 0,
      letters: compared.letters[entry] ?? 0,
      lead: score - rival,
      exactPreferred: Number(exact.has(entry)),
      brevity: 1 / compared.words,
    };
    return { entry, score, ...seen, probability: probabilityOf(numbers.suggestion, seen) };
  });
}

/** P that an entry is what a phrase means. */
export function probabilityOf(by: SuggestionCalibration, seen: SeenOfSuggestion): number {
  const logOdds =
    by.a +
    by.preferred * seen.preferred +
    by.nearest * seen.nearest +
    by.letters * seen.letters +
    by.lead * seen.lead +
    by.exactPreferred * seen.exactPreferred +
    by.brevity * seen.brevity;
  return 1 / (1 + Math.exp(-logOdds));
}

function likeness(compared: ComparedPhrase, numbers: SearchNumbers): Float64Array {
  const weight = compared.hasOneNameEach ? numbers.lettersOneName : numbers.letters;
  const meaning = meaningOf(compared, numbers.preferredShare);
  const crowding = meaning === null ? null : compared.crowding;
  return compared.letters.map(
    (letters, entry) => (meaning?.[entry] ?? 0) + weight * letters - numbers.crowding * (crowding?.[entry] ?? 0),
  );
}

function meaningOf({ preferred, anyName }: Compared, share: number): Float64Array | null {
  if (preferred === null || anyName === null) return null;
  return anyName.map((cosine, entry) => (1 - share) * cosine + share * (preferred[entry] ?? 0));
}

function addStandardised(scores: Float64Array, values: Float64Array, weight: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  if (deviation === 0 || weight === 0) return;
  for (let entry = 0; entry < scores.length; entry += 1) {
    scores[entry] = (scores[entry] ?? 0) + (weight * ((values[entry] ?? 0) - mean)) / deviation;
  }
}

function bestEntries(scores: Float64Array, most: number): readonly number[] {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return order.slice(0, most);
}
