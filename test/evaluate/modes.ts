import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { modelNumbers, WORDS_ONLY, type SearchNumbers } from '../../main/core/matching/hybrid/model-numbers.ts';
import {
  exactFirst,
  scoreNarrative,
  scorePhrase,
  type Compared,
  type ComparedNarrative,
  type ComparedPhrase,
} from '../../main/core/matching/hybrid/score-entries.ts';
import { InputProblem } from './read-set.ts';

/**
 * `hybrid` is the product, `words` the product without a model, `encoder` the cosine alone (best of all names), and
 * `recipe` what the model card of the first encoder measured: z-scores of cosine and letters, .9 and .1, exact names
 * first; windows and whole in equal parts.
 */
export const MODES = ['hybrid', 'encoder', 'words', 'recipe'] as const;
export type Mode = (typeof MODES)[number];

/** What can be switched off, each by itself, to see what it is worth. */
export const STEPS = ['aliases', 'preferred', 'letters', 'exact', 'windows', 'crowding'] as const;
export type Step = (typeof STEPS)[number];

/** How the comparisons of one query are weighed. */
export interface Weighing {
  readonly name: string;
  readonly mode: Mode;
  readonly numbers: SearchNumbers;
}

/** The numbers that the product uses for its model, with steps switched off. */
export function weighing(mode: Mode, without: ReadonlySet<Step> = new Set()): Weighing {
  const fitted = mode === 'words' ? WORDS_ONLY : modelNumbers(ENCODER.sha256);
  if (fitted === null) {
    throw new InputProblem(`No numbers are fitted for the model ${ENCODER.sha256}: run fit-search.ts`);
  }
  const numbers: SearchNumbers = {
    ...fitted.search,
    ...(mode === 'encoder' ? { ...NO_LETTERS, ...NOT_EXACT, ...NOT_CROWDED, preferredShare: 0 } : {}),
    ...(mode === 'recipe' ? RECIPE : {}),
    ...(without.has('letters') ? NO_LETTERS : {}),
    ...(without.has('preferred') ? { preferredShare: 0 } : {}),
    ...(without.has('exact') ? NOT_EXACT : {}),
    ...(without.has('windows') ? { windowShare: 0 } : {}),
    ...(without.has('crowding') ? NOT_CROWDED : {}),
  };
  return { name: [mode, ...[...without].map((step) => `without ${step}`)].join(', '), mode, numbers };
}

const NO_LETTERS = { letters: 0, lettersOneName: 0, narrativeLetters: 0 };
const NOT_EXACT = { exactFirst: false };
const NOT_CROWDED = { crowding: 0 };
const RECIPE = { preferredShare: 0, narrativeLetters: 0.1, windowShare: 0.5 };

export function weighPhrase(compared: ComparedPhrase, { mode, numbers }: Weighing): Float64Array {
  const seen = mode === 'words' ? { ...compared, ...NO_MEANING } : compared;
  return mode === 'recipe'
    ? exactFirst(scoreNarrative({ whole: seen, windows: null }, numbers), seen.named)
    : scorePhrase(seen, numbers);
}

export function weighNarrative({ whole, windows }: ComparedNarrative, { mode, numbers }: Weighing): Float64Array {
  const seen = (compared: Compared) => (mode === 'words' ? { ...compared, ...NO_MEANING } : compared);
  return scoreNarrative({ whole: seen(whole), windows: windows === null ? null : seen(windows) }, numbers);
}

const NO_MEANING = { preferred: null, anyName: null } as const;
