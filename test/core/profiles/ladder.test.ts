import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../shared/model/credential.ts';
import { assessmentBasis } from '../../../main/core/profiles/assessment-basis.ts';
import { credentialLevel } from '../../../main/core/profiles/level.ts';
import { fieldOfStatedWords } from '../../../main/core/profiles/fields.ts';
import { shapeOf } from '../../../main/core/profiles/shape.ts';
import { makeCredential, type CredentialSketch } from './make-credential.ts';

const criteria = { text: 'Shows it at work.', pointer: '/criteria' };
const description = {
  pointer: '/rd',
  id: 'rd',
  name: null,
  resultType: null,
  levels: [],
  levelsOrdered: true,
  allowedValues: [],
  allowedValuesOrdered: true,
  requiredLevel: null,
  requiredValue: null,
  valueMin: null,
  valueMax: null,
};
const rubric = {
  ...description,
  levels: ['one', 'two', 'three', 'four'].map((id, index) => ({
    pointer: `/rd/rubricCriterionLevel/${index}`,
    id,
    name: id,
    level: null,
    points: null,
  })),
};
const result = { pointer: '/r', resultDescription: 'rd', achievedLevel: null, value: null, status: null };

function credentialWith(sketch: Omit<CredentialSketch, 'key'>): Credential {
  return makeCredential({ key: 'x', ...sketch });
}

describe('Assessment ladder', () => {
  it.each<[number, string, Omit<CredentialSketch, 'key'>]>([
    [0, 'nothing stated', {}],
    [0, 'the word certificate in a title', { name: 'Certificate of excellence' }],
    [1, 'attendance in the title', { name: 'Attended: data days' }],
    [1, 'a membership', { type: 'Membership' }],
    [2, 'completion', { type: 'CertificateOfCompletion' }],
    [2, 'a completed status', { rest: { results: [{ ...result, status: 'Completed' }] } }],
    [3, 'a grade', { rest: { results: [{ ...result, value: 'B+' }] } }],
    [3, 'a degree', { type: 'BachelorDegree' }],
    [
      4,
      'a rubric level under criteria',
      {
        achievement: { criteria, resultDescriptions: [rubric] },
        rest: { results: [{ ...result, achievedLevel: 'two' }] },
      },
    ],
    [
      4,
      'a grade with evidence',
      { achievement: { criteria }, rest: { results: [{ ...result, value: '9' }], evidenceCount: 1 } },
    ],
    [
      5,
      'application with evidence and assessor',
      {
        achievement: { criteria, resultDescriptions: [rubric] },
        rest: { results: [{ ...result, achievedLevel: 'two' }], evidenceCount: 1, source: 'did:example:assessor' },
      },
    ],
    [
      3,
      'a rubric level without criteria',
      { achievement: { resultDescriptions: [rubric] }, rest: { results: [{ ...result, achievedLevel: 'two' }] } },
    ],
  ])('stands at step %i for %s', (step, _, sketch) => {
    const credential = credentialWith(sketch);
    const { endorsements } = credential.report.checks;
    const unendorsed = {
      ...credential,
      report: {
        ...credential.report,
        checks: { ...credential.report.checks, endorsements: { ...endorsements, state: 'not-applicable' as const } },
      },
    };
    expect(assessmentBasis(unendorsed).step).toBe(step);
  });
});

describe('Level', () => {
  it.each<[number | null, string, Omit<CredentialSketch, 'key'>]>([
    [null, 'nothing stated', {}],
    [
      6 / 8,
      'an EQF level',
      { alignments: [{ targetFramework: 'European Qualifications Framework', targetCode: '6' }] },
    ],
    [7 / 8, 'a degree by its cycle', { type: 'MasterDegree' }],
    [
      3 / 4,
      'the third of four rubric levels',
      { achievement: { resultDescriptions: [rubric] }, rest: { results: [{ ...result, achievedLevel: 'three' }] } },
    ],
    [
      0.5,
      'half of a scale of values',
      {
        achievement: { resultDescriptions: [{ ...description, valueMin: '0', valueMax: '10' }] },
        rest: { results: [{ ...result, value: '5' }] },
      },
    ],
    [
      1,
      'the last of ordered values',
      {
        achievement: { resultDescriptions: [{ ...description, allowedValues: ['C', 'B', 'A'] }] },
        rest: { results: [{ ...result, value: 'A' }] },
      },
    ],
    [null, 'a grade without a scale', { rest: { results: [{ ...result, value: 'A' }] } }],
    [
      null,
      'a scale that ends where it begins',
      {
        achievement: { resultDescriptions: [{ ...description, valueMax: '0' }] },
        rest: { results: [{ ...result, value: '5' }] },
      },
    ],
  ])('is %d for %s', (level, _, sketch) => {
    expect(credentialLevel(credentialWith(sketch))).toBe(level);
  });
});

describe('Stated field of study', () => {
  it.each([
    ['Software Engineering', '061'],
    ['Mechanical engineering', '071'],
    ['Environmental Engineering', '071'],
    ['B.A. in Law', '042'],
    ['Applied Linguistics & Translation', '023'],
    ['Lawn care', undefined],
    ['', undefined],
  ])('%s is %s, by whole words and the longest phrase', (words, code) => {
    expect(fieldOfStatedWords(words)?.code).toBe(code);
  });
});

describe('Shape', () => {
  const shape = (
    depths: Readonly<Record<string, number>>,
    rest: { items?: number; groups?: number; core?: string; before?: Parameters<typeof shapeOf>[1] } = {},
  ) =>
    shapeOf(
      {
        items: rest.items ?? 5,
        groups: rest.groups ?? 0,
        depths: new Map(Object.entries(depths)),
        coreField: rest.core ?? null,
      },
      rest.before ?? null,
    );

  it.each([
    ['I', { '071': 0.6 }, {}],
    ['T', { '071': 0.6, '041': 0.3 }, {}],
    ['T', { '071': 0.6 }, { groups: 1 }],
    ['Π', { '071': 0.6, '061': 0.5 }, {}],
    ['comb', { '071': 0.6, '061': 0.5, '041': 0.5 }, {}],
    ['dash', { '071': 0.3, '061': 0.3 }, {}],
    ['dash', { '071': 0.6 }, { core: '061' }],
    ['not-enough-evidence', { '071': 0.6 }, { items: 2 }],
  ] as const)('is %s for %o %o', (expected, depths, rest) => {
    expect(shape(depths, rest)).toBe(expected);
  });

  it('stays while the depth is near the threshold, and changes beyond', () => {
    expect(shape({ '071': 0.42, '041': 0.3 }, { before: 'T' })).toBe('T');
    expect(shape({ '071': 0.42, '041': 0.3 })).toBe('dash');
    expect(shape({ '071': 0.38, '041': 0.3 }, { before: 'T' })).toBe('dash');
  });
});
