import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES } from '../../../main/engine/embedder-host.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';

/** The sets on which the numbers of the match are fitted and looked at; they stay on the development machine. */
const DATA = join(
  process.env['TESSERA_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url)),
  'matching',
);

export const hasValidationSets = () => existsSync(DATA);

/** One job of the match bench: requirements with the skill that each means. */
export interface BenchJob {
  readonly id: string;
  readonly requirements: readonly {
    readonly skill: string;
    readonly text: string;
    readonly priority: 'must' | 'want';
  }[];
}

/** One candidate of the match bench: skills held, each in other words than the job's. */
export interface BenchCandidate {
  readonly id: string;
  readonly skills: ReadonlySet<string>;
  readonly texts: readonly string[];
}

export type Wording = 'easy' | 'hard';

interface JobRow {
  id: string;
  must: string[];
  nice: string[];
  must_text: string[];
  nice_text: string[];
}

/** The first 50 jobs are for development; the others are left to acceptance. */
export function benchJobs(): readonly BenchJob[] {
  return rowsOf<JobRow>('esco-matchbench/jobs.jsonl')
    .slice(0, 50)
    .map((row) => ({
      id: row.id,
      requirements: [
        ...row.must.map((skill, index) => ({ skill, text: row.must_text[index] ?? '', priority: 'must' as const })),
        ...row.nice.map((skill, index) => ({ skill, text: row.nice_text[index] ?? '', priority: 'want' as const })),
      ],
    }));
}

export function benchCandidates(wording: Wording): readonly BenchCandidate[] {
  return rowsOf<{ id: string; skill_ids: string[]; texts: string[] }>(
    `esco-matchbench/candidates_${wording}.jsonl`,
  ).map((row) => ({ id: row.id, skills: new Set(row.skill_ids), texts: row.texts }));
}

/** Real job-ad phrases with the ESCO labels that they mean; rows without a label are left out. */
export function adPhrases(): readonly { readonly phrase: string; readonly labels: readonly string[] }[] {
  const labels = new Map(escoLabels().map(({ id, label }) => [id, label]));
  return ['house', 'tech'].flatMap((set) =>
    rowsOf<{ query: string; relevant: string[] }>(`skill-extraction/${set}_val.span.jsonl`)
      .map((row) => ({
        phrase: row.query,
        labels: row.relevant.map((id) => labels.get(id)).filter((label) => label !== undefined),
      }))
      .filter((row) => row.labels.length > 0),
  );
}

export function escoLabels(): readonly { readonly id: string; readonly label: string }[] {
  return readFileSync(join(DATA, 'skill-extraction/corpus_esco_v1.1.0.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([id = '', label = '']) => ({ id, label }));
}

/** The vectors of the texts by normalised text, through the embedder as the app runs it. */
export async function vectorsOf(texts: Iterable<string>): Promise<ReadonlyMap<string, Float32Array>> {
  const distinct = [...new Set([...texts].map(normaliseSkillText))].filter((text) => text !== '');
  const embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  const embedded = await embedder.embed(distinct, undefined, (done) => {
    if (done % 6400 === 0) console.error(`${done} of ${distinct.length} texts`);
  });
  embedder.close();
  if (!embedded.ok) throw new Error(embedded.problem.code);
  return new Map(distinct.map((text, index) => [text, embedded.value[index] ?? new Float32Array()]));
}

/** The same numbers between 0 and 1 on every run (Numerical Recipes' LCG). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function rowsOf<Row>(file: string): Row[] {
  return readFileSync(join(DATA, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}
