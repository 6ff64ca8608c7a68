import { CsvError, parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

/** The columns of a table of issuers; several values of one field stand with `|` between them. */
export const ENTRY_COLUMNS = [
  'ids',
  'names',
  'homepage',
  'evidence',
  'key_id',
  'key',
  'valid_from',
  'valid_until',
  'revoked',
] as const;
type Column = (typeof ENTRY_COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

/**
 * Reads a CSV table of issuers, one key a row: rows of the same ids are one issuer. Dates may be days, which count from
 * midnight UTC. What stands in the fields is judged when the pack is read.
 *
 * Problem: `pack-part-unusable`.
 */
export function readEntryTable(text: string): Result<readonly JsonObject[]> {
  const rows = readRows(text);
  if (!rows.ok) return rows;
  const byIds = Map.groupBy(rows.value, (row) => listOf(row.ids).toSorted().join(' '));
  return ok([...byIds.values()].map(entryOf));
}

function readRows(text: string): Result<readonly Row[]> {
  try {
    const rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      trim: true,
    }) as readonly Readonly<Record<string, string>>[];
    const unknown = Object.keys(rows[0] ?? {}).find((name) => !ENTRY_COLUMNS.some((column) => column === name));
    if (unknown !== undefined) {
      return refused(`its column “${unknown}” is not known (known are ${ENTRY_COLUMNS.join(', ')})`);
    }
    const line = rows.findIndex((row) => listOf(row['ids']).length === 0);
    return line === -1 ? ok(rows) : refused(`its row ${line + 1} has no ids`);
  } catch (error) {
    if (error instanceof CsvError) return refused(`it is no CSV table (${error.code})`);
    throw error;
  }
}

function refused(detail: string): ReturnType<typeof fail> {
  return fail('pack-part-unusable', { detail });
}

function entryOf(rows: readonly Row[]): JsonObject {
  const all = (column: Column) => [...new Set(rows.flatMap((row) => listOf(row[column])))];
  const [homepage] = all('homepage');
  const evidence = all('evidence');
  return {
    ids: all('ids'),
    names: all('names'),
    ...(homepage === undefined ? {} : { homepage }),
    keys: rows.filter((row) => (row.key ?? '') !== '').map(keyOf),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

function keyOf(row: Row): JsonObject {
  const { key_id: id = '', key = '', valid_from: from = '', valid_until: until = '', revoked = '' } = row;
  return {
    ...(id === '' ? {} : { id }),
    publicKey: key,
    ...(from === '' ? {} : { validFrom: instantOf(from) }),
    ...(until === '' ? {} : { validUntil: instantOf(until) }),
    ...(/^(?:|no|false)$/i.test(revoked)
      ? {}
      : { revoked: /^(?:yes|true)$/i.test(revoked) ? true : instantOf(revoked) }),
  };
}

function instantOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
