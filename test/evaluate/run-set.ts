import { matmul, Tensor } from '@huggingface/transformers';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import {
  createCorpusSearch,
  narrativePieces,
  type CorpusSearch,
  type CosinesOf,
} from '../../main/core/matching/hybrid/corpus-search.ts';
import { modelNumbers, WORDS_ONLY, type SearchNumbers } from '../../main/core/matching/hybrid/model-numbers.ts';
import { BAND_FROM } from '../../main/core/matching/settings.ts';
import { normaliseSkillText } from '../../main/core/skills/normalise.ts';
import {
  calibrationErrorByChance,
  expectedCalibrationError,
  figuresOf,
  mean,
  placesOf,
  type Forecast,
  type RankingFigures,
} from './metrics.ts';
import { InputProblem, type EvaluationSet, type Query, type QueryFile } from './read-set.ts';
import { vectorsOf } from './vector-store.ts';

export const MODES = ['hybrid', 'encoder', 'words'] as const;
export type Mode = (typeof MODES)[number];

/** What can be switched off, each by itself, to see what it is worth. */
export const STEPS = ['aliases', 'preferred', 'letters', 'exact', 'windows'] as const;
export type Step = (typeof STEPS)[number];

export type SetLine =
  | ({ readonly set: string; readonly file: string; readonly mode: string; readonly queries: number } & RankingFigures)
  | {
      readonly set: string;
      readonly file: string;
      readonly mode: string;
      readonly queries: number;
      /** Expected calibration error of P of the first suggestions, of this file and of its labelled sibling. */
      readonly ece: number;
      /** What forecasts without fault would show by chance with so many queries. */
      readonly eceByChance: number;
      /** Share of the phrases without a label for which nothing reaches the band `possible`. */
      readonly abstained: number;
      /** The same share of the labelled phrases: what abstaining costs. */
      readonly abstainedLabelled: number;
    };

/** The numbers that the product uses for its model, with steps switched off. */
export function numbersFor(mode: Mode, without: ReadonlySet<Step> = new Set()): SearchNumbers {
  const fitted = mode === 'words' ? WORDS_ONLY : modelNumbers(ENCODER.sha256);
  if (fitted === null)
    throw new InputProblem(`No numbers are fitted for the model ${ENCODER.sha256}: run fit-search.ts`);
  const { search } = fitted;
  const noLetters = { letters: 0, lettersOneName: 0, narrativeLetters: 0 };
  return {
    ...search,
    ...(mode === 'encoder' ? { ...noLetters, preferredShare: 0, exactFirst: false, exactInNarrative: 0 } : {}),
    ...(without.has('letters') ? noLetters : {}),
    ...(without.has('preferred') ? { preferredShare: 0 } : {}),
    ...(without.has('exact') ? { exactFirst: false, exactInNarrative: 0 } : {}),
    ...(without.has('windows') ? { windowShare: 0 } : {}),
  };
}

/** Ranks the corpus for every query by the product's own search. Figures are rounded to four digits. */
export async function runSet(set: EvaluationSet, mode: Mode, without: ReadonlySet<Step>): Promise<readonly SetLine[]> {
  const ranked = await rankSet(set, mode, numbersFor(mode, without), without.has('aliases'));
  const name = [mode, ...[...without].map((step) => `without ${step}`)].join(', ');
  const lines: SetLine[] = [];
  for (const file of set.files) {
    const head = { set: set.name, file: file.name, mode: name };
    if (file.kind === 'nolabel') lines.push({ ...head, ...(await abstaining(set, file, ranked)) });
    else lines.push({ ...head, ...(await ranked.figures(file)) });
  }
  return lines;
}

interface RankedSet {
  figures(file: QueryFile): Promise<{ readonly queries: number } & RankingFigures>;
  /** P of the first suggestion, and whether it is right. */
  forecasts(file: QueryFile): Promise<readonly Forecast[]>;
}

async function rankSet(
  set: EvaluationSet,
  mode: Mode,
  numbers: SearchNumbers,
  preferredNamesOnly: boolean,
): Promise<RankedSet> {
  const { search, cosinesOf, relevantOf } = await prepareSet(set, mode, numbers, preferredNamesOnly);
  return {
    async figures(file) {
      const all: RankingFigures[] = [];
      for (const query of file.queries) {
        const relevant = relevantOf(query);
        if (relevant.length === 0) continue;
        const cosines = await cosinesOf(query, file);
        const scores =
          file.kind === 'sentence'
            ? search.scoreNarrative(query.query, cosines)
            : search.scorePhrase(query.query, cosines);
        all.push(figuresOf(placesOf(scores, relevant)));
      }
      const skipped = file.queries.length - all.length;
      if (skipped > 0) process.stderr.write(`${file.name}: ${skipped} queries have no relevant id in the corpus\n`);
      return { queries: all.length, ...averaged(all) };
    },
    async forecasts(file) {
      const all: Forecast[] = [];
      for (const query of file.queries) {
        const [first] = search.suggest(query.query, await cosinesOf(query, file), 1);
        if (first !== undefined) {
          all.push({ probability: first.probability, right: relevantOf(query).includes(first.entry) });
        }
      }
      return all;
    },
  };
}

