import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import { buildProfile } from '../../../main/core/profiles/build-profile.ts';
import { makeCredential, statementsOf, wordPlacer, type CredentialSketch } from './make-credential.ts';

/** The published rules of depth, over generated people. */

const candidate = '01CANDIDATE' as CandidateId;

function profileOf(credentials: readonly Credential[]): TProfile {
  return buildProfile({
    candidate,
    needed: null,
    credentials,
    statements: credentials.flatMap(statementsOf),
    placer: wordPlacer,
  });
}

const sketch: fc.Arbitrary<Omit<CredentialSketch, 'key'>> = fc.record(
  {
    name: fc.constantFrom('Project management', 'Python programming', 'Nursing', 'Wound care', 'Teamwork', 'Zymurgy'),
    type: fc.constantFrom('MasterDegree', 'Assessment', 'Membership', 'Certificate', 'Badge'),
    field: fc.constantFrom('Accounting', 'Engineering', 'Nothing that is known'),
    credits: fc.integer({ min: 0, max: 240 }),
    tags: fc.array(fc.constantFrom('accounting', 'first aid', 'leadership', 'sql'), { maxLength: 3 }),
    verdict: fc.constantFrom('verified', 'verified-with-reservations', 'cannot-verify-offline'),
    recognition: fc.constantFrom('recognised', 'pinned', 'unknown', 'self-asserted'),
  },
  { requiredKeys: ['name'] },
);

/** People whose credentials are all of different achievements: none replaces or subsumes another. */
const people = fc
  .array(sketch, { minLength: 1, maxLength: 7 })
  .map((all) =>
    all.map((one, index) =>
      makeCredential({ ...one, key: `k${index}`, achievement: { id: `urn:example:achievement:${index}` } }),
    ),
  );

const depthsOf = (profile: TProfile) => new Map(profile.fields.map((field) => [field.code, field.depth]));

describe('Rules of depth', () => {
  it('never let another credential lower the depth of a field', () => {
    fc.assert(
      fc.property(people, (credentials) => {
        const before = depthsOf(profileOf(credentials.slice(0, -1)));
        const after = depthsOf(profileOf(credentials));
        for (const [field, depth] of before) expect(after.get(field) ?? 0).toBeGreaterThanOrEqual(depth);
      }),
      { numRuns: 300 },
    );
  });

  it('never let another copy of a credential lower or raise the depth, whatever its proof says of it', () => {
    fc.assert(
      fc.property(sketch, fc.integer({ min: 1, max: 8 }), (one, copies) => {
        const all = Array.from({ length: copies }, (_, index) => makeCredential({ ...one, key: `k${index}` }));
        expect(depthsOf(profileOf(all))).toEqual(depthsOf(profileOf(all.slice(0, 1))));
      }),
    );
  });

  it('keep the copy whose volume weighs most: a weaker second copy takes nothing away', () => {
    fc.assert(
      fc.property(
        sketch,
        fc.integer({ min: 0, max: 240 }),
        fc.constantFrom<CredentialSketch['recognition']>('recognised', 'unknown', 'self-asserted'),
        (one, credits, recognition) => {
          const first = makeCredential({ ...one, key: 'k1' });
          const second = makeCredential({ ...one, key: 'k0', credits, ...(recognition && { recognition }) });
          const before = depthsOf(profileOf([first]));
          const after = depthsOf(profileOf([first, second]));
          for (const [field, depth] of before) expect(after.get(field) ?? 0).toBeGreaterThanOrEqual(depth);
        },
      ),
    );
  });

  it('bound what the number of badges can do by the share of the volume', () => {
    fc.assert(
      fc.property(people, (credentials) => {
        for (const field of profileOf(credentials).fields) {
          const best = Math.max(...field.parts.map((part) => part.quality));
          const volume = field.parts.reduce((sum, part) => sum + part.volume * part.trust, 0);
          expect(field.depth).toBeCloseTo(0.7 * best + 0.3 * (1 - Math.exp(-volume / 0.5)), 3);
          expect(field.depth).toBeLessThanOrEqual(0.7 * best + 0.3 + 1e-4);
        }
      }),
    );
  });

  it('do not read how long anything took', () => {
    fc.assert(
      fc.property(people, fc.date({ noInvalidDate: true }), fc.date({ noInvalidDate: true }), (all, from, until) => {
        const dated = all.map((one) => ({
          ...one,
          validFrom: from.toISOString(),
          validUntil: until.toISOString(),
          awardedDate: until.toISOString(),
        }));
        expect(depthsOf(profileOf(dated))).toEqual(depthsOf(profileOf(all)));
      }),
    );
  });

  it('depend on no order', () => {
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all
          .map((one) => ({ one, at: Number(keys.next().value ?? 0) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(JSON.stringify(profileOf(shuffled))).toBe(JSON.stringify(profileOf(all)));
      }),
    );
  });
});
