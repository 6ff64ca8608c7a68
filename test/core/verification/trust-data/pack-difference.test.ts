import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOfPacks } from '../../../../main/core/verification/trust-data/pack-difference.ts';
import type { IssuerPack } from '../../../../main/core/ports.ts';
import { pack, packKey } from '../../../adapters/verification/example-credentials.ts';

const NONE = {
  issuersAdded: [],
  issuersRemoved: [],
  keysAdded: [],
  keysRemoved: [],
  statusListsAdded: [],
  statusListsRemoved: [],
  documentsAdded: [],
  documentsRemoved: [],
  documentsChanged: [],
};
const ISSUER = 'did:web:lakeside.example';
const KEY = `${ISSUER}#key-1`;
const withKeys = (...keys: IssuerPack['entries'][number]['keys']): IssuerPack =>
  pack({ entries: [{ ids: [ISSUER], names: ['Lakeside College'], homepage: null, keys }] });

describe('the difference of two packs', () => {
  it('is nothing where only the order or the hash of the bytes differs', () => {
    const document = { id: ISSUER, verificationMethod: [] };
    const reordered = { verificationMethod: [], id: ISSUER };
    const older = pack({ didDocuments: { [ISSUER]: document } });
    const newer = pack({ didDocuments: { [ISSUER]: reordered }, sha256: '1'.repeat(64), version: '2' });
    expect(differenceOfPacks(older, newer)).toEqual(NONE);
  });

  it('names issuers by every id, with their keys', () => {
    const other = {
      ids: ['https://a.example', 'did:web:a.example'],
      names: [],
      homepage: null,
      keys: [packKey({ id: '#1' })],
    };
    const newer = pack({ entries: [...pack().entries, other] });
    expect(differenceOfPacks(pack(), newer)).toEqual({
      ...NONE,
      issuersAdded: ['did:web:a.example', 'https://a.example'],
      keysAdded: ['did:web:a.example#1', 'https://a.example#1'],
    });
    expect(differenceOfPacks(newer, pack())).toEqual({
      ...NONE,
      issuersRemoved: ['did:web:a.example', 'https://a.example'],
      keysRemoved: ['did:web:a.example#1', 'https://a.example#1'],
    });
  });

  it('tells another key under the same id as removed and added, and a key that got an end as a change', () => {
    const swapped = withKeys(packKey({ publicKey: 'z6MkOther' }));
    expect(differenceOfPacks(pack(), swapped)).toEqual({ ...NONE, keysAdded: [KEY], keysRemoved: [KEY] });
    const ended = withKeys(packKey({ validUntil: '2026-06-01T00:00:00Z' }));
    expect(differenceOfPacks(pack(), ended)).toEqual({ ...NONE, documentsChanged: [ISSUER] });
  });

  it('reads keys of DID documents too', () => {
    const method = { id: '#k', type: 'Multikey', publicKeyMultibase: 'z6MkA' };
    const document = (methods: readonly (typeof method)[]) => ({
      [ISSUER]: { id: ISSUER, verificationMethod: methods },
    });
    const older = pack({ entries: [], didDocuments: document([]) });
    expect(differenceOfPacks(older, pack({ entries: [], didDocuments: document([method]) }))).toEqual({
      ...NONE,
      keysAdded: [`${ISSUER}#k`],
      documentsChanged: [ISSUER],
    });
  });

  it('tells lists, contexts and schemas apart, added, removed and changed', () => {
    const older = pack({
      statusLists: { a: { n: 1 }, b: 'x.y.z' },
      contexts: { c: {} },
      schemas: { s: { type: 'object' } },
    });
    const newer = pack({ statusLists: { b: 'x.y.w', d: {} }, contexts: { e: {} }, schemas: { s: {} } });
    expect(differenceOfPacks(older, newer)).toEqual({
      ...NONE,
      statusListsAdded: ['d'],
      statusListsRemoved: ['a'],
      documentsAdded: ['e'],
      documentsRemoved: ['c'],
      documentsChanged: ['b', 's'],
    });
  });

  it('is the mirror of the difference the other way round', () => {
    const some = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.record({ n: fc.nat(2) }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(some, some, some, some, (lists, contexts, otherLists, otherContexts) => {
        const one = pack({ statusLists: lists, contexts });
        const other = pack({ statusLists: otherLists, contexts: otherContexts });
        const [there, back] = [differenceOfPacks(one, other), differenceOfPacks(other, one)];
        expect(there.statusListsAdded).toEqual(back.statusListsRemoved);
        expect(there.documentsAdded).toEqual(back.documentsRemoved);
        expect(there.documentsChanged).toEqual(back.documentsChanged);
      }),
    );
  });
});
