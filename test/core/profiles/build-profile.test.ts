import { roundResult } from '../../../main/core/matching/round-result.ts';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import { buildProfile } from '../../../main/core/profiles/build-profile.ts';
import { neededProfile } from '../../../main/core/profiles/needed-profile.ts';
import { makeCredential, statementsOf, wordPlacer, type CredentialSketch } from './make-credential.ts';

const candidate = '01CANDIDATE' as CandidateId;

function profileOf(credentials: readonly Credential[], job: Job | null = null) {
  const statements = credentials.flatMap(statementsOf);
  const needed = job && neededProfile(job, wordPlacer);
  return buildProfile({ candidate, needed, credentials, statements, placer: wordPlacer });
}

function jobIn(field: string): Job {
  return { id: '01JOB' as JobId, title: 'A job', field, requirements: [], version: 1, savedAt: '2026-11-22T00:00:00Z' };
}

const engineeringMaster = makeCredential({
  key: 'msc',
  name: 'Master of Science in Mechanical Engineering',
  type: 'MasterDegree',
  field: 'Mechanical Engineering',
  credits: 120,
  alignments: [{ targetName: 'EQF level 7', targetFramework: 'European Qualifications Framework', targetCode: '7' }],
});
const projectManagement = makeCredential({
  key: 'pm',
  name: 'Project management',
  type: 'Assessment',
  tags: ['teamwork'],
});

describe('T-profile', () => {
  it('reads an engineering degree and a project management badge as a T with engineering as its stem', () => {
    const profile = profileOf([engineeringMaster, projectManagement]);
    expect(profile).toMatchObject({ shape: 'T', stem: '071', breadth: { fields: 1, groups: 1 } });
    expect(profile.fields.map((field) => [field.code, field.source])).toEqual([
      ['071', 'stated'],
      ['041', 'similarity'],
    ]);
    expect(profile.fields[0]?.depth).toBe(roundResult(0.7 * (7 / 8) * 0.6 + 0.3 * (1 - Math.exp(-1 / 0.5))));
  });

  it('hangs the stem in the core field of the job when it is read relative to one', () => {
    const business = profileOf([engineeringMaster, projectManagement], jobIn('0413'));
    expect(business).toMatchObject({ shape: 'dash', stem: '041', job: '01JOB' });
    expect(profileOf([engineeringMaster, projectManagement], jobIn('071')).shape).toBe('T');
  });

  it('reads a culture badge as breadth of an engineer and not as depth', () => {
    const culture = makeCredential({ key: 'culture', name: 'Japanese culture', type: 'Certificate' });
    const profile = profileOf([engineeringMaster, culture]);
    expect(profile.stem).toBe('071');
    const field = profile.fields.find((one) => one.code === '022');
    expect(field?.depth).toBeLessThan(0.45);
  });

  it('reads assessed Python of a translator as the stem for a language technology job and as breadth otherwise', () => {
    const translator = makeCredential({
      key: 'ma',
      name: 'Translation',
      type: 'MasterDegree',
      field: 'Translation',
      credits: 120,
    });
    const python = makeCredential({
      key: 'py',
      name: 'Python programming',
      credits: 10,
      rest: { results: [rubricResult('advanced')], evidenceCount: 2, source: 'did:example:assessor' },
      achievement: { criteria: { text: 'Builds a working tool.', pointer: '/c' }, resultDescriptions: [rubric()] },
      tags: ['language technology'],
    });
    expect(profileOf([translator, python], jobIn('061'))).toMatchObject({ stem: '061', shape: 'Π' });
    expect(profileOf([translator, python], jobIn('023')).breadth.fields).toBe(1);
  });

  it('gives no shape on fewer than three different statements', () => {
    const badge = makeCredential({ key: 'one', name: 'Project management' });
    expect(profileOf([badge]).shape).toBe('not-enough-evidence');
  });

  it.each([
    ['not valid', { verdict: 'not-valid' as const }],
    ['withheld', { rest: { content: 'withheld' as const } }],
  ])('takes nothing from a credential that is %s', (_, sketch) => {
    const credential = makeCredential({ key: 'bad', name: 'Project management', tags: ['teamwork'], ...sketch });
    expect(profileOf([credential])).toMatchObject({ fields: [], evidenceCount: 0, notPlaced: [] });
  });

  it('lists a skill that is near to nothing instead of forcing it into a field', () => {
    const odd = makeCredential({ key: 'odd', name: 'Zymurgy' });
    expect(profileOf([odd])).toMatchObject({ fields: [], notPlaced: [{ quote: 'Zymurgy' }] });
  });

  it('places a skill by an ISCED-F code before any similarity', () => {
    const coded = makeCredential({
      key: 'coded',
      name: 'Zymurgy',
      alignments: [{ targetFramework: 'ISCED-F 2013', targetCode: '0721', targetName: 'Food processing' }],
    });
    expect(profileOf([coded]).fields).toMatchObject([{ code: '072', source: 'framework', confidence: 1 }]);
  });

  it('says verified, reserved and claimed of each part', () => {
    const standings = (['verified', 'verified-with-reservations', 'cannot-verify-offline'] as const).map(
      (verdict) =>
        profileOf([makeCredential({ key: 'x', name: 'Project management', verdict })]).fields[0]?.parts[0]?.standing,
    );
    expect(standings).toEqual(['verified', 'reserved', 'claimed']);
  });
});