interface PreparedSet {
  readonly search: CorpusSearch;
  /** The cosines of the pieces of one query with the corpus. */
  cosinesOf(query: Query, file: QueryFile): Promise<CosinesOf>;
  /** Places of the relevant entries in the corpus; ids that it doesn't have are passed over. */
  relevantOf(query: Query): readonly number[];
}

/** A corpus made ready: its names embedded, its letters indexed. */
export async function prepareSet(
  { entries, files }: Pick<EvaluationSet, 'entries' | 'files'>,
  mode: Mode,
  numbers: SearchNumbers,
  preferredNamesOnly = false,
): Promise<PreparedSet> {
  const own = preferredNamesOnly ? entries.map(({ id, names }) => ({ id, names: names.slice(0, 1) })) : entries;
  const search = createCorpusSearch(own, numbers);
  const places = new Map(own.map(({ id }, index) => [id, index]));
  return {
    search,
    cosinesOf: mode === 'words' ? () => Promise.resolve(NO_MODEL) : await createScan(search, files),
    relevantOf: ({ relevant }) => relevant.map((id) => places.get(id)).filter((place) => place !== undefined),
  };
}

const NO_MODEL: CosinesOf = () => null;

async function abstaining(set: EvaluationSet, file: QueryFile, ranked: RankedSet) {
  const siblings = labelledSiblings(set, file);
  const unlabelled = await ranked.forecasts(file);
  const labelled: Forecast[] = [];
  for (const sibling of siblings) labelled.push(...(await ranked.forecasts(sibling)));
  const all = [...unlabelled, ...labelled];
  const share = (some: readonly Forecast[]) =>
    round(mean(some.map(({ probability }) => Number(probability < BAND_FROM.possible))));
  return {
    queries: all.length,
    ece: round(expectedCalibrationError(all)),
    eceByChance: round(calibrationErrorByChance(all)),
    abstained: share(unlabelled),
    abstainedLabelled: share(labelled),
  };
}

/** The phrases of `x.nolabel.jsonl` that do have a label stand in `x.*.jsonl`; where there is none, in every other file. */
export function labelledSiblings({ files }: EvaluationSet, { name }: QueryFile): readonly QueryFile[] {
  const stem = name.slice(0, -'nolabel.jsonl'.length);
  const phrases = files.filter(({ kind }) => kind === 'phrase');
  const siblings = phrases.filter((file) => file.name.startsWith(stem));
  return siblings.length > 0 ? siblings : phrases;
}

/** The cosines of all pieces of a query with all names at once: the same numbers as one at a time, and much faster. */
async function createScan(
  { names }: CorpusSearch,
  files: readonly QueryFile[],
): Promise<(query: Query, file: QueryFile) => Promise<CosinesOf>> {
  const queries = files.flatMap((file) => file.queries.flatMap((query) => piecesOf(query, file)));
  const vectors = await vectorsOf([...names, ...queries]);
  const { dimensions } = ENCODER;
  const columns = new Float32Array(names.length * dimensions);
  for (const [column, name] of names.entries()) {
    const vector = vectors.get(name);
    for (let row = 0; row < dimensions; row += 1) columns[row * names.length + column] = vector?.[row] ?? 0;
  }
  const corpus = new Tensor('float32', columns, [dimensions, names.length]);
  return async (query, file) => {
    const pieces = piecesOf(query, file);
    const rows = new Float32Array(pieces.length * dimensions);
    for (const [row, piece] of pieces.entries()) rows.set(vectors.get(piece) ?? [], row * dimensions);
    const product = (await matmul(new Tensor('float32', rows, [pieces.length, dimensions]), corpus)) as Tensor;
    const data = product.data as Float32Array;
    const cosines = new Map(
      pieces.map((piece, row) => [piece, data.subarray(row * names.length, (row + 1) * names.length)]),
    );
    return (text) => cosines.get(text) ?? null;
  };
}

function piecesOf({ query }: Query, { kind }: QueryFile): readonly string[] {
  if (kind !== 'sentence') return [normaliseSkillText(query)];
  const { whole, windows } = narrativePieces(query);
  return [...new Set([whole, ...windows])];
}

function averaged(all: readonly RankingFigures[]): RankingFigures {
  const of = (figure: keyof RankingFigures) => round(mean(all.map((one) => one[figure])));
  return { mrr: of('mrr'), map: of('map'), rp1: of('rp1'), rp5: of('rp5'), rp10: of('rp10'), ndcg10: of('ndcg10') };
}

export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
