import { describe, expect, it } from 'vitest';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { ProfilePlace } from '../../../shared/model/profile.ts';
import { buildProfile } from '../../../main/core/profiles/build-profile.ts';
import { makeCredential, statementsOf, wordPlacer, type CredentialSketch } from './make-credential.ts';

const mark = { by: 'R. Example', at: '2026-11-22T00:00:00Z', reason: 'It is about looms.' };

function profileOf(sketches: readonly CredentialSketch[], edits: Readonly<Record<string, ProfilePlace>> = {}) {
  const credentials = sketches.map(makeCredential);
  return buildProfile({
    candidate: 'c' as CandidateId,
    needed: null,
    credentials,
    statements: credentials.flatMap(statementsOf),
    placer: wordPlacer,
    edits: new Map(Object.entries(edits).map(([text, place]) => [text, { ...mark, place }])),
  });
}

describe('A place given by a person', () => {
  it('wins over similarity, over a stated field, and over nothing being near', () => {
    const weaving = { key: 'w', name: 'Loom programming' };
    expect(profileOf([weaving], { 'loom programming': '072' }).fields).toMatchObject([
      {
        code: '072',
        source: 'person',
        confidence: 1,
        parts: [{ skills: [{ quote: 'Loom programming', source: 'person', edit: mark }] }],
      },
    ]);
    const stated = { ...weaving, field: 'Accounting' };
    expect(profileOf([stated], { 'loom programming': '072' }).fields.map(({ code, source }) => [code, source])).toEqual(
      expect.arrayContaining([
        ['041', 'stated'],
        ['072', 'person'],
      ]),
    );
    expect(profileOf([{ key: 'z', name: 'Zymurgy' }], { zymurgy: '072' })).toMatchObject({
      fields: [{ code: '072' }],
      notPlaced: [],
    });
  });

  it('can be a transversal group, or nowhere', () => {
    const badge = { key: 'n', name: 'Nursing' };
    expect(profileOf([badge], { nursing: 'T6' })).toMatchObject({
      fields: [],
      transversal: expect.arrayContaining([expect.objectContaining({ code: 'T6', evidenced: true })]),
    });
    expect(profileOf([badge], { nursing: 'none' })).toMatchObject({
      fields: [],
      evidenceCount: 0,
      notPlaced: [{ quote: 'Nursing', why: 'person', edit: mark }],
    });
  });

  it('is never dropped as a stray, and a stray is listed', () => {
    const degree = {
      key: 'd',
      name: 'Nursing',
      tags: ['first aid', 'wound care', 'infection control', 'midwifery', 'accounting'],
    };
    const without = profileOf([degree]);
    expect(without.fields.map(({ code }) => code)).toEqual(['091']);
    expect(without.notPlaced).toMatchObject([{ quote: 'accounting', why: 'stray', edit: null }]);
    const withEdit = profileOf([degree], { accounting: '041' });
    expect(withEdit.fields.map(({ code }) => code)).toEqual(['091', '041']);
    expect(withEdit.notPlaced).toEqual([]);
  });

  it('lists every skill of a part, the surest first', () => {
    const [field] = profileOf([{ key: 'n', name: 'Wound care nursing', tags: ['nursing', 'midwifery'] }]).fields;
    expect(field?.parts[0]?.skills.map(({ quote }) => quote)).toHaveLength(3);
    const confidences = field?.parts[0]?.skills.map(({ confidence }) => confidence) ?? [];
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });

  it('says of stated places whether they are the field of study or the specialization', () => {
    const specialised = {
      key: 's',
      name: 'Diploma',
      achievement: { specialization: { text: 'Accounting', pointer: '/s' } },
    };
    expect(profileOf([specialised]).fields).toMatchObject([{ code: '041', source: 'specialization' }]);
  });
});
