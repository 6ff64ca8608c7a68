import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { reliabilities } from '../../main/core/matching/hybrid/reliability.ts';
import { BAND_FROM } from '../../main/core/matching/settings.ts';
import { reliability } from '../../shared/messages/reliability.en.ts';
import { casesIn, type Reliability } from '../../shared/model/reliability.ts';
import {
  forecastHeldOut,
  SEEN_WITH_MODEL,
  suggestedPhrases,
  type SuggestedPhrase,
} from '../bench/matching/fit-suggestion.ts';
import { compareSet, type ComparedQuery } from './compare-set.ts';
import {
  calibrationErrorByChance,
  calibrationErrorEqualCount,
  debiasedCalibrationError,
  expectedCalibrationError,
  mean,
} from './metrics.ts';
import { weighing, type Step, type Weighing } from './modes.ts';
import { InputProblem, readSet, type EvaluationSet } from './read-set.ts';
import { reliabilityDrawing } from './reliability-drawing.tsx';
import { runMatchbench, type BenchLine } from './run-matchbench.ts';
import { placesIn } from './run-set.ts';
import { validationData } from './validation-data.ts';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const FILE = join(DOCS, 'matching-figures.md');
const RELIABILITY_FILE = 'matching-reliability.svg';

/** The queries of each file, compared once and weighed often. */
type ComparedFiles = ReadonlyMap<string, readonly ComparedQuery[]>;

const SWITCHED_OFF: readonly (readonly [Step, string])[] = [
  ['aliases', 'without aliases'],
  ['preferred', 'without the share of the preferred name'],
  ['letters', 'without letters'],
  ['exact', 'without exact names first'],
  ['windows', 'without windows'],
  ['crowding', 'without crowding (only where entries have one name)'],
];

/**
 * Measures everything on the validation sets and writes docs/matching-figures.md with its picture. Needs some ten
 * minutes.
 * @throws InputProblem where the numbers of the model, or its reliability, are not there.
 */
export async function writeTable(): Promise<void> {
  const data = validationData();
  const hybrid = weighing('hybrid');
  const measured = reliabilities().find(({ model }) => model === ENCODER.sha256);
  if (measured?.pairs == null || measured.suggestions === null) {
    throw new InputProblem('How reliable the model is has not been measured: run fit-search.ts and fit-calibration.ts');
  }
  const ads = readSet(data.phrases, data.aliases);
  const bare = await compareFiles(ads, false);
  const full = await compareFiles(ads, true);
  const norm = await compareFiles(readSet(data.skillNorm), true);
  const row = (title: string, weighed: Weighing, compared: ComparedFiles = full) =>
    `| ${[title, ...figures(compared, norm, weighed)].join(' | ')} |`;
  const bench = await Promise.all(
    (['hybrid', 'words'] as const).map((mode) => runMatchbench(data.matchbench, 'dev', mode)),
  );
  const lines = [
    row('words alone', weighing('words')),
    ...QUOTED,
    row('our encoder alone', weighing('encoder')),
    row('our encoder in the recipe of its card', weighing('recipe')),
    row('**our hybrid**', hybrid),
    ...SWITCHED_OFF.map(([step, title]) =>
      row(`… ${title}`, weighing('hybrid', new Set([step])), step === 'aliases' ? bare : full),
    ),
  ];
  const text = page(lines, bench.flat(), suggestionLines(full, hybrid), reliabilityLines(measured));
  writeFileSync(join(DOCS, RELIABILITY_FILE), reliabilityDrawing(measured));
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), filepath: FILE }));
}

/** Measured by others or on the halves that are held back: to be read beside the rows, not against them. */
const QUOTED = [
  '| *USE-Lite, hybrid (quoted)* | *.505 / .533* | | |',
  '| *MiniLM-L6 int8, alone (quoted)* | *.558 / .604* | *.492 / .582* | |',
  '| *MiniLM-L6 int8, hybrid (quoted)* | *.586 / .627* | *.504 / .596* | |',
  '| *our encoder, hybrid (quoted)* | *.603 / .632* | *.517 / .614* | |',
];

async function compareFiles(set: EvaluationSet, aliases: boolean): Promise<ComparedFiles> {
  const compared = await compareSet(set, { meaning: true, aliases });
  const files = new Map<string, readonly ComparedQuery[]>();
  for (const file of set.files) {
    const queries: ComparedQuery[] = [];
    for await (const query of compared.queriesOf(file)) queries.push(query);
    files.set(file.name, queries);
  }
  return files;
}

function figures(ads: ComparedFiles, norm: ComparedFiles, weighed: Weighing): readonly string[] {
  const mrr = (queries: readonly ComparedQuery[] = []) =>
    mean(
      queries
        .filter(({ relevant }) => relevant.length > 0)
        .map((query) => 1 / (placesIn(query, weighed)[0] ?? Infinity)),
    );
  const pair = (kind: string) => {
    const [house, tech] = ['house', 'tech'].map((name) => mrr(ads.get(`${name}_val.${kind}.jsonl`)));
    return `${show(house)} / ${show(tech)}`;
  };
  return [pair('span'), pair('sentence'), show(mrr(norm.get('dev.jsonl')))];
}

