import { readTaxonomies } from '../../../main/adapters/taxonomies/read-taxonomies.ts';
import type { NamedFile } from '../../../main/core/ports.ts';
import type { TaxonomyConcept } from '../../../shared/model/taxonomy.ts';

/** Small fictional taxonomies in the real forms, with the headings of the published files. */

export function file(name: string, content: string | object): NamedFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, bytes: new TextEncoder().encode(text) };
}

export const read = (...files: readonly NamedFile[]) =>
  readTaxonomies(files, { advance: () => Promise.resolve(), isCancelled: () => false });

export const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
export const tabs = (...rows: readonly (readonly string[])[]) => lines(...rows.map((row) => row.join('\t')));

/** What is said of one concept by its URI, without what is empty. */
export function brief(concepts: readonly TaxonomyConcept[] | undefined): Record<string, object> {
  const isFilled = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    (concepts ?? []).map(({ uri, ...rest }) => [
      uri,
      Object.fromEntries(Object.entries(rest).filter(([, value]) => isFilled(value))),
    ]),
  );
}

const ESCO_SKILL = 'http://data.europa.eu/esco/skill/';
export const BEES = `${ESCO_SKILL}bees`;
export const INSECTS = `${ESCO_SKILL}insects`;
export const HANDLING = `${ESCO_SKILL}handling`;
export const CROPS = 'http://data.europa.eu/esco/isced-f/0811';

export const ESCO_FILES = [
  file(
    'ESCO dataset - v1.2.0 - classification - en - csv/skills_en.csv',
    lines(
      'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
      `KnowledgeSkillCompetence,${BEES},skill/competence,sector-specific,keep bees,"beekeeping`,
      'apiculture",bee keping,released,,,,,"Looks after hives, in all seasons."',
      `KnowledgeSkillCompetence,${INSECTS},knowledge,sector-specific,insects,,,released,,,,,`,
      `KnowledgeSkillCompetence,${ESCO_SKILL}old,knowledge,sector-specific,skeps,,,obsolete,,,,,`,
    ),
  ),
  file(
    'ESCO dataset - v1.2.0 - classification - en - csv/skillGroups_en.csv',
    lines(
      'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code',
      `SkillGroup,${CROPS},crop and livestock production,,,released,,,,,0811`,
    ),
  ),
  file(
    'ESCO dataset - v1.2.0 - classification - en - csv/skillsHierarchy_en.csv',
    lines(
      'Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Level 3 URI,Level 3 preferred term,Description,Scope note,Level 0 code,Level 1 code,Level 2 code,Level 3 code',
      `${ESCO_SKILL}s,skills,${HANDLING},handling and moving,,,,,,,S,S6,,`,
    ),
  ),
  file(
    'ESCO dataset - v1.2.0 - classification - en - csv/broaderRelationsSkillPillar_en.csv',
    lines(
      'conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel',
      `KnowledgeSkillCompetence,${BEES},keep bees,KnowledgeSkillCompetence,${INSECTS},insects`,
      `KnowledgeSkillCompetence,${BEES},keep bees,SkillGroup,${HANDLING},handling and moving`,
      `KnowledgeSkillCompetence,${INSECTS},insects,SkillGroup,${CROPS},crop and livestock production`,
    ),
  ),
];

export const TABIYA_FILES = [
  file(
    'skills.csv',
    lines(
      'ID,UUIDHISTORY,ORIGINURI,SKILLTYPE,REUSELEVEL,PREFERREDLABEL,ALTLABELS,DESCRIPTION,DEFINITION,SCOPENOTE',
      `key_1,u-1,${BEES},skill/competence,sector-specific,keep bees,"beekeeping`,
      'apiculture",,,',
      `key_2,u-2,${INSECTS},knowledge,sector-specific,insects,,,,`,
      'key_3,u-3,,knowledge,sector-specific,local honey plants,,,,',
    ),
  ),
  file(
    'skill_groups.csv',
    lines(
      'ID,UUIDHISTORY,ORIGINURI,CODE,PREFERREDLABEL,ALTLABELS,DESCRIPTION,SCOPENOTE',
      `key_4,u-4,${CROPS},0811,crop and livestock production,,,`,
    ),
  ),
  file(
    'skill_hierarchy.csv',
    lines(
      'PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE',
      'skill,key_2,key_1,skill',
      'skillgroup,key_4,key_2,skill',
    ),
  ),
];

