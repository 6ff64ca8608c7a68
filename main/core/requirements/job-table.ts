import { fail, type Result } from '../../../shared/api/problems.ts';
import { readJobFile, type JobFile } from './job-file.ts';

/** Columns of a table of requirements by what they mean; other columns are left alone. Case and spaces do not count. */
const COLUMNS: Readonly<Record<string, string>> = {
  text: 'text',
  requirement: 'text',
  skill: 'text',
  kind: 'kind',
  type: 'kind',
  priority: 'priority',
  importance: 'priority',
  weight: 'weight',
  level: 'level',
  alternatives: 'alternatives',
  'framework ids': 'frameworkIds',
  'framework id': 'frameworkIds',
  uri: 'frameworkIds',
  'max age years': 'maxAgeYears',
  years: 'years',
  'stated level': 'statedLevel',
  source: 'sourceSentence',
  sentence: 'sourceSentence',
};
const LISTS: readonly string[] = ['alternatives', 'frameworkIds'];
const NUMBERS: readonly string[] = ['weight', 'maxAgeYears', 'years'];

/** The field that a column's heading means, or null. */
export function fieldOfColumn(heading: string): string | null {
  const plain = heading
    .trim()
    .toLowerCase()
    .replace(/[_\s-]+/gu, ' ');
  return Object.hasOwn(COLUMNS, plain) ? (COLUMNS[plain] ?? null) : null;
}

/**
 * Reads a table of requirements, one a row: `text` (needed), `kind`, `priority`, `weight`, `level`, `alternatives`,
 * `framework_ids` (both with `|` between entries), `max_age_years`, `years`, `stated_level`, `source`. Empty cells get the defaults of a job
 * file.
 *
 * @param rows Cells by heading, as texts.
 * @returns `job-malformed` with `reason` and the `line` of the table, the heading being line 1.
 */
export function readJobTable(rows: readonly Readonly<Record<string, string>>[]): Result<JobFile> {
  const requirements = rows
    .map((row, index) => ({ fields: fieldsOf(row), line: index + 2 }))
    .filter(({ fields }) => Object.keys(fields).length > 0);
  if (requirements.length === 0) return fail('job-malformed', { reason: 'no-requirements' });
  const file = readJobFile({ requirements: requirements.map(({ fields }) => fields) });
  if (file.ok) return file;
  const entry = Number(file.problem.params['line']);
  const line = requirements[entry - 1]?.line;
  return line === undefined ? file : fail('job-malformed', { ...file.problem.params, line });
}

function fieldsOf(row: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [heading, cell] of Object.entries(row)) {
    const field = fieldOfColumn(heading);
    const words = cell.trim();
    if (field === null || words === '' || Object.hasOwn(fields, field)) continue;
    if (LISTS.includes(field)) fields[field] = words.split('|').map((part) => part.trim());
    else fields[field] = NUMBERS.includes(field) ? Number(words.replace(',', '.')) : words;
  }
  return fields;
}
