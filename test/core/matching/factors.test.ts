import { describe, expect, it } from 'vitest';
import { levelFactor, recencyFactor } from '../../../main/core/matching/factors.ts';
import { placeOnScale } from '../../../main/core/skills/place-on-scale.ts';
import type { ResultDescription } from '../../../shared/model/credential.ts';
import { candidate, credential, job, rank, requirement } from './sample-evidence.ts';

const AT = '2026-09-01T00:00:00Z';
const RUBRIC = '/credentialSubject/achievement/resultDescription/0';
const rubric: ResultDescription = {
  pointer: RUBRIC,
  id: 'urn:scale',
  name: 'Mastery',
  resultType: 'RubricCriterionLevel',
  levels: ['novice', 'able', 'expert'].map((name, index) => ({
    pointer: `${RUBRIC}/rubricCriterionLevel/${index}`,
    id: `urn:${name}`,
    name,
    level: String(index + 1),
    points: null,
  })),
  levelsOrdered: true,
  allowedValues: [],
  allowedValuesOrdered: false,
  requiredLevel: null,
  requiredValue: null,
  valueMin: null,
  valueMax: null,
};

describe('the level', () => {
  it.each([
    [null, null, 1, false],
    [5, 5, 1, false],
    [5, 8, 1, false],
    [5, 4, 0.75, false],
    [5, 3, 0.5, false],
    [5, 1, 0.5, false],
    [5, null, 1, true],
  ])('asked %s, stated %s: %s', (asked, stated, value, flagged) => {
    expect(levelFactor(asked, stated)).toMatchObject({ value, flagged });
  });

  it('tells the place on the issuer’s own scale and converts nothing', () => {
    const place = { place: 2, of: 3, name: 'able' };
    expect(levelFactor(5, null, place)).toMatchObject({ value: 1, flagged: true });
    expect(levelFactor(5, null, place).reason).toContain('“able”, place 2 of 3');
    expect(levelFactor(null, null, place)).toMatchObject({ value: 1, flagged: false });
  });

  it('of a degree is that of its cycle', () => {
    const asked = job(requirement('physics', { level: 7 }));
    const scoreOf = (type: string) =>
      rank(asked, [candidate('a', credential({ name: 'Physics', type }))]).candidates[0]?.score;
    expect([scoreOf('MasterDegree'), scoreOf('BachelorDegree'), scoreOf('AssociateDegree')]).toEqual([100, 75, 50]);
  });
});

describe('the place on a scale', () => {
  const badge = (levels: ResultDescription, ...reached: readonly string[]) =>
    credential({
      name: 'Welding',
      resultDescriptions: [levels],
      results: reached.map((achievedLevel) => ({ resultDescription: 'urn:scale', achievedLevel })),
    });
  const whole = { pointer: '/credentialSubject/achievement/name' };

  it('is that of the only graded result', () => {
    expect(placeOnScale(badge(rubric, 'urn:able'), whole)).toEqual({ place: 2, of: 3, name: 'able' });
  });
  it('is none where several results disagree about which speaks for the whole', () => {
    expect(placeOnScale(badge(rubric, 'urn:able', 'urn:expert'), whole)).toBeNull();
    expect(
      placeOnScale(badge(rubric, 'urn:able', 'urn:expert'), { pointer: '/credentialSubject/result/1/alignment/0' }),
    ).toEqual({
      place: 3,
      of: 3,
      name: 'expert',
    });
  });
  it('is none where the proof does not order the levels', () => {
    const unordered = {
      ...rubric,
      levelsOrdered: false,
      levels: rubric.levels.map((one) => ({ ...one, level: null })),
    };
    expect(placeOnScale(badge(unordered, 'urn:able'), whole)).toBeNull();
  });
});

describe('age', () => {
  const awarded = (awardedDate?: string) => credential(awardedDate === undefined ? {} : { awardedDate });
  it('is no factor unless the requirement asks', () => {
    expect(recencyFactor(null, awarded('1990-01-01T00:00:00Z'), AT)).toBeNull();
  });
  it.each([
    ['2024-09-02T00:00:00Z', 1, false],
    ['2020-01-01T00:00:00Z', 0.5, false],
    [undefined, 1, true],
    ['not a date', 1, true],
  ])('of evidence of %s', (date, value, flagged) => {
    expect(recencyFactor(2, awarded(date), AT)).toMatchObject({ value, flagged });
  });
});