export const ONET_FILES = [
  file(
    'db_30_1_text/Content Model Reference.txt',
    tabs(
      ['Element ID', 'Element Name', 'Description'],
      ['1', 'Worker Characteristics', 'Worker Characteristics'],
      ['1.C', 'Work Styles', 'Personal characteristics'],
      ['1.C.1.a', 'Persistence', 'Keeps "at it"'],
      ['2.B', 'Cross-Functional Skills', 'Developed capacities'],
      ['2.B.3', 'Technical Skills', 'Developed capacities'],
      ['2.B.3.e', 'Programming', 'Writing computer programs.'],
    ),
  ),
  file(
    'db_30_1_text/Technology Skills.txt',
    tabs(
      ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
      ['11-2011.00', 'Hive Ledger 5" screen', '43232104', 'Word processing software', 'N', 'N'],
      ['15-1252.00', 'Hive Ledger 5" screen', '43232104', 'Word processing software', 'N', 'N'],
    ),
  ),
  file(
    'db_30_1_text/Occupation Data.txt',
    tabs(['O*NET-SOC Code', 'Title', 'Description'], ['45-2093.00', 'Beekeepers', 'Keep bees.']),
  ),
  file(
    'db_30_1_text/Alternate Titles.txt',
    tabs(
      ['O*NET-SOC Code', 'Alternate Title', 'Short Title', 'Source(s)'],
      ['45-2093.00', 'Apiarist', 'n/a', '09'],
      ['45-2093.00', 'Honey Farm Manager', 'HFM', '09'],
    ),
  ),
];

const node = (identifier: string) => ({
  title: identifier,
  identifier,
  uri: `https://case.example/items/${identifier}`,
});

export const CASE_PACKAGE = {
  CFDocument: {
    identifier: 'DOC-1',
    uri: 'https://case.example/documents/doc-1',
    title: 'Meadow School beekeeping',
    creator: 'Meadow School',
    version: '2',
    language: 'en',
    licenseURI: { title: 'CC BY 4.0', identifier: 'l', uri: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  CFItems: [
    { ...node('d'), fullStatement: 'Animals', CFItemType: 'Domain', humanCodingScheme: 'A' },
    { ...node('a'), fullStatement: 'Keeps bees', abbreviatedStatement: 'Bees', humanCodingScheme: 'A.1' },
    { ...node('b'), fullStatement: 'Rears queens', alternativeLabel: 'Queen rearing', CFItemType: 'Competency' },
  ],
  CFAssociations: [
    { associationType: 'isChildOf', originNodeURI: node('d'), destinationNodeURI: { identifier: 'DOC-1', uri: 'x' } },
    { associationType: 'isChildOf', originNodeURI: node('a'), destinationNodeURI: node('d') },
    { associationType: 'isChildOf', originNodeURI: node('b'), destinationNodeURI: node('a') },
    { associationType: 'exactMatchOf', originNodeURI: node('a'), destinationNodeURI: { identifier: 'e', uri: BEES } },
    { associationType: 'exactMatchOf', originNodeURI: { uri: 'urn:other:queens' }, destinationNodeURI: node('b') },
    { associationType: 'isRelatedTo', originNodeURI: node('b'), destinationNodeURI: node('d') },
  ],
};

const registry = (ctid: string) => `https://credentialengineregistry.org/resources/${ctid}`;

export const CTDL_GRAPH = {
  '@context': 'https://credreg.net/ctdlasn/schema/context/json',
  '@id': 'https://credentialengineregistry.org/graph/ce-frame',
  '@graph': [
    {
      '@id': registry('ce-frame'),
      '@type': 'ceasn:CompetencyFramework',
      'ceterms:ctid': 'ce-frame',
      'ceasn:name': { 'en-US': 'Meadow Guild competencies' },
      'ceasn:dateModified': '2026-02-18T21:08:58Z',
      'ceasn:hasTopChild': [registry('ce-bees')],
    },
    {
      '@id': registry('ce-bees'),
      '@type': 'ceasn:Competency',
      'ceterms:ctid': 'ce-bees',
      'ceasn:competencyLabel': { 'en-US': 'Beekeeping', 'de-DE': 'Imkerei' },
      'ceasn:competencyText': { 'en-US': 'Keep bees through the year.' },
      'ceasn:codedNotation': 'B1',
      'ceasn:conceptKeyword': { 'en-US': ['honey'] },
      'ceasn:isChildOf': registry('ce-frame'),
      'ceasn:exactAlignment': [BEES],
      'ceasn:majorAlignment': ['https://skills.example/pollination'],
    },
    {
      '@id': registry('ce-queens'),
      '@type': ['ceasn:Competency'],
      'ceterms:ctid': 'ce-queens',
      'ceasn:competencyText': { 'en-us': 'Rear queens.' },
      'ceasn:isChildOf': [registry('ce-bees')],
    },
  ],
};
