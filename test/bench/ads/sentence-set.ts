import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggestRequirements } from '../../../main/core/requirements/suggest-requirements.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';

/** They stay on the development machine. */
const DATA = join(
  process.env['TESSERA_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url)),
  'matching',
);
const CORPUS = 'skill-extraction/corpus_esco_v1.1.0.tsv';
const SETS = [
  { set: 'SkillSkape, development sentences', file: 'skillskape/dev.jsonl' },
  { set: 'HOUSE, validation sentences', file: 'skill-extraction/house_val.sentence.jsonl' },
  { set: 'TECH, validation sentences', file: 'skill-extraction/tech_val.sentence.jsonl' },
] as const;

export interface SentenceFigures {
  readonly set: string;
  readonly sentences: number;
  /** Sentences of which at least one line was made. */
  readonly read: number;
  readonly lines: number;
  /** Labels all of whose words stand in the sentence. */
  readonly named: number;
  /** … and in one of its lines. */
  readonly kept: number;
}

export const hasSentenceSets = () => existsSync(join(DATA, CORPUS));

/** Reads each sentence as an ad of its own. */
export function sentenceFigures(): readonly SentenceFigures[] {
  const labels = new Map(
    readFileSync(join(DATA, CORPUS), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([id = '', label = '']) => [id, wordsOf(label)]),
  );
  return SETS.map(({ set, file }) => {
    const rows = readFileSync(join(DATA, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { query: string; relevant: string[] });
    const figures = { set, sentences: rows.length, read: 0, lines: 0, named: 0, kept: 0 };
    for (const { query, relevant } of rows) {
      const lines = suggestRequirements(query).lines.map(({ text }) => new Set(wordsOf(text)));
      const sentence = new Set(wordsOf(query));
      const named = relevant
        .map((id) => labels.get(id) ?? [])
        .filter((label) => label.length > 0 && label.every((word) => sentence.has(word)));
      figures.read += lines.length > 0 ? 1 : 0;
      figures.lines += lines.length;
      figures.named += named.length;
      figures.kept += named.filter((label) => lines.some((line) => label.every((word) => line.has(word)))).length;
    }
    return figures;
  });
}

function wordsOf(text: string): string[] {
  return normaliseSkillText(text)
    .split(' ')
    .filter((word) => word !== '');
}
