import type { FileProblem, OpenedFile, ReadFiles, ReadingContext, ReadTaxonomy } from './taxonomy-reader.ts';
import { createConceptBuilder, type ConceptBuilder, type Place } from './concept-builder.ts';
import { readTable, type TableRow } from './read-table.ts';

/** Takes what one row says; `headings` are those of its file. */
export type RowReader = (row: TableRow, at: Place, builder: ConceptBuilder) => void;

/**
 * Puts one taxonomy together out of several tables, each read by the reader that `readerFor` has for its headings.
 * Without a single concept it is a problem of its files: `taxonomy-malformed`, `reason: no-concepts`.
 */
export async function readTables(
  files: readonly OpenedFile[],
  readerFor: (headings: readonly string[]) => RowReader | null,
  taxonomy: Omit<ReadTaxonomy, 'concepts'>,
  context: ReadingContext,
): Promise<ReadFiles> {
  const builder = createConceptBuilder();
  const problems: FileProblem[] = [];
  const read: string[] = [];
  for (const file of files) {
    const { content, name } = file;
    const take = content.kind === 'table' ? readerFor(content.headings) : null;
    if (take === null || content.kind !== 'table') continue;
    const rows = await readTable(file, content, context);
    if (!rows.ok) {
      problems.push({ file: name, problem: rows.problem });
      continue;
    }
    for (const row of rows.value) take(row, { file: name, line: row.line }, builder);
    read.push(name);
  }
  const concepts = builder.finish();
  problems.push(...builder.problems);
  if (concepts.length > 0) return { taxonomies: [{ taxonomy: { ...taxonomy, concepts }, files: read }], problems };
  const none = read.map((file) => ({
    file,
    problem: { code: 'taxonomy-malformed' as const, params: { reason: 'no-concepts' } },
  }));
  return { taxonomies: [], problems: [...problems, ...none] };
}

/** A cell with several values, one a line, or divided by `|`. */
export function valuesOf(cell: string): readonly string[] {
  return cell
    .split(/\r?\n|\|/u)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The first match of a pattern's first group in the names of files. */
export function inNames(files: readonly OpenedFile[], pattern: RegExp): RegExpExecArray | null {
  for (const { name } of files) {
    const match = pattern.exec(name);
    if (match !== null) return match;
  }
  return null;
}
