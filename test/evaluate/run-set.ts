import { suggest } from '../../main/core/matching/hybrid/score-entries.ts';
import { BAND_FROM } from '../../main/core/matching/settings.ts';
import { compareSet, type ComparedQuery, type ComparedSet } from './compare-set.ts';
import {
  calibrationErrorByChance,
  calibrationErrorEqualCount,
  debiasedCalibrationError,
  expectedCalibrationError,
  figuresOf,
  mean,
  placesOf,
  round,
  type Forecast,
  type RankingFigures,
} from './metrics.ts';
import { weighing, weighNarrative, weighPhrase, type Mode, type Step, type Weighing } from './modes.ts';
import { InputProblem, type EvaluationSet, type QueryFile } from './read-set.ts';

interface Head {
  readonly set: string;
  readonly file: string;
  readonly mode: string;
  readonly queries: number;
}

export interface AbstainingFigures {
  /** Expected calibration error of P of the first suggestions, of this file and of its labelled sibling. */
  readonly ece: number;
  /** What forecasts without fault would show by chance with so many queries. */
  readonly eceByChance: number;
  /** The same over ten bins of equal count. */
  readonly eceEqualCount: number;
  /** Root of the mean squared calibration error without what chance adds to it (Kumar, Liang and Ma 2019). */
  readonly rmsDebiased: number;
  /** Share of the phrases without a label for which nothing reaches the band `possible`. */
  readonly abstained: number;
  /** The same share of the labelled phrases: what abstaining costs. */
  readonly abstainedLabelled: number;
}

export type SetLine = Head & (RankingFigures | AbstainingFigures);

/** Ranks the corpus for every query by the product's own search. Figures are rounded to four digits. */
export async function* runSet(
  set: EvaluationSet,
  mode: Mode,
  without: ReadonlySet<Step>,
  note: (words: string) => void,
): AsyncGenerator<SetLine> {
  const weighed = weighing(mode, without);
  const compared = await compareSet(set, { meaning: mode !== 'words', aliases: !without.has('aliases') });
  for (const file of set.files) {
    const head = { set: set.name, file: file.name, mode: weighed.name };
    if (file.kind === 'nolabel') {
      const labelled = await forecastsOf(labelledSiblings(set, file), compared, weighed);
      const unlabelled = await forecastsOf([file], compared, weighed);
      yield { ...head, queries: labelled.length + unlabelled.length, ...abstaining(labelled, unlabelled) };
      continue;
    }
    const all: RankingFigures[] = [];
    for await (const query of compared.queriesOf(file)) {
      if (query.relevant.length > 0) all.push(figuresOf(placesIn(query, weighed)));
    }
    const skipped = file.queries.length - all.length;
    if (skipped > 0) note(`${file.name}: ${skipped} queries have no relevant id in the corpus`);
    yield { ...head, queries: all.length, ...averaged(all) };
  }
}

/** Places of the relevant entries when the query is weighed so. */
export function placesIn(query: ComparedQuery, weighed: Weighing): readonly number[] {
  const scores =
    query.kind === 'sentence' ? weighNarrative(query.compared, weighed) : weighPhrase(query.compared, weighed);
  return placesOf(scores, query.relevant);
}

/** P of each first suggestion, and whether it is right. */
async function forecastsOf(
  files: readonly QueryFile[],
  set: ComparedSet,
  { numbers }: Weighing,
): Promise<readonly Forecast[]> {
  const all: Forecast[] = [];
  for (const file of files) {
    for await (const query of set.queriesOf(file)) {
      if (query.kind !== 'phrase') continue;
      const [first] = suggest(query.compared, numbers, 1);
      if (first !== undefined) {
        all.push({ probability: first.probability, right: query.relevant.includes(first.entry) });
      }
    }
  }
  return all;
}

function abstaining(labelled: readonly Forecast[], unlabelled: readonly Forecast[]): AbstainingFigures {
  const all = [...unlabelled, ...labelled];
  const share = (some: readonly Forecast[]) =>
    round(mean(some.map(({ probability }) => Number(probability < BAND_FROM.possible))));
  return {
    ece: round(expectedCalibrationError(all)),
    eceByChance: round(calibrationErrorByChance(all)),
    eceEqualCount: round(calibrationErrorEqualCount(all)),
    rmsDebiased: round(debiasedCalibrationError(all)),
    abstained: share(unlabelled),
    abstainedLabelled: share(labelled),
  };
}

/** The phrases of `x.nolabel.jsonl` that do have a label stand in `x.*.jsonl`; where there is none, in every other file. */
function labelledSiblings({ files }: EvaluationSet, { name }: QueryFile): readonly QueryFile[] {
  const stem = name.slice(0, -'nolabel.jsonl'.length);
  const phrases = files.filter(({ kind }) => kind === 'phrase');
  const siblings = phrases.filter((file) => file.name.startsWith(stem));
  const chosen = siblings.length > 0 ? siblings : phrases;
  if (chosen.length === 0)
    throw new InputProblem(`${name} needs a file of labelled phrases beside it: ${stem}span.jsonl`);
  return chosen;
}

export function averaged(all: readonly RankingFigures[]): RankingFigures {
  const of = (figure: keyof RankingFigures) => round(mean(all.map((one) => one[figure])));
  return { mrr: of('mrr'), map: of('map'), rp1: of('rp1'), rp5: of('rp5'), rp10: of('rp10'), ndcg10: of('ndcg10') };
}
