import { describe, expect, it } from 'vitest';
import { verdictSentence } from '../../renderer/features/candidate/verdict-sentence.ts';
import { CHECK_AXES, type Check, type CheckAxis, type Checks, type Verdict } from '../../shared/model/check.ts';

const passing: Check = { state: 'pass', code: 'ok', message: 'Fine.' };

function sentence(verdict: Verdict, open: Partial<Record<CheckAxis, Check>>, against?: readonly CheckAxis[]): string {
  const checks = Object.fromEntries(CHECK_AXES.map((axis) => [axis, open[axis] ?? passing])) as Checks;
  return verdictSentence(
    {
      verdict,
      checks,
      ...(against === undefined ? {} : { against }),
      recognition: 'unknown',
      at: '2026-09-01T00:00:00Z',
      holdsUntil: null,
      trustSnapshot: '0'.repeat(64),
      proofs: [],
      unsignedPaths: [],
    },
    'Example Harbour',
  );
}

describe('the sentence of a verdict', () => {
  it('names the issuer where nothing is open', () => {
    expect(sentence('verified', {})).toContain('Example Harbour');
  });

  it('never says that nothing is open where something is, though it is verified', () => {
    const text = sentence('verified', {
      holder: { state: 'not-checked', code: 'not-proved', message: 'Nobody has shown that it is theirs.' },
    });
    expect(text).toMatch(/^Verified: signed by Example Harbour.*Still open.*nobody has shown that it is theirs\.$/);
    expect(text).not.toContain('no check is open');
  });

  it('names each reservation, and what a signature says before who is known', () => {
    const text = sentence('verified-with-reservations', {
      issuer: { state: 'not-checked', code: 'unknown', message: 'The issuer is not on your list.' },
      status: { state: 'stale', code: 'stale', message: 'Its list is old.' },
    });
    expect(text).toBe('Verified, with reservations: its list is old; the issuer is not on your list.');
  });

  it('names only what is a reservation, and what else is open apart', () => {
    const holder = {
      state: 'not-checked',
      code: 'not-proved',
      message: 'Nobody has shown that it is theirs.',
    } as const;
    const part = { state: 'pass', code: 'in-part', message: 'Parts of the file are not signed.' } as const;
    const stale = { state: 'stale', code: 'stale', message: 'Its list is old.' } as const;
    expect(sentence('verified-with-reservations', { holder, status: stale }, ['status'])).toBe(
      'Verified, with reservations: its list is old. ' +
        'Still open, without speaking against it: nobody has shown that it is theirs.',
    );
    expect(sentence('verified-with-reservations', { integrity: part }, ['integrity'])).toBe(
      'Verified, with reservations: Parts of the file are not signed.',
    );
    const noKey = { state: 'not-checked', code: 'no-key', message: 'No key is known.' } as const;
    expect(sentence('cannot-verify-offline', { holder, 'key-binding': noKey }, ['key-binding'])).toBe(
      'Cannot be verified without a connection: no key is known.',
    );
  });

  it('says of what is not valid only what failed', () => {
    const text = sentence('not-valid', {
      integrity: { state: 'fail', code: 'tampered', message: 'It was changed after 2024-03-09T09:00:00Z.' },
      issuer: { state: 'not-checked', code: 'unknown', message: 'The issuer is not on your list.' },
    });
    expect(text).toBe('Not valid: it was changed after 9 Mar 2024.');
  });

  it('says what a connection would be needed for', () => {
    const text = sentence('cannot-verify-offline', {
      'key-binding': { state: 'not-checked', code: 'no-key', message: 'No key of this issuer is known here.' },
    });
    expect(text).toContain('no key of this issuer is known here');
  });
});
