import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import { TAXONOMY_LIMITS } from './limits.ts';
import type { OpenedFile, ReadingContext, Table } from './taxonomy-reader.ts';

export interface TableRow {
  /** The line at which the row ends, from 1, for messages. */
  readonly line: number;
  /** The trimmed text under a heading, which is given in lower case; empty where there is none. */
  cell(heading: string): string;
}

/** A text as a table, by its first line; null where that has fewer than two headings. */
export function headingsOf(text: string): Table | null {
  const firstLine = text.slice(0, 20_000).split(/\r?\n/u, 1)[0] ?? '';
  const delimiter = DELIMITERS.map((one) => ({ one, count: firstLine.split(one).length })).reduce((best, each) =>
    each.count > best.count ? each : best,
  );
  if (delimiter.count < 2) return null;
  try {
    const [headings = []] = parseAtOnce(firstLine, {
      ...optionsFor(delimiter.one),
      columns: false,
    }) as string[][];
    return {
      kind: 'table',
      text,
      delimiter: delimiter.one,
      headings: headings.map((heading) => heading.trim().toLowerCase()),
    };
  } catch {
    return null;
  }
}

const DELIMITERS = ['\t', ',', ';'] as const;

/**
 * The rows of a table, without its headings, piece by piece, so that long work can be stopped and others are not kept
 * waiting. Problems: `taxonomy-malformed` with `reason` (`csv`, `too-many-rows`) and `line`, and `cancelled`.
 */
export async function readTable(file: OpenedFile, table: Table, context: ReadingContext): Promise<Result<TableRow[]>> {
  const columns = new Map(table.headings.map((heading, index) => [heading, index]));
  const rows: TableRow[] = [];
  const parser = parse({ ...optionsFor(table.delimiter), info: true, from: 2 });
  let failure: Error | null = null;
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error) => {
      failure = error;
      resolve();
    });
    parser.on('end', resolve);
  });
  parser.on('data', ({ record, info }: { readonly record: readonly string[]; readonly info: { lines: number } }) => {
    rows.push({ line: info.lines, cell: (heading) => record[columns.get(heading) ?? -1]?.trim() ?? '' });
  });
  for (let start = 0; start < table.text.length && failure === null;) {
    const piece = table.text.slice(start, endOfPiece(table.text, start));
    start += piece.length;
    parser.write(piece);
    await context.advance((piece.length / table.text.length) * file.bytes);
    if (context.isCancelled()) {
      parser.destroy();
      return fail('cancelled');
    }
    if (rows.length > TAXONOMY_LIMITS.rows) {
      parser.destroy();
      return fail('taxonomy-malformed', { reason: 'too-many-rows', limit: TAXONOMY_LIMITS.rows });
    }
  }
  parser.end();
  await ended;
  if (failure === null) return ok(rows);
  return fail('taxonomy-malformed', { reason: 'csv', ...lineOf(failure) });
}

/** Characters that are parsed before others have their turn. */
const PIECE = 256 * 1024;

/** Not between the two halves of a letter, which would be lost. */
function endOfPiece(text: string, start: number): number {
  const end = Math.min(start + PIECE, text.length);
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? Math.min(end + 1, text.length) : end;
}

/** Tables with tabs are written without quotes (O*NET, "Text" download); those with commas after RFC 4180. */
function optionsFor(delimiter: Table['delimiter']) {
  return {
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: TAXONOMY_LIMITS.cell,
    quote: delimiter === '\t' ? null : '"',
  };
}

function lineOf(error: Error): { line: number } | Record<string, never> {
  const line: unknown = error instanceof CsvError ? error['lines'] : undefined;
  return typeof line === 'number' ? { line } : {};
}
