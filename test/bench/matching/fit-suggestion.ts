import type { SearchNumbers, SuggestionCalibration } from '../../../main/core/matching/hybrid/model-numbers.ts';
import { suggest, type SeenOfSuggestion } from '../../../main/core/matching/hybrid/score-entries.ts';
import type { ComparedQuery } from '../../evaluate/compare-set.ts';
import type { Forecast } from '../../evaluate/metrics.ts';
import { dot, fitLogistic, sigmoid, type Observation } from './logistic.ts';
import { seededRandom } from './seeded-random.ts';

type Seen = keyof SeenOfSuggestion;

/** What P rests on; letters beside meaning gain nothing (docs/decisions/matching-numbers.md). */
export const SEEN_WITH_MODEL: readonly Seen[] = ['preferred', 'nearest', 'lead', 'exactPreferred', 'brevity'];
export const SEEN_BY_WORDS: readonly Seen[] = ['letters', 'lead', 'exactPreferred', 'brevity'];

/**
 * Of 31 preferred names all were right, which by itself would make their P 1; held back, it stays where the next
 * failure is to be expected (.98). On phrases held out it costs nothing.
 */
const RIDGE = 0.2;

/** Ways to part the phrases; the mean over many depends less on which phrase fell where. */
const ROUNDS = 20;
/** Parts of which each is forecast from the others. */
const FOLDS = 10;

/** One phrase: what is seen of its first suggestion, and whether that is right. */
export type SuggestedPhrase = Observation & {
  /** The set that it belongs to. */
  readonly set: string;
  /** False where no entry of the corpus is right. */
  readonly labelled: boolean;
};

/** Of all queries that are phrases. @param set The name of their set. */
export function suggestedPhrases(
  queries: readonly ComparedQuery[],
  set: string,
  numbers: SearchNumbers,
  seen: readonly Seen[],
): readonly SuggestedPhrase[] {
  return queries.flatMap((query): readonly SuggestedPhrase[] => {
    const [first] = query.kind === 'phrase' ? suggest(query.compared, numbers, 1) : [];
    if (first === undefined) return [];
    const features = [1, ...seen.map((one) => first[one])];
    return [{ features, hit: query.relevant.includes(first.entry), set, labelled: query.relevant.length > 0 }];
  });
}

/** P of the first suggestion, fitted on all phrases. */
export function fitSuggestion(phrases: readonly SuggestedPhrase[], seen: readonly Seen[]): SuggestionCalibration {
  const [a = 0, ...weights] = fitLogistic(phrases, RIDGE).map((weight) => Number(weight.toFixed(3)));
  const none = { preferred: 0, nearest: 0, letters: 0, lead: 0, exactPreferred: 0, brevity: 0 };
  return { a, ...none, ...Object.fromEntries(seen.map((one, index) => [one, weights[index] ?? 0])) };
}

/**
 * Each phrase forecast from others alone: a tenth from the other nine, and that over many ways to part them.
 * @returns Rounds; each has one forecast a phrase, in the order of the phrases.
 */
export function forecastHeldOut(phrases: readonly SuggestedPhrase[]): readonly (readonly Forecast[])[] {
  const random = seededRandom(11);
  return Array.from({ length: ROUNDS }, () => {
    const part = phrases.map(() => Math.floor(random() * FOLDS));
    const weights = Array.from({ length: FOLDS }, (_, own) =>
      fitLogistic(
        phrases.filter((__, index) => part[index] !== own),
        RIDGE,
      ),
    );
    return phrases.map(({ features, hit }, index) => ({
      probability: sigmoid(dot(features, weights[part[index] ?? 0] ?? [])),
      right: hit,
    }));
  });
}
