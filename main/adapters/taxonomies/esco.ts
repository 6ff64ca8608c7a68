import type { ConceptKind } from '../../../shared/model/taxonomy.ts';
import { inNames, readTables, valuesOf, type RowReader } from './read-tables.ts';
import type { OpenedFile, TaxonomyReader } from './taxonomy-reader.ts';

/**
 * ESCO as its CSV download (https://esco.ec.europa.eu/en/use-esco/download; columns as in dictionary_en.csv of v1.2):
 *
 * - `skills_en.csv`, `occupations_en.csv`, `skillGroups_en.csv`, `ISCOGroups_en.csv`: conceptType, conceptUri,
 *   preferredLabel, altLabels and hiddenLabels (one a line), status, code, …
 * - `broaderRelationsSkillPillar(_en).csv`, `broaderRelationsOccPillar(_en).csv`: conceptType, conceptUri, broaderType,
 *   broaderUri; since v1.2 with conceptLabel and broaderLabel
 * - `skillsHierarchy_en.csv`: "Level 0 URI", "Level 0 preferred term", "Level 0 code" … to level 3
 *
 * Collections are parts of `skills_en.csv`, and relations between occupations and skills are not used.
 */
export const escoReader: TaxonomyReader = {
  form: 'esco',
  recognises({ content }) {
    if (content.kind !== 'table') return null;
    if (readerFor(content.headings) !== null) return 'used';
    return UNUSED.some((needed) => needed.every((heading) => content.headings.includes(heading))) ? 'unused' : null;
  },
  async read(files, context) {
    const [english, others] = [files.filter(isEnglish), files.filter((file) => !isEnglish(file))];
    const read = await readTables(english, readerFor, { ...ESCO, version: versionOf(files) }, context);
    const problems = others.map(({ name }) => ({
      file: name,
      problem: { code: 'taxonomy-malformed' as const, params: { reason: 'not-english' } },
    }));
    return { ...read, problems: [...read.problems, ...problems] };
  },
};

/** Commission Decision 2011/833/EU; https://esco.ec.europa.eu/en/use-esco/download, "Copyright". */
const ESCO_LICENCE =
  'Free reuse with attribution (Commission Decision 2011/833/EU): “This service uses the ESCO classification of the European Commission.”';

export const ESCO = { id: 'esco', name: 'ESCO', licence: ESCO_LICENCE };

/** The version stands in the name of the download only: `ESCO dataset - v1.2.0 - classification - en - csv`. */
export function versionOf(files: readonly OpenedFile[]): string | null {
  return inNames(files, /v(\d+\.\d+(?:\.\d+)?)/u)?.[1] ?? null;
}

const UNUSED = [
  ['concepturi', 'broaderconcepturi'],
  ['occupationuri', 'skilluri'],
  ['originalskilluri', 'relatedskilluri'],
  ['conceptschemeuri'],
  ['concepturi', 'greenshare'],
  ['filename', 'data header'],
];

function isEnglish({ name }: OpenedFile): boolean {
  const language = /_([a-z]{2})\.csv$/iu.exec(name)?.[1];
  return language === undefined || language.toLowerCase() === 'en';
}

function readerFor(headings: readonly string[]): RowReader | null {
  const has = (...needed: readonly string[]) => needed.every((heading) => headings.includes(heading));
  if (has('concepturi', 'broaderconcepturi') || has('greenshare')) return null;
  if (has('concepttype', 'concepturi', 'broadertype', 'broaderuri')) return readBroader;
  if (has('concepttype', 'concepturi', 'preferredlabel')) return readConcept;
  return has('level 0 uri', 'level 0 preferred term') ? readHierarchy : null;
}

const KINDS: ReadonlyMap<string, ConceptKind> = new Map([
  ['knowledgeskillcompetence', 'skill'],
  ['skillgroup', 'group'],
  ['iscogroup', 'group'],
  ['occupation', 'occupation'],
]);

const readConcept: RowReader = (row, at, builder) => {
  const kind = KINDS.get(row.cell('concepttype').toLowerCase());
  const [uri, label] = [row.cell('concepturi'), row.cell('preferredlabel')];
  if (kind === undefined) builder.refuse(at, 'unknown-kind');
  else if (uri === '') builder.refuse(at, 'no-uri');
  else if (label === '') builder.refuse(at, 'no-label');
  else if (row.cell('status').toLowerCase() !== 'obsolete') {
    const alternatives = [...valuesOf(row.cell('altlabels')), ...valuesOf(row.cell('hiddenlabels'))];
    builder.add(uri, { kind, label, alternatives, code: row.cell('code') }, at);
  }
};

const readBroader: RowReader = (row, at, builder) => {
  const [uri, broader] = [row.cell('concepturi'), row.cell('broaderuri')];
  const broaderKind = KINDS.get(row.cell('broadertype').toLowerCase());
  if (uri === '' || broader === '') builder.refuse(at, 'no-uri');
  else if (broaderKind === undefined) builder.refuse(at, 'unknown-kind');
  else {
    builder.add(uri, { broader: [broader] }, at);
    // A group must be known as one even where the file of groups is not given.
    const label = row.cell('broaderlabel') || broader.slice(broader.lastIndexOf('/') + 1);
    if (broaderKind === 'group' && !builder.has(broader)) builder.add(broader, { kind: 'group', label }, at);
  }
};

const readHierarchy: RowReader = (row, at, builder) => {
  let above: string | null = null;
  for (const level of [0, 1, 2, 3]) {
    const [uri, label] = [row.cell(`level ${level} uri`), row.cell(`level ${level} preferred term`)];
    if (uri === '' || label === '') return;
    const broader: readonly string[] = above === null ? [] : [above];
    builder.add(uri, { kind: 'group', label, code: row.cell(`level ${level} code`), broader }, at);
    above = uri;
  }
};
