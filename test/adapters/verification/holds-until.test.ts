import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdsUntil } from '../../../main/adapters/verification/holds-until.ts';
import type { IssuerPack, TrustContext } from '../../../main/core/ports.ts';
import type { CheckAxis } from '../../../shared/model/check.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signStatusList, statusEntry } from '../../fixtures/signing/status-list.ts';
import { ISSUER_KEY, pack, signedWebBadge, signerOf, trustIn, verified, WEB_ISSUER } from './example-credentials.ts';

const LIST = {
  url: 'https://lakeside.example/status/1',
  purpose: 'revocation',
  issuer: WEB_ISSUER,
  validFrom: '2026-11-03T00:00:00Z',
  ttl: 40 * 86_400_000,
  set: [],
} as const;
const DAY = 86_400_000;

/** One badge with an end and a status entry, and packs whose dates differ from run to run. */
let credential: JsonObject;
let list: JsonObject;
beforeAll(async () => {
  credential = await signedWebBadge({ validUntil: '2026-12-20T00:00:00Z', credentialStatus: statusEntry(LIST, 7) });
  list = await signStatusList(LIST, signerOf(ISSUER_KEY, WEB_ISSUER));
});

const packArbitrary = fc.record({
  expiresAt: fc.constantFrom(null, '2026-12-01T12:00:00Z', '2027-06-01T00:00:00Z'),
  retrievedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'),
  withList: fc.boolean(),
});

describe('how long a report holds', () => {
  it('is until the next date that can change a check, and nothing changes before', async () => {
    await fc.assert(
      fc.asyncProperty(
        packArbitrary,
        fc.record({ expiryGraceDays: fc.constantFrom(0, 10, 365), staleAfterDays: fc.constantFrom(1, 20, 90) }),
        fc.nat(700 * 24 * 60),
        fc.nat({ max: 10_000 }),
        async (parts, policy, minutes, share) => {
          const { withList, ...dates } = parts;
          const packs = [pack({ ...dates, statusLists: withList ? { [LIST.url]: list } : {} } as Partial<IssuerPack>)];
          const trust = (at: number): TrustContext => {
            const base = trustIn(...packs);
            return { ...base, policy: { ...base.policy, ...policy }, at: new Date(at).toISOString() };
          };
          const start = Date.parse('2026-11-02T00:00:00Z') + minutes * 60_000;
          const first = await verified(credential, trust(start));
          const end = first.report.holdsUntil === null ? start + 3650 * DAY : Date.parse(first.report.holdsUntil);
          expect(end).toBeGreaterThan(start);
          const between = start + Math.floor(((end - 1 - start) * share) / 10_000);
          const then = await verified(credential, trust(between));
          expect(codesOf(then)).toEqual(codesOf(first));
          const last = await verified(credential, trust(end - 1));
          expect(codesOf(last)).toEqual(codesOf(first));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('ends when the credential does, and when its grace does', async () => {
    const trust = trustIn(pack());
    const { report } = await verified(credential, { ...trust, at: '2026-12-19T00:00:00Z' });
    // Five minutes before, because a rule may allow for clocks that are ahead.
    expect(report.holdsUntil).toBe('2026-12-19T23:55:00.000Z');
  });

  it('is for ever where no date stands in it', () => {
    expect(holdsUntil([{ name: 'Weaving' }], trustIn())).toBeNull();
    expect(holdsUntil([{ name: '2030-01-01T00:00:00Z' }], trustIn())).toBe('2029-12-31T23:55:00.000Z');
  });

  it('sees dates in tokens, in disclosures and in the lists that a credential names', () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'EdDSA' })}.${part({ exp: Date.parse('2028-01-01T00:00:00Z') / 1000 })}.c2lnbmF0dXJl`;
    const late = '2027-12-31T23:55:00.000Z';
    expect(holdsUntil([{ endorsementJwt: [token] }], trustIn())).toBe(late);
    expect(holdsUntil([{ x: `data:application/vc+jwt,${token}` }], trustIn())).toBe(late);
    const lists = { [LIST.url]: token };
    const trust = trustIn(pack({ statusLists: lists, retrievedAt: '2020-01-01T00:00:00Z' }));
    expect(holdsUntil([{ credentialStatus: { statusListCredential: LIST.url } }], trust)).toBe(late);
    expect(holdsUntil([{ credentialStatus: { statusListCredential: 'https://other.example/1' } }], trust)).toBeNull();
  });
});

function codesOf(credential: Awaited<ReturnType<typeof verified>>): Readonly<Record<CheckAxis, string>> {
  const { checks } = credential.report;
  return Object.fromEntries(Object.entries(checks).map(([axis, check]) => [axis, check.code])) as Record<
    CheckAxis,
    string
  >;
}
