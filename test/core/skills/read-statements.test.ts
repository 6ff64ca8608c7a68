import { describe, expect, it } from 'vitest';
import { readStatements } from '../../../main/core/skills/read-statements.ts';
import { normaliseSkillText } from '../../../main/core/skills/normalise.ts';
import { splitClauses, windowsOf } from '../../../main/core/skills/windows.ts';
import type { ResultDescription } from '../../../shared/model/credential.ts';
import { credential, type CredentialWords } from '../matching/sample-evidence.ts';

const read = (words: CredentialWords) => readStatements(credential(words));
const texts = (words: CredentialWords) => read(words).map(({ source, text }) => [source, text]);

describe('normalised skill text', () => {
  it.each([
    ['Microsoft  EXCEL', 'microsoft excel'],
    ['C++, C# and F#', 'c++ c# and f#'],
    ['.NET / ASP.NET (Node.js).', '.net asp.net node.js'],
    ['Ｄａｔａ ﬁles', 'data files'],
    ['driver’s licence', 'drivers licence'],
    ['Python 3.12...', 'python 3.12'],
    ['R&D', 'r and d'],
    ['# Heading + list', 'heading list'],
    ['…', ''],
  ])('%s → %s', (from, to) => {
    expect(normaliseSkillText(from)).toBe(to);
  });
});

describe('narratives', () => {
  it('are cut into clauses, word for word', () => {
    expect(
      splitClauses('## Criteria\n- Uses Excel, Word; builds charts (pivot tables).\n* Works in Node.js. Done!'),
    ).toEqual(['Criteria', 'Uses Excel', 'Word', 'builds charts', 'pivot tables', 'Works in Node.js', 'Done']);
  });
  it('lose the clauses that deny something', () => {
    expect(splitClauses('Plans care. No project is asked. Without programming, not for nurses')).toEqual([
      'Plans care',
    ]);
  });
  it('are compared by windows that begin and end in words with content', () => {
    expect(windowsOf('uses the pivot tables of excel')).toEqual(
      [
        'uses the pivot tables of excel',
        'pivot tables',
        'uses the pivot',
        'tables of excel',
        'uses the pivot tables of excel',
      ].filter((window, index, all) => all.indexOf(window) === index),
    );
  });
});

describe('skill statements', () => {
  it('come from alignments, name, tags, criteria, description and narrative, each with its field', () => {
    const words = {
      name: 'Data basics',
      tags: ['SQL'],
      criteria: 'Write queries.',
      description: 'A course.',
      narrative: 'Built a report.',
    };
    expect(
      read({ ...words, alignments: [{ targetName: 'Use databases', targetUrl: 'https://example.org/s/1' }] }),
    ).toMatchObject([
      {
        source: 'alignment',
        text: 'use databases',
        frameworkIds: ['https://example.org/s/1'],
        pointer: '/credentialSubject/achievement/alignment/0/targetName',
      },
      { source: 'achievement-name', text: 'data basics' },
      { source: 'tag', text: 'sql', pointer: '/credentialSubject/achievement/tag/0' },
      { source: 'criteria', quote: 'Write queries', text: 'write queries' },
      { source: 'description', text: 'a course' },
      { source: 'narrative', text: 'built a report', pointer: '/credentialSubject/narrative' },
    ]);
  });

  it('take the EQF level from its alignment, which is no skill', () => {
    const statements = read({
      name: 'Nursing',
      alignments: [
        { targetName: 'EQF level 6', targetFramework: 'European Qualifications Framework', targetCode: '6' },
      ],
    });
    expect(statements).toMatchObject([{ text: 'nursing', level: 6 }]);
  });

  it('are none where integrity failed', () => {
    expect(read({ name: 'Nursing', content: 'withheld' })).toEqual([]);
  });

  it('never hold who it is about', () => {
    const words = {
      name: 'Nursing',
      subjectName: 'Ana de la Cruz-Ruiz',
      narrative: 'Ana led the ward. Ask Ana de la Cruz-Ruiz at ana@example.org.',
      criteria: 'Given to ANA DE LA CRUZ-RUIZ for care plans',
    };
    const said = JSON.stringify(texts(words)).toLowerCase();
    expect(said).not.toMatch(/\bana\b|cruz|example/u);
    expect(said).toContain('led the ward');
    expect(said).toContain('care plans');
  });

  it.each([
    ['narrative', 'He led his ward by himself.', 'She led her ward by herself.', 'They led their ward by themself.'],
    ['criteria', 'He/she plans his or her week.', 'She/he plans her or his week.', 'S/he plans her or his week.'],
  ] as const)('compare a %s by the same words, whoever it is about', (field, ...sayings) => {
    const [first] = sayings;
    const [one, ...others] = sayings.map((saying) => texts({ [field]: saying }));
    for (const other of others) expect(other).toEqual(one);
    expect(read({ [field]: first })[0]?.quote).toBe(first?.replace('.', ''));
  });

  it.each([
    ['Li Example', 'Li led the ward.'],
    ['山田 太郎', '太郎 led the ward.'],
    ['Ana de la Cruz', 'Ms de la Cruz led the ward.'],
    ['Jan van der Berg', 'Van der Berg led the ward.'],
  ])('leave out however the person is called: %s', (subjectName, narrative) => {
    expect(texts({ subjectName, narrative })).toEqual([['narrative', 'led the ward']]);
  });

  it('keep abbreviations in capitals, and short fields as they are', () => {
    expect(texts({ name: 'Her first ward', criteria: 'Runs the HIS in MS Excel.' })).toEqual([
      ['achievement-name', 'her first ward'],
      ['criteria', 'runs the his in ms excel'],
    ]);
  });

  it('have the level of the degree where no alignment states one', () => {
    expect(read({ name: 'Physics', type: 'MasterDegree' })[0]?.level).toBe(7);
    expect(read({ name: 'Physics', type: 'Course' })[0]?.level).toBeNull();
  });

  it('keep a word of the achievement that is also somebody’s name', () => {
    expect(texts({ subjectName: 'Mark Python', criteria: 'Program in Python and mark exams' })).toEqual([
      ['criteria', 'program in python and mark exams'],
    ]);
  });

  it('survive names that are no words at all', () => {
    for (const subjectName of ['-!', '(.*)+', '\\', '[a-', '$& $1', '  ']) {
      expect(texts({ subjectName, narrative: 'Plans care' })).toEqual([['narrative', 'plans care']]);
    }
  });
});

