import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CorpusEntry } from '../../main/core/matching/hybrid/corpus-search.ts';

/** Something about the input that a person has to put right; the message says what and where. */
export class InputProblem extends Error {}

export interface Query {
  readonly id: string;
  readonly query: string;
  /** Ids of corpus entries; empty where none is right. */
  readonly relevant: readonly string[];
}

export type QueryKind = 'phrase' | 'sentence' | 'nolabel';

export interface QueryFile {
  readonly name: string;
  readonly kind: QueryKind;
  readonly queries: readonly Query[];
}

export interface EvaluationSet {
  readonly name: string;
  readonly entries: readonly CorpusEntry[];
  readonly files: readonly QueryFile[];
}

/**
 * Reads a folder with `corpus*.tsv` (id, text) and `*.jsonl` (`{id, query, relevant}`).
 * @param aliases Further names, many lines an id; ids that the corpus doesn't have are passed over.
 * @param corpus A corpus that stands elsewhere, for a folder without one.
 * @throws InputProblem
 */
export function readSet(folder: string, aliases: string | null = null, corpus: string | null = null): EvaluationSet {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new InputProblem(`There is no folder ${folder}`);
  const inside = readdirSync(folder).sort();
  const corpora =
    corpus === null
      ? inside.filter((name) => /^corpus.*\.tsv$/u.test(name)).map((name) => join(folder, name))
      : [corpus];
  if (corpora.length === 0) {
    throw new InputProblem(`${folder} has no corpus*.tsv (id and text, parted by a tab); name one with --corpus FILE`);
  }
  const names = new Map<string, string[]>();
  for (const file of corpora) {
    for (const [id, text] of readTable(file)) names.set(id, [...(names.get(id) ?? []), text]);
  }
  if (names.size === 0) throw new InputProblem(`${corpora.join(', ')}: no entry`);
  if (aliases !== null) {
    for (const [id, text] of readTable(aliases)) names.get(id)?.push(text);
  }
  const queryFiles = inside.filter((name) => name.endsWith('.jsonl'));
  if (queryFiles.length === 0) throw new InputProblem(`${folder} has no *.jsonl with queries`);
  return {
    name: basename(folder),
    entries: [...names].map(([id, own]) => ({ id, names: own })),
    files: queryFiles.map((name) => readQueries(join(folder, name))),
  };
}

/** The kind follows from the name: `*.sentence.jsonl`, `*.nolabel.jsonl`, any other holds phrases. */
function readQueries(file: string): QueryFile {
  const name = basename(file);
  const kind = name.endsWith('.sentence.jsonl') ? 'sentence' : name.endsWith('.nolabel.jsonl') ? 'nolabel' : 'phrase';
  const queries = readJsonLines(file).map(({ value, line }): Query => {
    const { id, query, relevant } = (value ?? {}) as Partial<Record<keyof Query, unknown>>;
    const isList = Array.isArray(relevant) && relevant.every((one) => typeof one === 'string');
    if (typeof query !== 'string' || (typeof id !== 'string' && typeof id !== 'number') || !isList) {
      throw new InputProblem(`${file}, line ${line}: not {"id", "query", "relevant": [ids]}`);
    }
    return { id: String(id), query, relevant };
  });
  if (queries.length === 0) throw new InputProblem(`${file}: no query`);
  return { name, kind, queries };
}

export function readJsonLines(file: string): readonly { readonly value: unknown; readonly line: number }[] {
  return linesOf(file).map(({ text, line }) => {
    try {
      return { value: JSON.parse(text) as unknown, line };
    } catch {
      throw new InputProblem(`${file}, line ${line}: not JSON`);
    }
  });
}

/** Rows of id and text; a first line whose first cell names a column is a header. */
function readTable(file: string): readonly (readonly [id: string, text: string])[] {
  return linesOf(file).flatMap(({ text: row, line }, index) => {
    const [id = '', text] = row.split('\t').map((cell) => cell.trim());
    if (index === 0 && /^(?:id|uri|code|.*[_ ]id|concept ?uri)$/iu.test(id)) return [];
    if (id === '' || text === undefined) throw new InputProblem(`${file}, line ${line}: not an id, a tab and a text`);
    return text === '' ? [] : [[id, text] as const];
  });
}

function linesOf(file: string): readonly { readonly text: string; readonly line: number }[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new InputProblem(`${file} can't be read`);
  }
  return content
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
}
