import { normaliseSkillText } from '../../core/skills/normalise.ts';
import { narrowField } from '../../../shared/model/isced-fields.ts';
import { readTable, type TableRow } from './read-table.ts';
import { readTables, valuesOf, type RowReader } from './read-tables.ts';
import { slugOf } from './slug.ts';
import { readEach } from './read-each.ts';
import type { OpenedFile, ReadFiles, ReadingContext, TaxonomyReader } from './taxonomy-reader.ts';

/**
 * A table of one's own, with comma, semicolon or tab: one skill a line, one taxonomy a file. Headings (any case):
 *
 * - `label` (or name, skill, title): needed
 * - `id` (or uri, code): a URI as it stands, anything else within this taxonomy; without it the label is the id
 * - `alternatives` (or aliases, synonyms, altLabels), `broader` (or parent; ids or labels of this file, or URIs),
 *   `same` (or exactMatch): several divided by `|`, `;` or line ends
 * - `field`: an ISCED-F 2013 code of three digits or more (`061`, `0613`)
 */
export const plainCsvReader: TaxonomyReader = {
  form: 'csv',
  recognises({ content }) {
    if (content.kind !== 'table' || headingIn(content.headings, COLUMNS.label) === null) return null;
    const others = [COLUMNS.id, COLUMNS.alternatives, COLUMNS.broader, COLUMNS.same, COLUMNS.field];
    return others.some((names) => headingIn(content.headings, names) !== null) ? 'used' : null;
  },
  read: (files, context) => readEach(files, (file) => readOne(file, context)),
};

const COLUMNS = {
  label: ['label', 'name', 'skill', 'title', 'preferredlabel', 'preferred label'],
  id: ['id', 'uri', 'code', 'identifier'],
  alternatives: ['alternatives', 'aliases', 'synonyms', 'altlabels', 'alternative labels', 'alternative'],
  broader: ['broader', 'parent', 'broader id'],
  same: ['same', 'exactmatch', 'exact match', 'same as'],
  field: ['field', 'isced', 'isced-f'],
} as const;

function headingIn(headings: readonly string[], names: readonly string[]): string | null {
  return names.find((name) => headings.includes(name)) ?? null;
}

async function readOne(file: OpenedFile, context: ReadingContext): Promise<ReadFiles> {
  const name = file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.[a-z]+$/iu, '');
  const id = `csv-${slugOf(name) || 'table'}`;
  const labels = await urisByLabel(file, id, context);
  return readTables(
    [file],
    (headings) => rowReader(headings, id, labels),
    { id, name, version: null, licence: null },
    context,
  );
}

function rowReader(headings: readonly string[], taxonomy: string, labels: ReadonlyMap<string, string>): RowReader {
  const cells = cellsOf(headings);
  return (row, at, builder) => {
    const label = cells(row, 'label');
    if (label === '') {
      builder.refuse(at, 'no-label');
      return;
    }
    const uriOf = (text: string) => labels.get(normaliseSkillText(text)) ?? uriOfId(taxonomy, text);
    const fields = listOf(cells(row, 'field')).map((code) => ({ code, field: narrowField(code) }));
    if (fields.some(({ field }) => field === null)) builder.refuse(at, 'unknown-field');
    const known = fields.filter(({ field }) => field !== null).map(({ code }) => ISCED + code);
    builder.add(
      uriOfRow(taxonomy, cells(row, 'id'), label),
      {
        kind: 'skill',
        label,
        alternatives: listOf(cells(row, 'alternatives')),
        broader: [...listOf(cells(row, 'broader')).map(uriOf), ...known],
        exact: listOf(cells(row, 'same')),
      },
      at,
    );
  };
}

/** Fields of ISCED-F under ESCO's URIs of them, so that they need no concepts of their own. */
const ISCED = 'http://data.europa.eu/esco/isced-f/';

type Cells = (row: TableRow, column: keyof typeof COLUMNS) => string;

function cellsOf(headings: readonly string[]): Cells {
  return (row, column) => {
    const heading = headingIn(headings, COLUMNS[column]);
    return heading === null ? '' : row.cell(heading);
  };
}

/** Broader skills may be named by their labels: those are read first. A label that stands twice names none. */
async function urisByLabel(
  file: OpenedFile,
  taxonomy: string,
  context: ReadingContext,
): Promise<ReadonlyMap<string, string>> {
  const uris = new Map<string, string>();
  if (file.content.kind !== 'table') return uris;
  const cells = cellsOf(file.content.headings);
  const rows = await readTable(file, file.content, { ...context, advance: () => context.advance(0) });
  const twice = new Set<string>();
  for (const row of rows.ok ? rows.value : []) {
    const label = cells(row, 'label');
    const [text, uri] = [normaliseSkillText(label), uriOfRow(taxonomy, cells(row, 'id'), label)];
    if (uris.has(text) && uris.get(text) !== uri) twice.add(text);
    uris.set(text, uri);
  }
  for (const text of twice) uris.delete(text);
  return uris;
}

function uriOfRow(taxonomy: string, id: string, label: string): string {
  return uriOfId(taxonomy, id === '' ? normaliseSkillText(label) : id);
}

function uriOfId(taxonomy: string, id: string): string {
  return /^[a-z][a-z0-9+.-]*:/iu.test(id) ? id : `urn:tessera:taxonomy:${taxonomy}:${encodeURIComponent(id)}`;
}

function listOf(cell: string): readonly string[] {
  return valuesOf(cell.replaceAll(';', '|'));
}