describe('results', () => {
  const scale: ResultDescription = {
    pointer: '/credentialSubject/achievement/resultDescription/0',
    id: 'urn:scale',
    name: 'Mastery',
    resultType: 'RubricCriterionLevel',
    levels: ['low', 'middle', 'high'].map((id, index) => ({
      pointer: `/credentialSubject/achievement/resultDescription/0/rubricCriterionLevel/${index}`,
      id,
      name: id,
      level: null,
      points: null,
    })),
    levelsOrdered: true,
    allowedValues: [],
    allowedValuesOrdered: true,
    requiredLevel: 'middle',
    requiredValue: null,
    valueMin: null,
    valueMax: null,
  };
  const grade = { ...scale, levels: [], requiredLevel: null };
  const reason = (words: CredentialWords) => read({ name: 'Nursing', ...words })[0]?.noEvidence;

  it.each([
    ['Failed', 'failed'],
    ['InProgress', 'in-progress'],
    ['Enrolled', 'enrolled'],
    ['Withdrew', 'withdrawn'],
    ['OnHold', 'on-hold'],
    ['Provisional', 'provisional'],
    ['Completed', null],
  ])('%s: no evidence because %s', (status, expected) => {
    expect(reason({ results: [{ status }] })).toBe(expected);
  });

  it.each([
    ['a level below the required one', scale, { achievedLevel: 'low' }, 'below-required'],
    ['the required level', scale, { achievedLevel: 'middle' }, null],
    ['points below', { ...grade, requiredValue: '70' }, { value: '69.5' }, 'below-required'],
    ['per cent at the mark', { ...grade, requiredValue: '70%' }, { value: '70 %' }, null],
    [
      'a grade below, by the issuer’s own order',
      { ...grade, allowedValues: ['F', 'C', 'B', 'A'], requiredValue: 'B' },
      { value: 'C' },
      'below-required',
    ],
    ['a grade above', { ...grade, allowedValues: ['F', 'C', 'B', 'A'], requiredValue: 'B' }, { value: 'A' }, null],
    [
      'a higher level in an order that is not signed',
      { ...scale, levelsOrdered: false },
      { achievedLevel: 'high' },
      'below-required',
    ],
    [
      'the required level in an order that is not signed',
      { ...scale, levelsOrdered: false },
      { achievedLevel: 'middle' },
      null,
    ],
    [
      'more points, whatever the order',
      {
        ...scale,
        levelsOrdered: false,
        levels: scale.levels.toReversed().map((level, index) => ({ ...level, points: `${3 - index}` })),
      },
      { achievedLevel: 'high' },
      null,
    ],
    [
      'fewer points, whatever the order',
      {
        ...scale,
        levelsOrdered: false,
        levels: scale.levels.toReversed().map((level, index) => ({ ...level, points: `${3 - index}` })),
      },
      { achievedLevel: 'low' },
      'below-required',
    ],
    [
      'a grade above in an order that is not signed',
      { ...grade, allowedValues: ['F', 'C', 'B', 'A'], allowedValuesOrdered: false, requiredValue: 'B' },
      { value: 'A' },
      'below-required',
    ],
  ] as const)('%s', (_, description, result, expected) => {
    expect(
      reason({ resultDescriptions: [description], results: [{ resultDescription: 'urn:scale', ...result }] }),
    ).toBe(expected);
  });

  it('of one skill leave the others alone', () => {
    const statements = read({
      name: 'Nursing',
      resultDescriptions: [scale],
      alignments: [{ pointer: `${scale.pointer}/alignment/0`, targetName: 'Wound care' }],
      results: [{ resultDescription: 'urn:scale', achievedLevel: 'low' }, { status: 'Completed' }],
    });
    expect(statements.map(({ text, source, noEvidence }) => [text, source, noEvidence])).toEqual([
      ['wound care', 'result-alignment', 'below-required'],
      ['nursing', 'achievement-name', null],
    ]);
  });

  it('count the rubric levels that were reached, not those above', () => {
    const at = (index: number) => ({
      pointer: `${scale.pointer}/rubricCriterionLevel/${index}/alignment/0`,
      targetName: `level ${index}`,
    });
    const statements = read({
      resultDescriptions: [scale],
      alignments: [at(0), at(1), at(2)],
      results: [{ resultDescription: 'urn:scale', achievedLevel: 'middle' }],
    });
    expect(statements.map(({ noEvidence }) => noEvidence)).toEqual([null, null, 'below-required']);
  });

  it('say not-valid for every statement of a credential that is not valid', () => {
    expect(reason({ verdict: 'not-valid' })).toBe('not-valid');
  });
});
