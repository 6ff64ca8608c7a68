import { describe, expect, it } from 'vitest';
import type { CandidateId, CredentialKey } from '../../../shared/model/ids.ts';
import { profileSteps, type ArrivedCredential } from '../../../main/core/profiles/profile-steps.ts';
import { makeCredential, statementsOf, wordPlacer, type CredentialSketch } from './make-credential.ts';

function arrived(day: number, sketch: CredentialSketch, replacedBy: CredentialKey | null = null): ArrivedCredential {
  return { credential: makeCredential(sketch), at: `2026-0${day}-01T00:00:00Z`, together: `import ${day}`, replacedBy };
}

function stepsOf(all: readonly ArrivedCredential[]) {
  return profileSteps(
    {
      candidate: 'c' as CandidateId,
      needed: null,
      statements: all.flatMap(({ credential }) => statementsOf(credential)),
      placer: wordPlacer,
    },
    all,
  );
}

const degree: CredentialSketch = {
  key: 'msc',
  name: 'Master of Engineering',
  type: 'MasterDegree',
  field: 'Mechanical Engineering',
  credits: 120,
};
const badge: CredentialSketch = { key: 'pm', name: 'Project management', type: 'Assessment', tags: ['teamwork'] };

describe('What each import changed', () => {
  it('says which fields and groups are new, what the shape became, and because of which credential', () => {
    const [second, first] = stepsOf([arrived(1, degree), arrived(2, badge)]);
    expect(first).toMatchObject({ isFirst: true, fields: [{ code: '071', kind: 'new', from: 0, becomes: 'stem' }] });
    expect(second).toMatchObject({
      at: '2026-02-01T00:00:00Z',
      isFirst: false,
      credentials: [{ credentialName: 'Project management', replaces: null }],
      shape: { from: 'not-enough-evidence', to: 'T' },
      fields: [{ code: '041', kind: 'new', becomes: 'breadth', because: [{ credentialName: 'Project management' }] }],
      groups: [{ code: 'T4', kind: 'new', because: [{ quote: 'teamwork' }] }],
    });
  });

  it('calls a field deepened where it was there, and tells which of two credentials did it', () => {
    const exam = {
      key: 'x',
      name: 'Business administration',
      type: 'BachelorDegree',
      field: 'Business administration',
    };
    const [step] = stepsOf([arrived(1, badge), arrived(2, exam), arrived(2, { key: 'n', name: 'Nursing' })]);
    expect(step?.credentials).toHaveLength(2);
    expect(step?.fields).toMatchObject([
      { code: '041', kind: 'deepened', becomes: 'stem', because: [{ credentialName: 'Business administration' }] },
      { code: '091', kind: 'new', becomes: null, because: [{ credentialName: 'Nursing' }] },
    ]);
  });

  it('says nothing of a second copy', () => {
    const [step] = stepsOf([arrived(1, badge), arrived(2, { ...badge, key: 'copy' })]);
    expect(step).toMatchObject({ shape: null, fields: [], groups: [] });
  });

  it('shows less where a newer edition replaces a deeper one', () => {
    const edition = { ...badge, key: 'edition', type: 'Certificate', tags: [] };
    const replacement = makeCredential(edition).key;
    const [step] = stepsOf([arrived(1, badge, replacement), arrived(2, edition)]);
    expect(step).toMatchObject({
      credentials: [{ replaces: makeCredential(badge).key }],
      fields: [{ code: '041', kind: 'lessened', because: [] }],
      groups: [{ code: 'T4', kind: 'gone' }],
    });
  });

  it('is empty for somebody without credentials', () => {
    expect(stepsOf([])).toEqual([]);
  });
});
