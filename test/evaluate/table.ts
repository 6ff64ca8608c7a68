import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ENCODER } from '../../main/adapters/embedding/model-manifest.ts';
import { suggest } from '../../main/core/matching/hybrid/score-entries.ts';
import { compareSet, type ComparedQuery } from './compare-set.ts';
import { mean, reliability, type Forecast } from './metrics.ts';
import { weighing, type Step, type Weighing } from './modes.ts';
import { readSet, type EvaluationSet } from './read-set.ts';
import { runMatchbench, type BenchLine } from './run-matchbench.ts';
import { abstaining, placesIn } from './run-set.ts';
import { validationData } from './validation-data.ts';

const FILE = fileURLToPath(new URL('../../docs/matching-figures.md', import.meta.url));

/** The queries of each file, compared once and weighed often. */
type ComparedFiles = ReadonlyMap<string, readonly ComparedQuery[]>;

const SWITCHED_OFF: readonly (readonly [Step, string])[] = [
  ['aliases', 'without aliases'],
  ['preferred', 'without the share of the preferred name'],
  ['letters', 'without letters'],
  ['exact', 'without exact names first'],
  ['windows', 'without windows'],
];

/** Measures everything on the validation sets and writes docs/matching-figures.md. Needs some ten minutes. */
export async function writeTable(): Promise<void> {
  const data = validationData();
  const ads = readSet(data.phrases, data.aliases);
  const bare = await compareFiles(ads, false);
  const full = await compareFiles(ads, true);
  const norm = await compareFiles(readSet(data.skillNorm), true);
  const row = (title: string, weighed: Weighing, compared: ComparedFiles = full) =>
    `| ${[title, ...figures(compared, norm, weighed)].join(' | ')} |`;
  const hybrid = weighing('hybrid');
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
  const text = page(lines, bench.flat(), suggestionLines(full, hybrid));
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
  const forecasts = (file: string) =>
    (ads.get(file) ?? []).flatMap((query): readonly Forecast[] => {
      const [first] = query.kind === 'phrase' ? suggest(query.compared, numbers, 1) : [];
      return first === undefined
        ? []
        : [{ probability: first.probability, right: query.relevant.includes(first.entry) }];
    });
  const sets = ['house', 'tech'].map((name) => ({
    name,
    labelled: forecasts(`${name}_val.span.jsonl`),
    unlabelled: forecasts(`${name}_val.nolabel.jsonl`),
  }));
  const all = sets.flatMap(({ labelled, unlabelled }) => [...labelled, ...unlabelled]);
  return [
    '| Set | phrases | calibration error | by chance | no suggestion where none is right | … where one is |',
    '|---|---|---|---|---|---|',
    ...sets.map(({ name, labelled, unlabelled }) => {
      const { ece, eceByChance, abstained, abstainedLabelled } = abstaining(labelled, unlabelled);
      const count = labelled.length + unlabelled.length;
      return `| ${[name.toUpperCase(), count, ...[ece, eceByChance, abstained, abstainedLabelled].map(show)].join(' | ')} |`;
    }),
    '',
    '| P said | phrases | said on average | came true |',
    '|---|---|---|---|',
    ...reliability(all).map(
      ({ from, count, said, cameTrue }) =>
        `| ${show(from)} – ${show(from + 0.1)} | ${count} | ${show(said)} | ${show(cameTrue)} |`,
    ),
  ];
}

function page(table: readonly string[], bench: readonly BenchLine[], suggestions: readonly string[]): string {
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

P that the first suggestion is right, over phrases with a label and phrases without one. *By chance*: the calibration error that forecasts without fault would show with so few phrases. *No suggestion*: P of the first one below the band *possible*.

${suggestions.join('\n')}
`;
}

function show(value = 0): string {
  return value.toFixed(3).replace(/^(-?)0\./u, '$1.');
}
