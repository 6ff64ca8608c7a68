/**
 * Fits the search numbers of main/core/matching/hybrid/model-numbers.ts on the validation sets and prints them with
 * what they are worth: tuned on one half of the queries, reported on the other. What P of the first suggestion was
 * worth on phrases that it was not fitted on goes into reliability-data.ts. Run it again for another model:
 * `npx tsx test/bench/matching/fit-search.ts`.
 */
import { ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import {
  WORDS_ONLY,
  type SearchNumbers,
  type SuggestionCalibration,
} from '../../../main/core/matching/hybrid/model-numbers.ts';
import type { ReliabilityTable } from '../../../shared/model/reliability.ts';
import { compareSet, type ComparedQuery } from '../../evaluate/compare-set.ts';
import {
  calibrationErrorByChance,
  calibrationErrorEqualCount,
  debiasedCalibrationError,
  expectedCalibrationError,
  logLoss,
  mean,
  reliabilityTable,
  type Forecast,
} from '../../evaluate/metrics.ts';
import { readSet, type EvaluationSet, type QueryKind } from '../../evaluate/read-set.ts';
import { placesIn } from '../../evaluate/run-set.ts';
import { validationData } from '../../evaluate/validation-data.ts';
import { fitSuggestion, forecastHeldOut, SEEN_BY_WORDS, SEEN_WITH_MODEL, suggestedPhrases } from './fit-suggestion.ts';
import { seededRandom } from './seeded-random.ts';
import { writeReliability } from './write-reliability.ts';

type Asked = ComparedQuery & { readonly group: string };
type Grid = Readonly<Partial<Record<keyof SearchNumbers, readonly number[]>>>;

/** Ways to part the queries in two; the mean over many depends less on which query fell where. */
const SPLITS = 20;

const data = validationData();
const asked = await compareAll(readSet(data.phrases, data.aliases));
const oneName = await compareAll(readSet(data.skillNorm));
// Everything that the encoder decides is fitted below, so that nothing of another model's numbers is left.
let numbers: SearchNumbers = WORDS_ONLY.search;
console.log(`model ${ENCODER.sha256}`);

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => Number((from + index * step).toFixed(3)));
const labelled = (kind: QueryKind, all: readonly Asked[]) =>
  all.filter((query) => query.kind === kind && query.relevant.length > 0);

numbers = crossFit('phrases', labelled('phrase', asked), {
  preferredShare: range(0, 0.7, 0.1),
  letters: range(0, 0.4, 0.05),
});
numbers = crossFit('one name each', labelled('phrase', oneName), {
  lettersOneName: range(0, 0.2, 0.02),
  crowding: range(0, 0.8, 0.1),
});
numbers = crossFit('narratives', labelled('sentence', asked), {
  windowShare: range(0.2, 0.7, 0.1),
  narrativeLetters: range(0, 0.2, 0.05),
});
const withModel = fitSuggestions('with the model', asked, numbers, SEEN_WITH_MODEL);
const wordsAlone = fitSuggestions('words alone', asked.map(withoutMeaning), WORDS_ONLY.search, SEEN_BY_WORDS);
numbers = { ...numbers, suggestion: withModel.suggestion };
console.log(`model-numbers.ts, '${ENCODER.sha256}': search: ${JSON.stringify(numbers)}`);
console.log(`model-numbers.ts, WORDS_ONLY: suggestion: ${JSON.stringify(wordsAlone.suggestion)}`);
await writeReliability([
  { model: ENCODER.sha256, suggestions: withModel.reliability },
  { model: null, suggestions: wordsAlone.reliability },
]);

/** Every query's comparison, which the numbers then weigh: made once, since it takes the time. */
async function compareAll(set: EvaluationSet): Promise<readonly Asked[]> {
  const compared = await compareSet(set, { meaning: true, aliases: true });
  const all: Asked[] = [];
  for (const file of set.files) {
    for await (const query of compared.queriesOf(file)) all.push({ ...query, group: file.name });
  }
  return all;
}

/**
 * The best of a grid by the mean over the files' means, on all queries; and what the best of each half is worth on
 * the other half, over many ways to halve.
 */
