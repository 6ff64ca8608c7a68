/**
 * Fits the search numbers of main/core/matching/hybrid/model-numbers.ts on the validation sets and prints them with
 * what they are worth: tuned on one half of the queries, reported on the other. Run it again for another model:
 * `npx tsx test/bench/matching/fit-search.ts`.
 */
import { ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import type { SearchNumbers } from '../../../main/core/matching/hybrid/model-numbers.ts';
import {
  scoreNarrative,
  scorePhrase,
  suggest,
  type ComparedNarrative,
  type ComparedPhrase,
} from '../../../main/core/matching/hybrid/score-entries.ts';
import { calibrationErrorByChance, expectedCalibrationError, mean, placesOf } from '../../evaluate/metrics.ts';
import { readSet, type EvaluationSet } from '../../evaluate/read-set.ts';
import { numbersFor, prepareSet } from '../../evaluate/run-set.ts';
import { validationData } from '../../evaluate/validation-data.ts';
import { dot, fitLogistic, sigmoid, type Observation } from './logistic.ts';

interface Asked<Compared> {
  readonly group: string;
  readonly compared: Compared;
  readonly relevant: readonly number[];
}

const data = validationData();
const ads = readSet(data.phrases, data.aliases);
const phrases = await compareAll(ads, 'phrase');
const unlabelled = await compareAll(ads, 'nolabel');
const narratives = await compareNarratives(ads);
const oneName = await compareAll(readSet(data.skillNorm), 'phrase');

let numbers = numbersFor('hybrid');
console.log(`model ${ENCODER.sha256}`);

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => Number((from + index * step).toFixed(3)));
const ofPhrases = (own: SearchNumbers, asked: Asked<ComparedPhrase>) =>
  reciprocal(scorePhrase(asked.compared, own), asked.relevant);
const ofNarratives = (own: SearchNumbers, asked: Asked<ComparedNarrative>) =>
  reciprocal(scoreNarrative(asked.compared, own), asked.relevant);

numbers = crossFit('phrases', phrases, ofPhrases, {
  preferredShare: range(0, 0.7, 0.1),
  letters: range(0, 0.4, 0.05),
});
numbers = crossFit('one name each', oneName, ofPhrases, { lettersOneName: range(0, 0.2, 0.02) });
numbers = crossFit('narratives', narratives, ofNarratives, {
  windowShare: range(0.2, 0.7, 0.1),
  narrativeLetters: range(0, 0.2, 0.05),
  exactInNarrative: range(0, 2, 0.5),
});
fitSuggestions();
console.log(JSON.stringify(numbers));

/** Every query's comparison, which the numbers then weigh: made once, since it takes the time. */
async function compareAll(set: EvaluationSet, kind: 'phrase' | 'nolabel'): Promise<readonly Asked<ComparedPhrase>[]> {
  const prepared = await prepareSet(set, 'hybrid', numbersFor('hybrid'));
  const asked: Asked<ComparedPhrase>[] = [];
  for (const file of set.files.filter((one) => one.kind === kind)) {
    for (const query of file.queries) {
      const compared = prepared.search.comparePhrase(query.query, await prepared.cosinesOf(query, file));
      const relevant = prepared.relevantOf(query);
      if (kind === 'nolabel' || relevant.length > 0) asked.push({ group: file.name, compared, relevant });
    }
  }
  return asked;
}

async function compareNarratives(set: EvaluationSet): Promise<readonly Asked<ComparedNarrative>[]> {
  const prepared = await prepareSet(set, 'hybrid', numbersFor('hybrid'));
  const asked: Asked<ComparedNarrative>[] = [];
  for (const file of set.files.filter((one) => one.kind === 'sentence')) {
    for (const query of file.queries) {
      const compared = prepared.search.compareNarrative(query.query, await prepared.cosinesOf(query, file));
      const relevant = prepared.relevantOf(query);
      if (relevant.length > 0) asked.push({ group: file.name, compared, relevant });
    }
  }
  return asked;
}

/**
 * The best of a grid by the mean over the files' means, on all queries; and what the best of each half is worth on
 * the other half.
 */
