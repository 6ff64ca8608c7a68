/**
 * What was fitted for one model, in the exact configuration that ships: another model, another normalisation or
 * another way to feed it needs its own row. Fitted by `test/bench/matching/fit-calibration.ts` and `fit-search.ts`;
 * what each is worth stands in docs/matching-figures.md.
 */
export interface ModelNumbers {
  /** P that two wordings name the same skill: σ(a + b·c + d·l + e·c·l), c the cosine of the vectors, l that of letters. */
  readonly pair: PairCalibration;
  readonly search: SearchNumbers;
}

export interface PairCalibration {
  readonly a: number;
  readonly b: number;
  readonly d: number;
  readonly e: number;
}

/** How the entries of a corpus are ordered for a wording. */
export interface SearchNumbers {
  /** Share of the preferred name beside the best of all names, 0–1. */
  readonly preferredShare: number;
  /** What the TF-IDF cosine of letters adds, in units of the cosine of meaning; entries with several names. */
  readonly letters: number;
  /** The same where entries have one name each. */
  readonly lettersOneName: number;
  /** What is taken off per crowding of a name (crowding.ts); where entries have one name each. */
  readonly crowding: number;
  /** An entry of exactly that name comes first, whatever the cosines say. */
  readonly exactFirst: boolean;
  /** Share of a narrative's best window; the rest is the narrative as a whole. */
  readonly windowShare: number;
  /** Share of letters in a narrative. */
  readonly narrativeLetters: number;
  /** P that a suggestion is right. */
  readonly suggestion: SuggestionCalibration;
}

/** P = σ(a + Σ weight · what was seen of the suggestion); each weight in log odds. */
export interface SuggestionCalibration {
  readonly a: number;
  /** Cosine of meaning with the preferred name, and with the nearest of all names. */
  readonly preferred: number;
  readonly nearest: number;
  /** TF-IDF cosine of letters with the name that comes nearest. */
  readonly letters: number;
  /** Lead of the score over that of the best other entry. */
  readonly lead: number;
  /** Where the phrase is exactly the preferred name. */
  readonly exactPreferred: number;
  /** Per 1/words of the phrase: a word by itself is oftener the name of a tool, or means several things. */
  readonly brevity: number;
}

/** By SHA-256 of the model's weights. The encoder before stays: its vectors rank until those of a new one are made. */
const BY_MODEL: ReadonlyMap<string, ModelNumbers> = new Map([
  [
    'ec852c68a18e71e3c0cd83c15e1703a1060e77220ff25baba413f8cd3dc750ab',
    {
      pair: { a: -11.675, b: 15.725, d: -3.28, e: 3.947 },
      search: {
        preferredShare: 0.4,
        letters: 0.2,
        lettersOneName: 0.06,
        crowding: 0.4,
        exactFirst: true,
        windowShare: 0.6,
        narrativeLetters: 0.1,
        suggestion: {
          a: -6.481,
          preferred: 5.454,
          nearest: 3.293,
          letters: 0,
          lead: 3.401,
          exactPreferred: 2.192,
          brevity: -1.274,
        },
      },
    },
  ],
  [
    '369c01942a44e081142e84567e1eac99269f7ecf095edb012a56bfd8188fa885',
    {
      pair: { a: -11.308, b: 15.436, d: -3.037, e: 3.581 },
      search: {
        preferredShare: 0.4,
        letters: 0.25,
        lettersOneName: 0.06,
        crowding: 0,
        exactFirst: true,
        windowShare: 0.5,
        narrativeLetters: 0.15,
        suggestion: {
          a: -5.951,
          preferred: 4.517,
          nearest: 3.625,
          letters: 0,
          lead: 2.615,
          exactPreferred: 2.165,
          brevity: -1.027,
        },
      },
    },
  ],
]);

/** Where no model is at hand, letters decide alone; the cosine of meaning is nought throughout. */
export const WORDS_ONLY: ModelNumbers = {
  pair: { a: -6.247, b: 0, d: 9.454, e: 0 },
  search: {
    preferredShare: 0,
    letters: 1,
    lettersOneName: 1,
    crowding: 0,
    exactFirst: true,
    windowShare: 0.5,
    narrativeLetters: 1,
    suggestion: {
      a: -3.92,
      preferred: 0,
      nearest: 0,
      letters: 4.227,
      lead: 0.882,
      exactPreferred: 3.933,
      brevity: -0.894,
    },
  },
};

/** @returns The numbers of the model; null where none were fitted: then there is an order, but no percentage. */
export function modelNumbers(modelSha256: string): ModelNumbers | null {
  return BY_MODEL.get(modelSha256) ?? null;
}

/** The hashes of the models that have numbers. */
export function modelsWithNumbers(): readonly string[] {
  return [...BY_MODEL.keys()];
}
