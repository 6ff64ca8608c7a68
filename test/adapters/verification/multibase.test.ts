import { decode, encode } from 'base58-universal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase58Text, decodeMultibase } from '../../../main/adapters/verification/keys/multibase.ts';

describe('base58btc', () => {
  it('gives back the bytes that were written, with zeros before them', () => {
    const bytes = fc
      .tuple(fc.nat(3), fc.uint8Array({ maxLength: 120 }))
      .map(([zeros, rest]) => Uint8Array.from([...new Uint8Array(zeros), ...rest]))
      .filter(({ length }) => length > 0);
    fc.assert(
      fc.property(bytes, (each) => {
        expect(plain(decodeBase58Text(encode(each)))).toEqual(plain(each));
      }),
    );
  });

  it('is read as the package reads it, letter by letter of anything', () => {
    const letters = fc.oneof(
      fc.constantFrom(...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'),
      fc.constantFrom(...'0OIl+/é'),
    );
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 40 }), (all) => {
        const text = all.join('');
        expect(plain(decodeBase58Text(text))).toEqual(plain(decode(text) ?? null));
      }),
    );
  });

  it('has one spelling: white space, which the package passes over, is no letter of it', () => {
    expect(decode('2 g')).toEqual(decode('2g'));
    expect(decodeBase58Text('2 g')).toBeNull();
    expect(decodeBase58Text('2g\n')).toBeNull();
  });

  it('is not read beyond the length of any key or signature, nor without a letter', () => {
    expect(decodeBase58Text('1'.repeat(3000))).toBeNull();
    expect(decodeBase58Text('')).toBeNull();
    expect(decodeMultibase('z')).toBeNull();
  });
});

function plain(bytes: Uint8Array | null): readonly number[] | null {
  return bytes === null ? null : [...bytes];
}