function crossFit<Compared>(
  name: string,
  all: readonly Asked<Compared>[],
  worth: (numbers: SearchNumbers, asked: Asked<Compared>) => number,
  grid: Readonly<Partial<Record<keyof SearchNumbers, readonly number[]>>>,
): SearchNumbers {
  const points = pointsOf(grid).map((point) => ({ ...numbers, ...point }));
  const table = points.map((point) => all.map((asked) => worth(point, asked)));
  const halves = [0, 1].map((half) => all.map((_, index) => index % 2 === half));
  const overGroups = (values: readonly number[], among: readonly boolean[]) =>
    [...new Set(all.map(({ group }) => group))].map((group) =>
      mean(values.filter((_, index) => among[index] === true && all[index]?.group === group)),
    );
  // A point counts by itself and its neighbours in the grid, so that no lucky peak of a few queries wins.
  const places = points.map((point) => gridPlace(point, grid));
  const bestOn = (among: readonly boolean[]) => {
    const worths = table.map((values) => mean(overGroups(values, among)));
    const smoothed = places.map((place) => mean(worths.filter((_, other) => isNear(place, places[other] ?? []))));
    return smoothed.indexOf(Math.max(...smoothed));
  };
  const held = halves.map((half, index) => overGroups(table[bestOn(half)] ?? [], halves[1 - index] ?? []));
  const chosen = bestOn(all.map(() => true));
  const show = (values: readonly number[]) => values.map((value) => value.toFixed(4)).join(' / ');
  const crossed = (held[0] ?? []).map((value, index) => (value + (held[1]?.[index] ?? 0)) / 2);
  console.log(
    `${name}: cross-fitted MRR ${show(crossed)}; fitted on all ${show(
      overGroups(
        table[chosen] ?? [],
        all.map(() => true),
      ),
    )}`,
  );
  for (const half of halves) console.log(`  best of a half: ${changed(points[bestOn(half)], grid)}`);
  console.log(`  best of all: ${changed(points[chosen], grid)}`);
  return points[chosen] ?? numbers;
}

function gridPlace(
  point: SearchNumbers,
  grid: Readonly<Partial<Record<keyof SearchNumbers, readonly number[]>>>,
): readonly number[] {
  return Object.entries(grid).map(([key, values]) => values.indexOf(point[key as keyof typeof grid] as number));
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

function pointsOf(grid: Readonly<Partial<Record<keyof SearchNumbers, readonly number[]>>>): readonly object[] {
  return Object.entries(grid).reduce<readonly object[]>(
    (points, [key, values]) => points.flatMap((point) => values.map((value) => ({ ...point, [key]: value }))),
    [{}],
  );
}

/** P of the first suggestion: fitted on HOUSE and reported on TECH, and the other way round. */
function fitSuggestions(): void {
  const rows = [...phrases, ...unlabelled].map(({ group, compared, relevant }) => {
    const [first] = suggest(compared, numbers, 1);
    const exact = compared.named.some(({ entry }) => entry === first?.entry);
    const features = [1, first?.score ?? 0, first?.lead ?? 0, Number(exact)];
    return { group: group.split('_')[0] ?? '', features, hit: relevant.includes(first?.entry ?? -1) };
  });
  const groups = [...new Set(rows.map(({ group }) => group))];
  const forecast = (some: readonly Observation[], weights: readonly number[]) =>
    some.map(({ features, hit }) => ({ probability: sigmoid(dot(features, weights)), right: hit }));
  for (const group of groups) {
    const weights = fitLogistic(rows.filter((row) => row.group !== group));
    const held = forecast(
      rows.filter((row) => row.group === group),
      weights,
    );
    console.log(
      `suggestions, fitted on the others, ${group}: ECE ${expectedCalibrationError(held).toFixed(4)}, ` +
        `by chance ${calibrationErrorByChance(held).toFixed(4)}, ${held.length} phrases`,
    );
  }
  const [a = 0, score = 0, lead = 0, exact = 0] = fitLogistic(rows);
  numbers = { ...numbers, suggestion: { a, score, lead, exact } };
  const all = forecast(rows, [a, score, lead, exact]);
  console.log(
    `suggestions: ECE on all ${expectedCalibrationError(all).toFixed(4)}, by chance ${calibrationErrorByChance(all).toFixed(4)}`,
  );
}

function reciprocal(scores: Float64Array, relevant: readonly number[]): number {
  return 1 / (placesOf(scores, relevant)[0] ?? Infinity);
}
