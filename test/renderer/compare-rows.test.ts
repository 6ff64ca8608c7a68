import { describe, expect, it } from 'vitest';
import { compareRows } from '../../renderer/features/compare/compare-rows.ts';
import type { CandidateId, CredentialKey, JobId, JsonPointer, RequirementId } from '../../shared/model/ids.ts';
import type { Job, Requirement } from '../../shared/model/job.ts';
import type { RankedCandidate, RequirementMatch } from '../../shared/model/match.ts';

function requirement(id: string, priority: Requirement['priority'], rest: Partial<Requirement> = {}): Requirement {
  return {
    id: id as RequirementId,
    text: id,
    kind: 'skill',
    priority,
    weight: 1,
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
    ...rest,
  };
}

const job: Job = {
  id: 'j' as JobId,
  title: 'A job',
  field: null,
  requirements: [
    requirement('same want', 'want'),
    requirement('other want', 'want'),
    requirement('other must', 'must'),
    requirement('same must', 'must'),
    requirement('character', 'must', { kind: 'characteristic' }),
  ],
  version: 1,
  savedAt: '2026-11-22T00:00:00Z',
};

function match(id: string, rest: Partial<RequirementMatch> = {}): RequirementMatch {
  return {
    requirement: id as RequirementId,
    requirementText: id,
    tier: 'label',
    strength: 1,
    band: 'strong',
    evidenced: true,
    claimed: false,
    factors: [],
    evidence: null,
    metBy: null,
    identity: null,
    judgement: null,
    refusals: [],
    points: 10,
    ...rest,
  };
}

function ranked(candidate: string, matches: readonly RequirementMatch[]): RankedCandidate {
  return {
    candidate: candidate as CandidateId,
    rank: 1,
    band: 'strong',
    score: 1,
    mustHaves: { evidenced: 1, total: 2 },
    requirements: matches,
    counterfactual: null,
  };
}

const evidence = {
  credential: 'k' as CredentialKey,
  credentialId: 'k',
  credentialName: 'A badge',
  issuerName: 'A school',
  pointer: '/a' as JsonPointer,
  quote: 'words',
  source: 'tag' as const,
  verdict: 'verified' as const,
  assessmentBasis: 3,
};
const one = ranked('a', [match('same want'), match('other want'), match('other must'), match('same must')]);
const ids = (rows: readonly { readonly requirement: Requirement }[]) => rows.map((row) => row.requirement.id);

describe('Requirements side by side', () => {
  it('show where people differ first, must-haves before wants', () => {
    const two = ranked('b', [
      match('same want', { points: 3, strength: 0.4 }),
      match('other want', { tier: 'similarity', evidenced: false }),
      match('other must', { evidenced: false }),
      match('same must'),
    ]);
    const { differing, same } = compareRows(job, [one, two]);
    expect(ids(differing)).toEqual(['other must', 'other want']);
    expect(ids(same)).toEqual(['same must', 'same want']);
    expect(differing[0]?.matches.map((each) => each?.evidenced)).toEqual([true, false]);
  });

  it.each([
    ['band', { band: 'likely' as const }],
    ['verdict', { evidence }],
    ['tier', { tier: 'person' as const }],
    ['a claim', { evidenced: false, claimed: true }],
  ])('differ by %s', (_, rest) => {
    const two = ranked('b', [match('same must', rest)]);
    expect(ids(compareRows(job, [ranked('a', [match('same must')]), two]).differing)).toEqual(['same must']);
  });

  it('leave out what is not matched, and keep the place of somebody who is not ranked', () => {
    const { differing } = compareRows(job, [one, null]);
    expect(ids(differing)).not.toContain('character');
    expect(differing.every(({ matches }) => matches.length === 2 && matches[1] === null)).toBe(true);
  });
});