function suggestionLines(ads: ComparedFiles, { numbers }: Weighing): readonly string[] {
  const phrases = ['house', 'tech'].flatMap((set) =>
    ['nolabel', 'span'].flatMap((kind) =>
      suggestedPhrases(ads.get(`${set}_val.${kind}.jsonl`) ?? [], set.toUpperCase(), numbers, SEEN_WITH_MODEL),
    ),
  );
  const rounds = forecastHeldOut(phrases);
  const among = (isOne: (phrase: SuggestedPhrase) => boolean) => {
    const those = phrases.map(isOne);
    return rounds.map((round) => round.filter((_, index) => those[index]));
  };
  const row = (title: string, isOne: (phrase: SuggestedPhrase) => boolean) => {
    const own = among(isOne);
    const unsure = (labelled: boolean) =>
      mean(
        among((phrase) => isOne(phrase) && phrase.labelled === labelled)
          .flat()
          .map(({ probability }) => Number(probability < BAND_FROM.possible)),
      );
    const figures = [
      ...[expectedCalibrationError, calibrationErrorByChance, calibrationErrorEqualCount, debiasedCalibrationError].map(
        (measure) => mean(own.map(measure)),
      ),
      unsure(false),
      unsure(true),
    ];
    return `| ${[title, own[0]?.length ?? 0, ...figures.map(show)].join(' | ')} |`;
  };
  return [
    '| Set | phrases | calibration error | by chance | bins of equal count | without chance | no suggestion where none is right | … where one is |',
    '|---|---|---|---|---|---|---|---|',
    ...[...new Set(phrases.map(({ set }) => set))].map((set) => row(set, (phrase) => phrase.set === set)),
    row('both', () => true),
  ];
}

/** The picture, what it means in words, and its numbers: what the app shows in "About the model". */
function reliabilityLines(own: Reliability): readonly string[] {
  return [
    `Forecasts on jobs and phrases that the numbers were not fitted on, as the app draws them. ${reliability.howToRead}`,
    '',
    `![Reliability of matches and of suggestions](${RELIABILITY_FILE})`,
    ...(['pairs', 'suggestions'] as const).flatMap((kind) => {
      const table = own[kind];
      if (table === null) return [];
      const words = reliability[kind];
      return [
        '',
        `**${words.title}.** ${reliability.meaning(table, words.of(casesIn(table)))}`,
        '',
        '| P said | cases | said on average | came true |',
        '|---|---|---|---|',
        ...table.bins.map(
          ({ from, count, said, cameTrue }) =>
            `| ${show(from)} – ${show(from + 0.1)} | ${[count, ...[said, cameTrue].map(show)].join(' | ')} |`,
        ),
      ];
    }),
  ];
}

function page(
  table: readonly string[],
  bench: readonly BenchLine[],
  suggestions: readonly string[],
  reliability: readonly string[],
): string {
  const benchRows = bench.map(
    ({ file, mode, ndcg10, spearman, recall20, error, ece }) =>
      `| ${[file, mode, ...[ndcg10, spearman, recall20, error, ece].map(show)].join(' | ')} |`,
  );
  return `# What the match is worth

Written by \`npm run -s evaluate -- --table\`; not edited by hand. Model ${ENCODER.id}, weights SHA-256 \`${ENCODER.sha256.slice(0, 16)}…\`. Validation halves only: the numbers were fitted on these sets, so what they are worth on queries that they were not fitted on stands in docs/decisions/matching-numbers.md.

## Search: mean reciprocal rank

HOUSE and TECH: phrases and sentences of real job ads against 13,891 ESCO skills with their alternative labels. SkillNorm: alternative label to preferred label, 13,896 skills with one name each. Each step is switched off by itself.

| | phrases HOUSE / TECH | sentences HOUSE / TECH | SkillNorm dev |
|---|---|---|---|
${table.join('\n')}

Rows marked *quoted* are figures of the design and the model card, measured on the other halves of the sets: they say how methods compare among themselves, and cannot be set against the rows above and below them.

## Ranking: the whole scoring

50 development jobs of the synthetic match bench, 2,000 candidates, each with one credential of twenty skills in other words than the job's. *Error*: mean distance of the score from the truth among the first hundred. *Calibration error*: of P among the first hundred, over all pairs of requirement and candidate that identity did not decide; where too little likeness was found to count, P is nought.

| Candidates | mode | nDCG@10 | Spearman | recall@20 | error | calibration error |
|---|---|---|---|---|---|---|
${benchRows.join('\n')}

## Suggestions: how sure is the first one?

P that the first suggestion is right, over phrases with a label and phrases without one; each phrase is forecast from others alone (ten parts, twenty ways to part them). *Calibration error*: ten bins of equal width, as everywhere here. *By chance*: the calibration error that forecasts without fault would show with so few phrases. *Bins of equal count*: the same over ten bins that hold equally many. *Without chance*: root of the mean squared error over those bins less what chance adds to it, the estimator of Kumar, Liang and Ma (2019), "Verified Uncertainty Calibration"; mean over the ways to part. *No suggestion*: P of the first one below the band *possible*.

${suggestions.join('\n')}

## Reliability: does it come true as often as it says?

${reliability.join('\n')}
`;
}

function show(value = 0): string {
  return value.toFixed(3).replace(/^(-?)0\./u, '$1.');
}