function crossFit(title: string, all: readonly Asked[], grid: Grid): SearchNumbers {
  const points = pointsOf(grid).map((point) => ({ ...numbers, ...point }));
  const table = points.map((point) =>
    all.map((query) => 1 / (placesIn(query, { name: 'hybrid', mode: 'hybrid', numbers: point })[0] ?? Infinity)),
  );
  const groups = [...new Set(all.map(({ group }) => group))];
  const overGroups = (values: readonly number[], among: readonly boolean[]) =>
    groups.map((group) => mean(values.filter((_, index) => among[index] === true && all[index]?.group === group)));
  // A point counts by itself and its neighbours in the grid, so that no lucky peak of a few queries wins.
  const places = points.map((point) => gridPlace(point, grid));
  const bestOn = (among: readonly boolean[]) => {
    const worths = table.map((values) => mean(overGroups(values, among)));
    const smoothed = places.map((place) => mean(worths.filter((_, other) => isNear(place, places[other] ?? []))));
    return smoothed.indexOf(Math.max(...smoothed));
  };
  const random = seededRandom(7);
  const held = Array.from({ length: SPLITS }, () => all.map(() => random() < 0.5)).flatMap((half) => {
    const other = half.map((is) => !is);
    return [overGroups(table[bestOn(half)] ?? [], other), overGroups(table[bestOn(other)] ?? [], half)];
  });
  const whole = all.map(() => true);
  const chosen = bestOn(whole);
  const show = (values: readonly number[]) => values.map((value) => value.toFixed(4)).join(' / ');
  const crossed = groups.map((_, index) => mean(held.map((values) => values[index] ?? 0)));
  console.log(`${title} (${groups.join(' / ')}): MRR on the other half ${show(crossed)}`);
  console.log(`  fitted on all ${show(overGroups(table[chosen] ?? [], whole))}: ${changed(points[chosen], grid)}`);
  return points[chosen] ?? numbers;
}

function gridPlace(point: SearchNumbers, grid: Grid): readonly number[] {
  return Object.entries(grid).map(([key, values]) => values.indexOf(Number(point[key as keyof Grid])));
}

function isNear(one: readonly number[], other: readonly number[]): boolean {
  return one.every((place, axis) => Math.abs(place - (other[axis] ?? -2)) <= 1);
}

function changed(point: SearchNumbers | undefined, grid: object): string {
  return Object.entries(point ?? {})
    .filter(([key]) => key in grid)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join(', ');
}

function pointsOf(grid: Grid): readonly object[] {
  return Object.entries(grid).reduce<readonly object[]>(
    (points, [key, values]) => points.flatMap((point) => values.map((value) => ({ ...point, [key]: value }))),
    [{}],
  );
}

function withoutMeaning(query: Asked): Asked {
  return query.kind === 'phrase'
    ? { ...query, compared: { ...query.compared, preferred: null, anyName: null } }
    : query;
}

/** P of the first suggestion, fitted on all phrases; and what it is worth on those that it was not fitted on. */
function fitSuggestions(
  title: string,
  all: readonly Asked[],
  by: SearchNumbers,
  seen: typeof SEEN_WITH_MODEL,
): { readonly suggestion: SuggestionCalibration; readonly reliability: ReliabilityTable } {
  const phrases = all.flatMap((query) => suggestedPhrases([query], query.group.split('_')[0] ?? '', by, seen));
  const rounds = forecastHeldOut(phrases);
  console.log(`suggestions, ${title}, on phrases that were held out:`);
  for (const set of ['all', ...new Set(phrases.map((phrase) => phrase.set))]) {
    const own = rounds.map((round) => round.filter((_, index) => set === 'all' || phrases[index]?.set === set));
    const of = (measure: (round: readonly Forecast[]) => number) => mean(own.map(measure)).toFixed(4);
    console.log(
      `  ${set}: calibration error ${of(expectedCalibrationError)} (by chance ${of(calibrationErrorByChance)}), ` +
        `in bins of equal count ${of(calibrationErrorEqualCount)}, root mean square without chance (Kumar, Liang, Ma 2019) ` +
        `${of(debiasedCalibrationError)}, log loss ${of(logLoss)}`,
    );
  }
  return { suggestion: fitSuggestion(phrases, seen), reliability: reliabilityTable(rounds) };
}
