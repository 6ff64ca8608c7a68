import { CsvError, parse } from 'csv-parse/sync';
import type { Manifest, ManifestRow } from '../../core/credentials/manifest.ts';
import type { NamedFile } from '../../core/ports.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/api/problems.ts';
import { decodeText } from './decode-text.ts';
import { LIMITS } from './limits.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const MAXIMUM_FIELD = 2000;

/** Whether a file is a manifest: named `manifest.csv`, or any `.csv` with a column `file`. */
export function isManifest({ name, bytes }: NamedFile): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  if (base === 'manifest.csv') return true;
  return base.endsWith('.csv') && headerOf(startOf(bytes)).includes('file');
}

/**
 * Reads a CSV manifest: `file,candidate_ref,name,email,job`, and perhaps `phone`, `consent_date` and `source`; other
 * columns are ignored. Comma, semicolon or tab; quotes, byte order mark, UTF-16 and any case or spacing of headings.
 *
 * A row that can't be used is a `manifest-row` problem with `line` and `reason` (`file-empty`, `nobody-named`,
 * `email`, `columns`, `too-long`). The whole is `manifest-malformed` with `reason` (`not-text`, `no-file-column`,
 * `csv`, `empty`, `too-large`), and `line` where there is one.
 */
export function readManifest(bytes: Uint8Array): Result<Manifest> {
  if (bytes.length > LIMITS.fileBytes)
    return fail('manifest-malformed', { reason: 'too-large', limit: LIMITS.fileBytes });
  const text = decodeText(bytes) ?? decodeWindows(bytes);
  if (text === null) return fail('manifest-malformed', { reason: 'not-text' });
  if (text.trim() === '') return fail('manifest-malformed', { reason: 'empty' });
  const records = readRecords(text);
  if (!records.ok) return records;
  const [header, ...lines] = records.value;
  const columns = (header?.record ?? []).map(heading);
  if (!columns.includes('file')) return fail('manifest-malformed', { reason: 'no-file-column' });
  const rows: ManifestRow[] = [];
  const problems: Problem[] = [];
  for (const { record, line } of lines) {
    const row = readRow(record, columns, line);
    if (row.ok) rows.push(row.value);
    else problems.push(row.problem);
  }
  return ok({ rows, problems });
}

/** Enough for the headings; cut off anywhere, so what is no UTF-16 is read byte by byte. */
function startOf(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 4096);
  return decodeText(start) ?? Buffer.from(start).toString('latin1');
}

interface Line {
  readonly record: readonly string[];
  readonly line: number;
}

function readRecords(text: string): Result<readonly Line[]> {
  const lines: Line[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: readonly string[], { lines: line }) => {
        lines.push({ record, line });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error['lines'];
    return fail('manifest-malformed', { reason: 'csv', ...(typeof line === 'number' ? { line } : {}) });
  }
  return ok(lines);
}

/** Spreadsheets save with the separator of their country: the one that is most frequent in the first line. */
function delimiterOf(text: string): string {
  const first = firstLine(text);
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function headerOf(text: string): readonly string[] {
  return firstLine(text).split(delimiterOf(text)).map(heading);
}

function firstLine(text: string): string {
  return /^[\ufeff\s]*([^\r\n]*)/.exec(text)?.[1] ?? '';
}

/** ` "Candidate Ref" ` is `candidate_ref`. */
function heading(text: string): string {
  return text
    .replace(/["\ufeff]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

function readRow(record: readonly string[], columns: readonly string[], line: number): Result<ManifestRow> {
  const refuse = (reason: string) => fail('manifest-row', { line, reason });
  const value = (column: string): string | null => record[columns.indexOf(column)]?.trim() || null;
  if (record.length > columns.length) return refuse('columns');
  if (record.some((field) => field.length > MAXIMUM_FIELD)) return refuse('too-long');
  const file = value('file')?.replaceAll('\\', '/') ?? null;
  if (file === null) return refuse('file-empty');
  const row = { ref: value('candidate_ref'), name: value('name'), email: value('email') };
  if (row.ref === null && row.name === null && row.email === null) return refuse('nobody-named');
  if (row.email !== null && !/^[^\s@]+@[^\s@]+$/.test(row.email)) return refuse('email');
  return ok({
    line,
    file,
    ...row,
    job: value('job'),
    phone: value('phone'),
    consentDate: value('consent_date'),
    source: value('source'),
  });
}

/** Older spreadsheets write the Windows code page; every byte of it is text, so only zero bytes speak against it. */
function decodeWindows(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : new TextDecoder('windows-1252').decode(bytes);
}
