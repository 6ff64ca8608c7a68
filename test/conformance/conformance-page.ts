import { differencesOf, type ConformanceSet, type ConformanceVector, type Outcome } from './conformance-set.ts';

/** A vector after it was run. */
export interface ConformanceRow {
  readonly vector: ConformanceVector;
  readonly got: Outcome;
}

/** Runs every vector of a set, in order. A vector that throws is wrong, and says what it threw. */
export async function runSet({ vectors }: ConformanceSet): Promise<readonly ConformanceRow[]> {
  const rows: ConformanceRow[] = [];
  for (const vector of vectors) {
    const got = await vector.run().catch((error: unknown): Outcome => ({ thrown: String(error) }));
    rows.push({ vector, got });
  }
  return rows;
}

/** True where a vector did not come out as expected. */
export function isWrong({ vector, got }: ConformanceRow): boolean {
  return differencesOf(vector.expected, got).length > 0;
}

/** docs/conformance.md: a table of sums, then a table a set. */
export function conformancePage(
  sets: readonly { readonly set: ConformanceSet; readonly rows: readonly ConformanceRow[] }[],
): string {
  const sums = sets.map(({ set, rows }) => sumLine(set, rows));
  const all = sets.flatMap(({ rows }) => rows);
  return [
    '# Conformance',
    '',
    'What Tessera says of every published vector at hand, made by `npm run -s conformance` out of the tables in',
    '`test/conformance/`; a test holds that this page is what the command makes. Expected and got are codes of the',
    'check catalogue (`main/core/verification/check-codes.ts`) unless a row says otherwise. _Why_ stands where the',
    'outcome is not what the file’s name promises; _not supported_ names what Tessera leaves out on purpose.',
    '',
    '| Vectors | Rows | Right | Wrong | Of these with something not supported |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...sums,
    `| **All** | ${counts(all)} |`,
    ...sets.flatMap(({ set, rows }) => section(set, rows)),
    '',
  ].join('\n');
}

function sumLine(set: ConformanceSet, rows: readonly ConformanceRow[]): string {
  return `| [${set.title}](#${anchorOf(set.folder)}) | ${counts(rows)} |`;
}

function counts(rows: readonly ConformanceRow[]): string {
  const wrong = rows.filter(isWrong).length;
  const unsupported = rows.filter(({ vector }) => vector.unsupported !== null).length;
  return [rows.length, rows.length - wrong, wrong, unsupported].join(' | ');
}

function anchorOf(folder: string): string {
  return folder.toLowerCase();
}

function section(set: ConformanceSet, rows: readonly ConformanceRow[]): readonly string[] {
  return [
    '',
    `## ${set.folder}`,
    '',
    `${set.title}.`,
    '',
    '| Vector | What it is | Expected | Got | Why, or what is not supported |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => rowLine(set, row)),
  ];
}

function rowLine(set: ConformanceSet, row: ConformanceRow): string {
  const { name, what, expected, why, unsupported } = row.vector;
  const notes = [why, unsupported === null ? null : `_Not supported: ${unsupported}._`].filter((note) => note !== null);
  const got = isWrong(row) ? `**${written(row.got, row.vector)}**` : written(row.got, row.vector);
  const cells = [name.replace(`${set.folder}/`, ''), what, written(expected, row.vector), got, notes.join(' ')];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** The values that the row is about, as code. */
function written(outcome: Outcome, { expected }: ConformanceVector): string {
  const about = Object.keys(expected).filter((name) => name !== 'unsigned parts' || outcome[name] !== '0');
  const got = about.map((name) => `${name}: ${outcome[name] ?? 'not there'}`);
  const other = Object.keys(outcome).filter((name) => !(name in expected) && ['problem', 'thrown'].includes(name));
  return [...got, ...other.map((name) => `${name}: ${outcome[name] ?? ''}`)].join('<br>');
}

/** A vertical bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
