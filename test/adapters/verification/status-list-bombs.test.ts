import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bitsOf } from '../../../main/adapters/verification/status-methods/list-bits.ts';
import { VERIFICATION_LIMITS } from '../../../main/core/verification/verification-limits.ts';
import { base64url } from '../../fixtures/signing/keys.ts';
import { trustIn } from './example-credentials.ts';
import { bitList, LIST_URL, packWith, signed, statusOf, statusOfToken, tokenList } from './status-examples.ts';

const MEGABYTE = 1024 * 1024;
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEGABYTE);

/** One megabyte of GZIP that unpacks to a gigabyte: sixteen members behind one another, which readers take as one. */
const bomb = Buffer.concat(Array.from({ length: 16 }, () => gzipSync(zeros(64), { level: 9 })));

describe('a list that unpacks to far more than it is', () => {
  it('is what it says: a megabyte that becomes a gigabyte', () => {
    expect(bomb.length).toBeLessThan(1.1 * MEGABYTE);
  });

  it('is named, and neither read nor called tampering', async () => {
    const entry = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '5',
      statusListCredential: LIST_URL,
    };
    const list = signed(bitList({ statusPurpose: 'revocation', encodedList: `u${base64url(bomb)}` }));
    expect(await statusOf(entry, trustIn(packWith(list)))).toMatchObject({
      state: 'not-checked',
      code: 'status-list-too-large',
    });
    const token = tokenList(
      { bits: 1, values: {} },
      { status_list: { bits: 1, lst: base64url(deflateSync(zeros(256))) } },
    );
    expect((await statusOfToken({ status: { status_list: { idx: 5, uri: LIST_URL } } }, token)).code).toBe(
      'status-list-too-large',
    );
  });

  it('costs no more memory than the limit', () => {
    const before = process.memoryUsage().arrayBuffers;
    const bits = bitsOf({}, `u${base64url(bomb)}`, 'gzip');
    expect('code' in bits).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * VERIFICATION_LIMITS.statusListBytes);
  });

  it('is read up to the limit, to the byte', () => {
    const whole = bitsOf({}, base64url(gzipSync(zeros(16))), 'gzip');
    expect('code' in whole ? whole.code : whole.length).toBe(VERIFICATION_LIMITS.statusListBytes);
    const more = bitsOf({}, base64url(gzipSync(Buffer.alloc(16 * MEGABYTE + 1))), 'gzip');
    expect('code' in more && more.code).toBe('status-list-too-large');
  });

  it.each(['', 'u', 'not packed at all', 'H4sIAAAA', `u${base64url(Buffer.from('plain'))}`])(
    'and one that is no GZIP (%s) is unusable',
    (encoded) => {
      const bits = bitsOf({}, encoded, 'gzip');
      expect('code' in bits && bits.code).toBe('status-list-unusable');
    },
  );
});
