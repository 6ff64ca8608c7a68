import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckCodes } from '../../../main/core/verification/check-codes/check-code-entry.ts';
import { CHECK_CODES, type CheckCode } from '../../../main/core/verification/check-codes.ts';
import { toCheck } from '../../../main/core/verification/finding.ts';
import { reasonsAgainst, verdictOf } from '../../../main/core/verification/verdict.ts';
import { CHECK_AXES, CHECK_STATES, type CheckAxis, type Checks, type CheckState } from '../../../shared/model/check.ts';

const GOOD: Readonly<Record<CheckAxis, CheckCode>> = {
  format: 'format-read',
  schema: 'schema-required-present',
  integrity: 'signature-valid',
  'key-binding': 'key-of-issuer',
  issuer: 'issuer-recognised',
  validity: 'valid-without-end',
  status: 'status-clear',
  holder: 'holder-proved-earlier',
  endorsements: 'endorsements-none',
};

describe('the verdict', () => {
  it('is verified where every deciding check passes', () => {
    expect(verdictOf(checksWith({}))).toBe('verified');
  });

  it.each<[CheckCode, string]>([
    ['format-nested-context', 'not-valid'],
    ['signature-invalid', 'not-valid'],
    ['key-of-somebody-else', 'not-valid'],
    ['expired', 'not-valid'],
    ['not-yet-valid', 'not-valid'],
    ['revoked', 'not-valid'],
    ['suspended', 'not-valid'],
    ['holder-presented-by-other', 'not-valid'],
    ['holder-email-differs', 'verified-with-reservations'],
    ['no-proof', 'cannot-verify-offline'],
    ['suite-not-supported', 'cannot-verify-offline'],
    ['key-unavailable', 'cannot-verify-offline'],
    ['too-complex', 'cannot-verify-offline'],
    ['issuer-document-missing', 'cannot-verify-offline'],
    ['issuer-unknown', 'verified-with-reservations'],
    ['issuer-self-asserted', 'verified-with-reservations'],
    ['issuer-name-imitates', 'verified-with-reservations'],
    ['issuer-pack-expired', 'verified-with-reservations'],
    ['status-list-missing', 'verified-with-reservations'],
    ['status-list-stale', 'verified-with-reservations'],
    ['status-type-unknown', 'verified-with-reservations'],
    ['date-unreadable', 'verified-with-reservations'],
    ['schema-required-missing', 'verified-with-reservations'],
    ['endorsements-some-failed', 'verified-with-reservations'],
    ['signature-valid-in-part', 'verified-with-reservations'],
    ['status-none', 'verified'],
    ['issuer-pinned', 'verified'],
    ['holder-not-proved', 'verified'],
    ['schema-not-checked', 'verified'],
    ['endorsements-not-checked', 'verified'],
  ])('with %s alone is %s', (code, verdict) => {
    const checks = checksWith({ [CHECK_CODES[code].axis]: code });
    expect(verdictOf(checks)).toBe(verdict);
    expect(reasonsAgainst(checks)).toEqual(verdict === 'verified' ? [] : [CHECK_CODES[code].axis]);
  });

  it('is that of the gravest check, whatever the others say', () => {
    const checks = checksWith({ integrity: 'no-proof', status: 'revoked', issuer: 'issuer-unknown' });
    expect(verdictOf(checks)).toBe('not-valid');
    expect(reasonsAgainst(checks)).toEqual(['status', 'integrity', 'issuer']);
  });

  it('is never verified while a deciding check has not passed', () => {
    const deciding = ['format', 'integrity', 'key-binding', 'issuer', 'validity'] as const;
    fc.assert(
      fc.property(anyChecks(), (checks) => {
        if (verdictOf(checks) !== 'verified') return;
        for (const axis of deciding) expect(checks[axis].state).toBe('pass');
        expect(['pass', 'not-applicable']).toContain(checks.status.state);
        expect(CHECK_AXES.filter((axis) => checks[axis].state === 'fail')).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('follows from states and codes alone: words, dates and evidence change nothing', () => {
    fc.assert(
      fc.property(anyChecks(), fc.string(), (checks, words) => {
        const reworded = Object.fromEntries(
          CHECK_AXES.map((axis) => [axis, { ...checks[axis], message: words, settledBy: words, evidence: { words } }]),
        ) as unknown as Checks;
        expect(verdictOf(reworded)).toBe(verdictOf(checks));
      }),
    );
  });

  it('never becomes better when one check becomes a failure', () => {
    const order = ['verified', 'verified-with-reservations', 'cannot-verify-offline', 'not-valid'];
    fc.assert(
      fc.property(anyChecks(), fc.constantFrom(...CHECK_AXES), (checks, axis) => {
        const worse = { ...checks, [axis]: { ...checks[axis], state: 'fail' as const } };
        expect(order.indexOf(verdictOf(worse))).toBeGreaterThanOrEqual(order.indexOf(verdictOf(checks)));
      }),
    );
  });
});

describe('the catalogue of codes', () => {
  const codes = Object.keys(CHECK_CODES) as CheckCode[];

  it.each(codes)('%s has a whole sentence, and says what settles what is open', (code) => {
    const { message, settledBy, state } = CHECK_CODES[code];
    for (const sentence of [message, ...(settledBy === null ? [] : [settledBy])])
      expect(sentence).toMatch(/^[A-Z{].*[.]$/);
    if (state === 'fail' || state === 'stale' || state === 'not-checked') expect(settledBy).not.toBeNull();
  });

  it('has each code once, in the file of its axis', async () => {
    const files = await Promise.all(
      CHECK_AXES.map(async (axis) => {
        const file: unknown = await import(`../../../main/core/verification/check-codes/${axis}.ts`);
        return Object.values(file as Readonly<Record<string, CheckCodes>>).flatMap((entries) =>
          Object.entries(entries),
        );
      }),
    );
    expect(files.map((entries) => [...new Set(entries.map(([, { axis }]) => axis))])).toEqual(
      CHECK_AXES.map((axis) => [axis]),
    );
    expect(files.flat().map(([code]) => code)).toEqual(codes);
  });

  it('fills the values of a finding into its sentence', () => {
    expect(toCheck({ code: 'expired', evidence: { date: '2025-01-01T00:00:00Z' } }).message).toBe(
      'It expired on 2025-01-01T00:00:00Z.',
    );
  });
});

function checksWith(codes: Partial<Record<CheckAxis, CheckCode>>): Checks {
  const all = { ...GOOD, ...codes };
  return Object.fromEntries(CHECK_AXES.map((axis) => [axis, toCheck({ code: all[axis] })])) as unknown as Checks;
}

/** Any state on any axis, good ones often enough that `verified` is reached. */
function anyChecks(): fc.Arbitrary<Checks> {
  const state: fc.Arbitrary<CheckState> = fc.oneof(
    { weight: 6, arbitrary: fc.constant<CheckState>('pass') },
    fc.constantFrom(...CHECK_STATES),
  );
  const check = fc.record({ state, code: fc.constant('a-code-of-another-version'), message: fc.string() });
  return fc.record(Object.fromEntries(CHECK_AXES.map((axis) => [axis, check]))) as unknown as fc.Arbitrary<Checks>;
}
