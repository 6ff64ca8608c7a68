import { parse } from 'csv-parse/sync';
import { fieldOfColumn, readJobTable } from '../../core/requirements/job-table.ts';
import { wholeJob, type ReadJob } from '../../core/requirements/read-job.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** More rows than this no job has. */
const MOST_ROWS = 5000;

/** True where a text begins with the heading of a table of requirements. */
export function isJobCsv(text: string): boolean {
  return delimiterOf(text) !== null;
}

/**
 * Reads CSV with a heading, separated by commas, semicolons or tabs; columns as {@link readJobTable} says.
 *
 * @returns `job-malformed` with `reason: csv-broken` and the `line` where quotes or columns don't come out even.
 */
export function readJobCsv(text: string): Result<ReadJob> {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return fail('job-malformed', { reason: 'csv-without-text' });
  let rows: Record<string, string>[];
  try {
    rows = parse<Record<string, string>>(text, {
      bom: true,
      columns: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count_less: true,
      trim: true,
      to: MOST_ROWS,
    });
  } catch (error) {
    return fail('job-malformed', { reason: 'csv-broken', line: lineOf(error) });
  }
  const file = readJobTable(rows);
  return file.ok ? ok(wholeJob(file.value)) : file;
}

/** The heading has to name the text of the requirement, beside at least one other column that is known. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] | null {
  const [heading = ''] = text
    .replace(/^\uFEFF/u, '')
    .trimStart()
    .split(/\r?\n/u, 1);
  const fieldsBy = (delimiter: string) =>
    heading.split(delimiter).map((cell) => fieldOfColumn(cell.replace(/^\s*"|"\s*$/gu, '')));
  const known = (delimiter: string) => fieldsBy(delimiter).filter((field) => field !== null).length;
  return DELIMITERS.find((delimiter) => fieldsBy(delimiter).includes('text') && known(delimiter) >= 2) ?? null;
}

function lineOf(error: unknown): number {
  const stated = error instanceof Error && 'lines' in error ? error.lines : null;
  return typeof stated === 'number' ? stated : 1;
}
