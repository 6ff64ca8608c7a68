import type { ConceptKind } from '../../../shared/model/taxonomy.ts';
import { ESCO, versionOf } from './esco.ts';
import { slugOf } from './slug.ts';
import { readTable } from './read-table.ts';
import { readTables, valuesOf, type RowReader } from './read-tables.ts';
import type { OpenedFile, ReadingContext, TaxonomyReader } from './taxonomy-reader.ts';

/**
 * ESCO in the form of Tabiya (https://github.com/tabiya-tech/tabiya-esco-datasets-and-tools, columns as written by
 * scripts/esco-to-tabiya/transform.js and by Tabiya's later exports, which differ in the names of the files):
 *
 * - `skills.csv`, `skillGroups.csv`/`skill_groups.csv`, `occupations.csv`, `ISCOGroups.csv`: ID, ORIGINURI, CODE,
 *   PREFERREDLABEL, ALTLABELS, and SKILLTYPE for skills, OCCUPATIONTYPE or ISCOGROUPCODE for occupations
 * - `skills_hierarchy.csv`, `occupations_hierarchy.csv`: PARENTOBJECTTYPE, PARENTID, CHILDID, CHILDOBJECTTYPE
 * - `model_info.csv`: NAME, VERSION
 *
 * Rows refer to one another by ID, so that all files of one export belong together.
 */
export const escoTabiyaReader: TaxonomyReader = {
  form: 'esco-tabiya',
  recognises({ content }) {
    if (content.kind !== 'table') return null;
    const has = (...needed: readonly string[]) => needed.every((heading) => content.headings.includes(heading));
    if (has('id', 'preferredlabel', 'altlabels') || has('parentid', 'childid') || isModelInfo(content.headings)) {
      return 'used';
    }
    return has('requiringid', 'requiredid') || has('occupationid', 'skillid') ? 'unused' : null;
  },
  async read(files, context) {
    const uris = await urisById(files, context);
    const info = await modelInfo(files, context);
    const readerFor = (headings: readonly string[]): RowReader | null => {
      if (headings.includes('parentid')) return readHierarchy(uris);
      return headings.includes('preferredlabel') ? readConcept(kindOf(headings)) : null;
    };
    const taxonomy = { ...ESCO, version: versionOf(files), ...info };
    return readTables(files, readerFor, taxonomy, context);
  },
};

function isModelInfo(headings: readonly string[]): boolean {
  return ['name', 'locale', 'version'].every((heading) => headings.includes(heading));
}

function kindOf(headings: readonly string[]): ConceptKind {
  if (headings.includes('skilltype')) return 'skill';
  return headings.includes('occupationtype') || headings.includes('iscogroupcode') ? 'occupation' : 'group';
}

function uriOf(id: string, originUri: string): string {
  return originUri === '' ? `urn:tessera:taxonomy:tabiya:${encodeURIComponent(id)}` : originUri;
}

function readConcept(kind: ConceptKind): RowReader {
  return (row, at, builder) => {
    const [id, label] = [row.cell('id'), row.cell('preferredlabel')];
    const uri = uriOf(id, row.cell('originuri'));
    if (id === '') builder.refuse(at, 'no-uri');
    else if (label === '') builder.refuse(at, 'no-label');
    else builder.add(uri, { kind, label, alternatives: valuesOf(row.cell('altlabels')), code: row.cell('code') }, at);
  };
}

function readHierarchy(uris: ReadonlyMap<string, string>): RowReader {
  return (row, at, builder) => {
    const [child, parent] = [uris.get(row.cell('childid')), uris.get(row.cell('parentid'))];
    if (child === undefined || parent === undefined) builder.refuse(at, 'unknown-id');
    else builder.add(child, { broader: [parent] }, at);
  };
}

/** Read first, because hierarchies name ids that stand in other files. */
async function urisById(files: readonly OpenedFile[], context: ReadingContext): Promise<ReadonlyMap<string, string>> {
  const uris = new Map<string, string>();
  for (const file of files) {
    if (file.content.kind !== 'table' || !file.content.headings.includes('preferredlabel')) continue;
    const rows = await readTable(file, file.content, { ...context, advance: () => context.advance(0) });
    for (const row of rows.ok ? rows.value : []) {
      const id = row.cell('id');
      if (id !== '' && !uris.has(id)) uris.set(id, uriOf(id, row.cell('originuri')));
    }
  }
  return uris;
}

/** The name and version that an export gives itself; an id of its own where it is not ESCO as it was published. */
async function modelInfo(files: readonly OpenedFile[], context: ReadingContext) {
  const file = files.find(({ content }) => content.kind === 'table' && isModelInfo(content.headings));
  if (file === undefined || file.content.kind !== 'table') return {};
  const rows = await readTable(file, file.content, context);
  const [row] = rows.ok ? rows.value : [];
  const name = row?.cell('name') ?? '';
  if (row === undefined || name === '') return {};
  const isEsco = /^esco\b/iu.test(name);
  return { name, version: row.cell('version') || null, id: isEsco ? ESCO.id : `tabiya-${slugOf(name)}` };
}
