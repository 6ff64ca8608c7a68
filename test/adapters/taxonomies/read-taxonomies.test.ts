import { describe, expect, it } from 'vitest';
import {
  BEES,
  brief,
  CASE_PACKAGE,
  CROPS,
  CTDL_GRAPH,
  ESCO_FILES,
  file,
  HANDLING,
  INSECTS,
  lines,
  ONET_FILES,
  read,
  TABIYA_FILES,
  tabs,
} from './taxonomy-files.ts';

describe('ESCO', () => {
  it('is put together out of its files, with version and licence', async () => {
    const { taxonomies, problems, unused } = await read(
      ...ESCO_FILES,
      file('occupationSkillRelations_en.csv', lines('occupationUri,relationType,skillType,skillUri', 'a,b,c,d')),
    );
    expect(problems).toEqual([]);
    expect(unused).toEqual(['occupationSkillRelations_en.csv']);
    expect(taxonomies).toHaveLength(1);
    expect(taxonomies[0]?.taxonomy).toMatchObject({
      id: 'esco',
      name: 'ESCO',
      version: '1.2.0',
      form: 'esco',
      licence: expect.stringContaining('2011/833/EU'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      counts: { skills: 2, groups: 3, occupations: 0, labels: 8, broader: 4, crossWalks: 0 },
    });
    expect(brief(taxonomies[0]?.concepts)).toEqual({
      [BEES]: {
        kind: 'skill',
        label: 'keep bees',
        alternatives: ['apiculture', 'bee keping', 'beekeeping'],
        broader: [HANDLING, INSECTS].sort(),
      },
      [INSECTS]: { kind: 'skill', label: 'insects', broader: [CROPS] },
      [CROPS]: { kind: 'group', label: 'crop and livestock production', code: '0811' },
      [HANDLING]: {
        kind: 'group',
        label: 'handling and moving',
        code: 'S6',
        broader: ['http://data.europa.eu/esco/skill/s'],
      },
      'http://data.europa.eu/esco/skill/s': { kind: 'group', label: 'skills', code: 'S' },
    });
  });

  it('is the same to the last byte in whatever order its files come', async () => {
    const [one, other] = [await read(...ESCO_FILES), await read(...[...ESCO_FILES].reverse())];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  it('knows groups as groups without their file', async () => {
    const { taxonomies } = await read(...ESCO_FILES.filter(({ name }) => !/Groups|Hierarchy/u.test(name)));
    expect(brief(taxonomies[0]?.concepts)[CROPS]).toEqual({ kind: 'group', label: 'crop and livestock production' });
  });

  it('without skills, or in another language, is a problem that says so', async () => {
    const french = file(
      'skills_fr.csv',
      lines('conceptType,conceptUri,preferredLabel', 'KnowledgeSkillCompetence,a,b'),
    );
    const { taxonomies, problems } = await read(french);
    expect(taxonomies).toEqual([]);
    expect(problems).toEqual([
      { file: 'skills_fr.csv', problem: { code: 'taxonomy-malformed', params: { reason: 'not-english' } } },
    ]);
  });
});

describe('Tabiya’s form of ESCO', () => {
  it('follows the ids of its rows, and keeps the origin’s URIs', async () => {
    const { taxonomies, problems } = await read(...TABIYA_FILES);
    expect(problems).toEqual([]);
    expect(taxonomies[0]?.taxonomy).toMatchObject({
      id: 'esco',
      form: 'esco-tabiya',
      counts: { skills: 3, groups: 1 },
    });
    expect(brief(taxonomies[0]?.concepts)).toMatchObject({
      [BEES]: { kind: 'skill', label: 'keep bees', alternatives: ['apiculture', 'beekeeping'], broader: [INSECTS] },
      [INSECTS]: { broader: [CROPS] },
      [CROPS]: { kind: 'group', code: '0811' },
      'urn:tessera:taxonomy:tabiya:key_3': { label: 'local honey plants' },
    });
  });

  it('takes the name and version of its model, under an id of its own', async () => {
    const info = file(
      'model_info.csv',
      lines('UUIDHISTORY,NAME,LOCALE,DESCRIPTION,VERSION', 'u,Meadow skills,XX,,3.1'),
    );
    const { taxonomies } = await read(...TABIYA_FILES, info);
    expect(taxonomies[0]?.taxonomy).toMatchObject({
      id: 'tabiya-meadow-skills',
      name: 'Meadow skills',
      version: '3.1',
    });
  });
});

describe('O*NET', () => {
  it('takes skills, technologies and titles, and no headings or work styles as skills', async () => {
    const { taxonomies, problems } = await read(...ONET_FILES);
    expect(problems).toEqual([]);
    expect(taxonomies[0]?.taxonomy).toMatchObject({
      id: 'onet',
      version: '30.1',
      licence: expect.stringContaining('CC BY 4.0'),
    });
    const element = (id: string) => `https://www.onetonline.org/find/descriptor/result/${id}`;
    expect(brief(taxonomies[0]?.concepts)).toMatchObject({
      [element('2.B.3.e')]: { kind: 'skill', label: 'Programming', broader: [element('2.B.3')] },
      [element('2.B.3')]: { kind: 'group', label: 'Technical Skills' },
      [element('1.C.1.a')]: { kind: 'group', label: 'Persistence' },
      'https://www.onetonline.org/search/tech/example?e=Hive%20Ledger%205%22%20screen': {
        kind: 'skill',
        label: 'Hive Ledger 5" screen',
        broader: ['urn:tessera:taxonomy:onet:unspsc:43232104'],
      },
      'urn:tessera:taxonomy:onet:unspsc:43232104': { kind: 'skill', label: 'Word processing software' },
      'https://www.onetonline.org/link/summary/45-2093.00': {
        kind: 'occupation',
        label: 'Beekeepers',
        alternatives: ['Apiarist', 'HFM', 'Honey Farm Manager'],
      },
    });
  });
});

describe('O*NET’s ratings', () => {
  it('name elements without the file of the outline, too, and nothing above them', async () => {
    const headings = ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'];
    const rating = (scale: string) => ['15-1252.00', '2.B.3.e', 'Programming', scale, '4.1'];
    const { taxonomies } = await read(file('Skills.txt', tabs(headings, rating('IM'), rating('LV'))));
    expect(brief(taxonomies[0]?.concepts)).toEqual({
      'https://www.onetonline.org/find/descriptor/result/2.B.3.e': {
        kind: 'skill',
        label: 'Programming',
        code: '2.B.3.e',
      },
    });
  });
});

describe('O*NET’s alternate titles', () => {
  it('name an occupation without the file of its titles, too', async () => {
    const { taxonomies } = await read(...ONET_FILES.filter(({ name }) => name.includes('Alternate')));
    expect(brief(taxonomies[0]?.concepts)).toMatchObject({
      'https://www.onetonline.org/link/summary/45-2093.00': {
        kind: 'occupation',
        label: 'Apiarist',
        alternatives: ['HFM', 'Honey Farm Manager'],
      },
    });
  });
});

describe('a CASE package', () => {
  it('gives items, their hierarchy and exact matches; divisions are groups, the document is none', async () => {
    const { taxonomies, problems } = await read(file('case.json', CASE_PACKAGE));
    expect(problems).toEqual([]);
    expect(taxonomies[0]?.taxonomy).toMatchObject({
      id: 'case-doc-1',
      name: 'Meadow School beekeeping',
      version: '2',
      licence: 'CC BY 4.0',
    });
    const item = (id: string) => `https://case.example/items/${id}`;
    expect(brief(taxonomies[0]?.concepts)).toEqual({
      [item('d')]: { kind: 'group', label: 'Animals', code: 'A' },
      [item('a')]: {
        kind: 'skill',
        label: 'Keeps bees',
        alternatives: ['Bees'],
        code: 'A.1',
        broader: [item('d')],
        exact: [BEES],
      },
      [item('b')]: {
        kind: 'skill',
        label: 'Rears queens',
        alternatives: ['Queen rearing'],
        broader: [item('a')],
        exact: ['urn:other:queens'],
      },
    });
  });
});

describe('a CTDL-ASN framework', () => {
  it('gives competencies in English, their hierarchy and alignments', async () => {
    const { taxonomies, problems } = await read(file('framework.json', CTDL_GRAPH));
    expect(problems).toEqual([]);
    expect(taxonomies[0]?.taxonomy).toMatchObject({
      id: 'ctdl-ce-frame',
      name: 'Meadow Guild competencies',
      version: '2026-02-18',
    });
    const resource = (id: string) => `https://credentialengineregistry.org/resources/${id}`;
    expect(brief(taxonomies[0]?.concepts)).toEqual({
      [resource('ce-bees')]: {
        kind: 'skill',
        label: 'Beekeeping',
        alternatives: ['Keep bees through the year.'],
        code: 'B1',
        exact: [BEES, 'ce-bees'].sort(),
        close: ['https://skills.example/pollination'],
      },
      [resource('ce-queens')]: {
        kind: 'skill',
        label: 'Rear queens.',
        broader: [resource('ce-bees')],
        exact: ['ce-queens'],
      },
    });
  });

  it('is read without prefixes, and out of the request that publishes it, too', async () => {
    const graph = JSON.parse(JSON.stringify(CTDL_GRAPH).replaceAll('ceasn:', '')) as object;
    const { taxonomies } = await read(file('framework.json', { CTID: 'ce-frame', CompetencyFrameworkGraph: graph }));
    expect(taxonomies[0]?.taxonomy.counts).toMatchObject({ skills: 2, broader: 1 });
  });
});

describe('a CSV of one’s own', () => {
  it('may name broader skills by label, and fields by code', async () => {
    const { taxonomies, problems } = await read(
      file(
        'My skills.csv',
        lines(
          'Label;Alternatives;Broader;Field',
          'Keeping bees;beekeeping | apiculture;keeping insects;0811',
          'Keeping insects;;;',
        ),
      ),
    );
    expect(problems).toEqual([]);
    expect(taxonomies[0]?.taxonomy).toMatchObject({ id: 'csv-my-skills', name: 'My skills', form: 'csv' });
    expect(brief(taxonomies[0]?.concepts)).toEqual({
      'urn:tessera:taxonomy:csv-my-skills:keeping%20bees': {
        kind: 'skill',
        label: 'Keeping bees',
        alternatives: ['apiculture', 'beekeeping'],
        broader: [CROPS, 'urn:tessera:taxonomy:csv-my-skills:keeping%20insects'],
      },
      'urn:tessera:taxonomy:csv-my-skills:keeping%20insects': { kind: 'skill', label: 'Keeping insects' },
    });
  });

  it('keeps every letter, wherever a large table is cut to be read in pieces', async () => {
    // A letter of two halves at every place, once from an even and once from an odd one.
    for (const shift of ['', '.']) {
      const label = `${shift}${'\u{1F41D}'.repeat(900)}`;
      const rows = Array.from({ length: 600 }, (_, index) => `${String(index).padStart(6, '0')},${label},`);
      const { taxonomies } = await read(file('bees.csv', lines('id,label,note', ...rows)));
      expect(taxonomies[0]?.concepts).toHaveLength(600);
      expect(new Set(taxonomies[0]?.concepts.map((one) => one.label))).toEqual(new Set([label]));
    }
  });

  it('keeps ids that are URIs, in UTF-16 and with tabs, too', async () => {
    const text = '\ufeffid\tlabel\nhttps://skills.example/bees\tKeeping bees\n';
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
    const { taxonomies } = await read({ name: 'sheet.txt', bytes });
    expect(brief(taxonomies[0]?.concepts)).toEqual({
      'https://skills.example/bees': { kind: 'skill', label: 'Keeping bees' },
    });
  });
});

describe('files that can’t be used', () => {
  it.each([
    ['empty', new Uint8Array(), 'file-empty', {}],
    ['no text', Uint8Array.of(0xff, 0xfb, 0, 1), 'taxonomy-malformed', { reason: 'not-text' }],
    ['prose', 'We keep bees.\n', 'taxonomy-unknown', {}],
    ['another table', 'date,amount\n2026-01-01,3\n', 'taxonomy-unknown', {}],
    ['other JSON', '{"name":"bees"}', 'taxonomy-unknown', {}],
    ['broken JSON', '{"CFDocument":\n{,}}', 'taxonomy-malformed', { reason: 'broken-json', line: 2 }],
    ['a double key', '{"a":1,\n"a":2}', 'taxonomy-malformed', { reason: 'duplicate-json-key', line: 2 }],
    ['an open quote', 'id,label\n1,"bees\n2,honey\n', 'taxonomy-malformed', { reason: 'csv', line: 3 }],
    ['no identifier', '{"CFDocument":{}}', 'taxonomy-malformed', { reason: 'no-identifier' }],
    ['no competency', '{"CFDocument":{"identifier":"x"}}', 'taxonomy-malformed', { reason: 'no-concepts' }],
  ])('are named (%s), and the others go on', async (_, content, code, params) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { taxonomies, problems } = await read({ name: 'bad', bytes }, ...ESCO_FILES);
    expect(problems).toEqual([{ file: 'bad', problem: { code, params } }]);
    expect(taxonomies.map(({ taxonomy }) => taxonomy.id)).toEqual(['esco']);
  });

  it('are two taxonomies of one name: the first is read, the other named', async () => {
    const table = lines('id,label', 'a,bees');
    const { taxonomies, problems } = await read(file('one/skills.csv', table), file('two/skills.csv', table));
    expect(taxonomies).toHaveLength(1);
    expect(problems).toEqual([
      {
        file: 'two/skills.csv',
        problem: { code: 'taxonomy-malformed', params: { reason: 'same-id', id: 'csv-skills' } },
      },
    ]);
  });

  it('are no problem where they only describe a download', async () => {
    const { problems, unused } = await read(file('db/Read Me.txt', 'O*NET'), file('checklist.chk', ''), ...ONET_FILES);
    expect(problems).toEqual([]);
    expect(unused).toEqual(['checklist.chk', 'db/Read Me.txt']);
  });

  it('have lines that can’t be used, which are named while the others go on', async () => {
    const { taxonomies, problems } = await read(
      file('skills.csv', lines('id,label,field', '1,bees,', '2,,', '3,honey,99', '4,wax,061')),
    );
    expect(taxonomies[0]?.taxonomy.counts.skills).toBe(3);
    expect(problems.map(({ problem }) => problem)).toEqual([
      { code: 'taxonomy-row', params: { line: 3, reason: 'no-label' } },
      { code: 'taxonomy-row', params: { line: 4, reason: 'unknown-field' } },
    ]);
  });

  it('list twenty bad lines and count the rest', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index},`);
    const { problems } = await read(file('skills.csv', lines('id,label', 'a,bees', ...rows)));
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)?.problem.params).toEqual({ line: 22, reason: 'no-label', more: 30 });
  });

  it('are cut off by nobody: work that is cancelled ends', async () => {
    const { readTaxonomies } = await import('../../../main/adapters/taxonomies/read-taxonomies.ts');
    const result = await readTaxonomies(ESCO_FILES, { advance: () => Promise.resolve(), isCancelled: () => true });
    expect(result.taxonomies).toEqual([]);
  });
});