describe('Depth', () => {
  it('does not rise by more copies of one badge', () => {
    const badge = (key: string) => makeCredential({ key, name: 'Project management', type: 'Assessment' });
    const once = profileOf([badge('a')]);
    const often = profileOf(['a', 'b', 'c', 'd', 'e'].map(badge));
    expect(often.fields[0]?.depth).toBe(once.fields[0]?.depth);
    expect(often.evidenceCount).toBe(once.evidenceCount);
  });

  it('does not rise by attendance', () => {
    const exam = makeCredential({ key: 'exam', name: 'Project management', type: 'Assessment' });
    const talks = ['a', 'b', 'c'].map((key) =>
      makeCredential({ key, name: `Attended project management ${key}`, type: 'CoCurricular' }),
    );
    expect(profileOf([exam, ...talks]).fields[0]?.depth).toBe(profileOf([exam]).fields[0]?.depth);
  });

  it('counts the volume of what a parent subsumes once', () => {
    const part = (key: string) => makeCredential({ key, name: `Accounting ${key}`, credits: 30, field: 'Accounting' });
    const whole = makeCredential({ key: 'whole', name: 'Accounting diploma', credits: 60, field: 'Accounting' });
    const isPart = (key: string) => ({
      type: 'isPartOf',
      sourceId: `urn:example:achievement:Accounting ${key}`,
      targetId: 'urn:example:achievement:Accounting diploma',
    });
    const record = { ...whole, associations: [isPart('a'), isPart('b')] };
    const parts = profileOf([record, part('a'), part('b')]).fields[0]?.parts ?? [];
    expect(parts.reduce((sum, one) => sum + one.volume, 0)).toBe(1);
    const unlinked = profileOf([whole, part('a'), part('b')]).fields[0]?.parts ?? [];
    expect(unlinked.reduce((sum, one) => sum + one.volume, 0)).toBe(2);
  });

  it('gives a parent without credits the volume of its parts', () => {
    const part = makeCredential({ key: 'p', name: 'Accounting p', credits: 30, field: 'Accounting' });
    const whole = makeCredential({
      key: 'w',
      name: 'Accounting w',
      field: 'Accounting',
      rest: {
        associations: [
          {
            type: 'isParentOf',
            sourceId: 'urn:example:achievement:Accounting w',
            targetId: 'urn:example:achievement:Accounting p',
          },
        ],
      },
    });
    expect(
      profileOf([whole, part])
        .fields[0]?.parts.map((one) => one.volume)
        .sort(),
    ).toEqual([0, 0.5]);
  });

  it('ignores dates and duration, and the order of all input', () => {
    fc.assert(
      fc.property(
        fc.array(sketches, { maxLength: 6 }),
        fc.date({ noInvalidDate: true }),
        fc.nat(),
        (all, date, seed) => {
          const credentials = all.map((sketch, index) => makeCredential({ ...sketch, key: `k${index}` }));
          const expected = profileOf(credentials);
          const dated = credentials.map((one) => ({
            ...one,
            validFrom: date.toISOString(),
            awardedDate: date.toISOString(),
          }));
          const shuffled = dated
            .map((one, index) => ({ one, at: (index * 7919 + seed) % 13 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
          const statements = shuffled.flatMap(statementsOf).reverse();
          const actual = buildProfile({
            candidate,
            needed: null,
            credentials: shuffled,
            statements,
            placer: wordPlacer,
          });
          expect(actual).toEqual(expected);
        },
      ),
    );
  });

  it('stays within 0 and 1, and its fields stand deepest first', () => {
    fc.assert(
      fc.property(fc.array(sketches, { maxLength: 8 }), (all) => {
        const { fields } = profileOf(all.map((sketch, index) => makeCredential({ ...sketch, key: `k${index}` })));
        const depths = fields.map((field) => field.depth);
        expect(depths.every((depth) => depth >= 0 && depth <= 1)).toBe(true);
        expect(depths).toEqual(depths.toSorted((a, b) => b - a));
      }),
    );
  });
});

const sketches: fc.Arbitrary<CredentialSketch> = fc.record(
  {
    key: fc.constant(''),
    name: fc.constantFrom(
      'Project management',
      'Python programming',
      'Nursing',
      'Teamwork',
      'Critical thinking',
      'Zymurgy',
    ),
    type: fc.constantFrom('MasterDegree', 'Assessment', 'Membership', 'Certificate', 'Badge'),
    field: fc.constantFrom('Accounting', 'Engineering', 'Nothing that is known'),
    credits: fc.oneof(fc.integer({ min: 0, max: 240 }), fc.constantFrom(Number.NaN, Infinity, -5)),
    tags: fc.array(fc.constantFrom('accounting', 'first aid', 'leadership', 'sql'), { maxLength: 3 }),
    verdict: fc.constantFrom('verified', 'verified-with-reservations', 'cannot-verify-offline', 'not-valid'),
    recognition: fc.constantFrom('recognised', 'pinned', 'unknown', 'self-asserted'),
  },
  { requiredKeys: ['key'] },
);

function rubric() {
  const levels = ['basic', 'solid', 'advanced'].map((name, index) => ({
    pointer: `/rd/rubricCriterionLevel/${index}`,
    id: name,
    name,
    level: null,
    points: null,
  }));
  return {
    pointer: '/r',
    id: 'rubric',
    name: 'Tool',
    resultType: 'RubricCriterionLevel',
    levels,
    levelsOrdered: true,
    allowedValues: [],
    allowedValuesOrdered: true,
    requiredLevel: null,
    requiredValue: null,
    valueMin: null,
    valueMax: null,
  };
}

function rubricResult(level: string) {
  return { pointer: '/x', resultDescription: 'rubric', achievedLevel: level, value: null, status: null };
}
