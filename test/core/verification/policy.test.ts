import { describe, expect, it } from 'vitest';
import type { TrustContext } from '../../../main/core/ports.ts';
import { issuerStanding } from '../../../main/core/verification/checks/issuer.ts';
import { checkValidity } from '../../../main/core/verification/checks/validity.ts';
import { makeChecks } from '../../../main/core/verification/checks/registry.ts';
import { verdictOf } from '../../../main/core/verification/verdict.ts';
import { DEFAULT_POLICY, type VerificationPolicy } from '../../../shared/model/trust.ts';
import { credentialWith, factsWith, ISSUER, PACK } from './example-facts.ts';

const FINGERPRINT = 'ab'.repeat(32);
const PUBLISHER = { fingerprint: FINGERPRINT, name: 'Office', reason: 'known', pinnedBy: 'me', pinnedAt: '2026-01-01' };
const SIGNED = { ...PACK, sha256: '1'.repeat(64), publishers: [FINGERPRINT] };
const STRICT: VerificationPolicy = { ...DEFAULT_POLICY, version: 2, recognisedPacks: 'pinned-publisher' };

function trustWith(changes: Partial<TrustContext>): TrustContext {
  return { packs: [PACK], pins: [], publishers: [], policy: DEFAULT_POLICY, at: '2026-11-22T00:00:00Z', ...changes };
}

describe('whose issuers count as recognised', () => {
  it('by default are those of every pack that a person accepted', () => {
    expect(issuerStanding(factsWith({ trust: trustWith({}) })).recognition).toBe('recognised');
  });

  it.each([
    ['unsigned', PACK],
    ['signed by somebody whom nobody pinned', SIGNED],
  ])('under the stricter policy are not those of a pack that is %s', (_, pack) => {
    const facts = factsWith({ trust: trustWith({ packs: [pack], policy: STRICT }) });
    const standing = issuerStanding(facts);
    expect(standing).toMatchObject({ recognition: 'unknown', finding: { code: 'issuer-pack-unpinned' } });
    const checks = makeChecks(facts);
    expect(checks.issuer).toMatchObject({ state: 'not-checked', settledBy: expect.stringContaining('publisher') });
    expect(verdictOf(checks)).toBe('verified-with-reservations');
  });

  it('under the stricter policy are those of a pack of a pinned publisher', () => {
    const trust = trustWith({ packs: [PACK, SIGNED], policy: STRICT, publishers: [PUBLISHER] });
    expect(issuerStanding(factsWith({ trust })).recognition).toBe('recognised');
  });

  it('are those that a person pinned, whatever the packs say', () => {
    const pin = { issuerId: ISSUER, reason: 'known', pinnedBy: 'me', pinnedAt: '2026-01-01' };
    expect(issuerStanding(factsWith({ trust: trustWith({ policy: STRICT, pins: [pin] }) })).recognition).toBe('pinned');
  });

  it('give no name to imitate where their pack does not count', () => {
    const json = credentialWith({ issuer: { id: 'did:key:z6MkOther', name: 'Lakeside Cоllege' } });
    const finding = (policy: VerificationPolicy) =>
      issuerStanding(factsWith({ json, trust: trustWith({ policy }) })).finding.code;
    expect(finding(DEFAULT_POLICY)).toBe('issuer-name-imitates');
    expect(finding(STRICT)).toBe('issuer-unknown');
  });
});

describe('a pack that gives no end of its own', () => {
  const at = (day: string) => {
    const pack = { ...PACK, expiresAt: null, retrievedAt: '2026-01-01T00:00:00Z' };
    return issuerStanding(factsWith({ trust: trustWith({ packs: [pack], at: `${day}T00:00:00Z` }) })).finding;
  };

  it('is out of date a year after it was retrieved, and says of when it is', () => {
    expect(at('2027-01-01')).toMatchObject({ code: 'issuer-recognised', asOf: '2026-01-01T00:00:00Z' });
    expect(at('2027-01-02')).toMatchObject({ code: 'issuer-pack-old', asOf: '2026-01-01T00:00:00Z' });
  });
});

describe('the days for which an expired credential counts with a reservation', () => {
  const judge = (expiryGraceDays: number, at: string, changes = {}) => {
    const json = credentialWith({ validUntil: '2026-11-01T00:00:00Z', ...changes });
    return factsWith({ json, trust: trustWith({ policy: { ...DEFAULT_POLICY, expiryGraceDays }, at }) });
  };

  it('are none by default', () => {
    expect(checkValidity(judge(0, '2026-11-01T00:00:00Z')).code).toBe('expired');
  });

  it('begin at the end of validity and end by the second', () => {
    expect(checkValidity(judge(10, '2026-10-31T23:59:59Z')).code).toBe('valid-until');
    expect(checkValidity(judge(10, '2026-11-01T00:00:00Z')).code).toBe('expired-within-grace');
    expect(checkValidity(judge(10, '2026-11-10T23:59:59Z')).code).toBe('expired-within-grace');
    expect(checkValidity(judge(10, '2026-11-11T00:00:00Z')).code).toBe('expired');
  });

  it('make a reservation and never a pass', () => {
    const checks = makeChecks(judge(10, '2026-11-05T00:00:00Z'));
    expect(checks.validity).toMatchObject({ state: 'stale', message: expect.stringContaining('10 days') });
    expect(verdictOf(checks)).toBe('verified-with-reservations');
  });

  it('hide nothing graver', () => {
    const future = judge(10, '2026-11-05T00:00:00Z', { validFrom: '2027-01-01T00:00:00Z' });
    expect(checkValidity(future).code).toBe('not-yet-valid');
    const other = judge(10, '2026-11-20T00:00:00Z', { expirationDate: '2026-11-15T00:00:00Z' });
    expect(checkValidity(other).code).toBe('expired');
  });
});
