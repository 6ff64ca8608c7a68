import { describe, expect, it } from 'vitest';
import type { JobId, RequirementId } from '../../../shared/model/ids.ts';
import type { Job, Requirement } from '../../../shared/model/job.ts';
import { buildProfile } from '../../../main/core/profiles/build-profile.ts';
import { neededProfile } from '../../../main/core/profiles/needed-profile.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { makeCredential, statementsOf, wordPlacer } from './make-credential.ts';

function requirement(text: string, rest: Partial<Requirement> = {}): Requirement {
  return {
    id: text as RequirementId,
    text,
    kind: 'skill',
    priority: 'must',
    weight: 1,
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
    ...rest,
  };
}

function needed(requirements: readonly Requirement[], field: string | null = null) {
  const job: Job = {
    id: 'j' as JobId,
    title: 'A job',
    field,
    requirements,
    version: 3,
    savedAt: '2026-11-22T00:00:00Z',
  };
  return neededProfile(job, wordPlacer);
}

const volume = (lines: number) => 0.3 * (1 - Math.exp((-0.15 * lines) / 0.5));

describe('What a job needs', () => {
  it('is read by the formula of depth, each line as one assessed credential', () => {
    const profile = needed([requirement('Nursing', { level: 6 }), requirement('Wound care', { priority: 'want' })]);
    expect(profile.fields).toHaveLength(1);
    expect(profile.fields[0]).toMatchObject({
      code: '091',
      requirements: [{ text: 'Nursing' }, { text: 'Wound care' }],
    });
    expect(profile.fields[0]?.depth).toBeCloseTo(0.7 * (6 / 8) * (4 / 5) + volume(2), 3);
  });

  it('asks more of a must-have than of a want, and of that more than of what can be learned', () => {
    const depths = (['must', 'want', 'trainable'] as const).map(
      (priority) => needed([requirement('Nursing', { priority })]).fields[0]?.depth ?? 0,
    );
    expect(depths).toEqual(depths.toSorted((a, b) => b - a));
    expect(new Set(depths).size).toBe(3);
  });

  it('places transversal lines in the bar and leaves characteristics to the interview', () => {
    const profile = needed([
      requirement('Teamwork'),
      requirement('Curiosity about nursing', { kind: 'characteristic' }),
      requirement('Zymurgy'),
    ]);
    expect(profile.fields).toEqual([]);
    expect(profile.transversal.filter((group) => group.requirements.length > 0).map(({ code }) => code)).toEqual([
      'T4',
    ]);
    expect(profile.notPlaced).toEqual([{ requirement: 'Zymurgy', text: 'Zymurgy' }]);
  });

  it('takes an ISCED-F code before words, and alternatives where the words say nothing', () => {
    const profile = needed([
      requirement('Zymurgy', { frameworkIds: ['https://example.org/isced-f/0721'] }),
      requirement('Fermentation of the second kind', { alternatives: ['Nursing'] }),
    ]);
    expect(profile.fields.map(({ code, requirements }) => [code, requirements[0]?.source])).toEqual([
      ['072', 'framework'],
      ['091', 'similarity'],
    ]);
  });

  it('has the stated field as its core, else the one that it needs most', () => {
    const lines = [requirement('Nursing'), requirement('Wound care'), requirement('Accounting')];
    expect(needed(lines, '0411').coreField).toEqual({ code: '041', source: 'stated' });
    expect(needed(lines).coreField).toEqual({ code: '091', source: 'requirements' });
    expect(needed([requirement('Zymurgy')]).coreField).toBeNull();
  });

  it('stands on one axis with a person: who has just that, verified, is just that deep', () => {
    const profile = needed([requirement('Nursing', { priority: 'want' })]);
    const credential = makeCredential({ key: 'n', name: 'Nursing', type: 'Assessment' });
    const person = buildProfile({
      candidate: 'c' as CandidateId,
      needed: profile,
      credentials: [credential],
      statements: statementsOf(credential),
      placer: wordPlacer,
    });
    expect(person.fields[0]?.depth).toBe(profile.fields[0]?.depth);
    expect(person).toMatchObject({ stem: '091', job: 'j', needed: profile });
  });
});
