import { describe, expect, it } from 'vitest';
import { ageOf, differenceLines } from '../../renderer/features/issuers/pack-words.ts';
import { missingListFile } from '../../renderer/features/issuers/missing-list.ts';
import { waysOf } from '../../renderer/features/trust-effects/ways.ts';

describe('The age of a pack', () => {
  const today = '2026-09-01T00:00:00Z';

  it.each([
    ['2026-08-20T12:00:00Z', '2027-01-01T00:00:00Z', '11 days old; good until 1 Jan 2027'],
    ['2026-08-31T12:00:00Z', null, 'made today; no end stated'],
    ['2026-08-20T00:00:00Z', '2026-08-25T00:00:00Z', '12 days old; out of date since 25 Aug 2026'],
    // The same instant in another zone's writing.
    ['2026-08-31T00:00:00Z', '2026-09-01T01:00:00+02:00', '1 day old; out of date since 31 Aug 2026'],
  ])('retrieved %s, until %s: %s', (retrievedAt, expiresAt, words) => {
    expect(ageOf({ retrievedAt, expiresAt }, today)).toBe(words);
  });
});

describe('What tells two packs apart', () => {
  it('is said in words with its ids, what goes before what comes', () => {
    const lines = differenceLines({
      issuersAdded: ['did:web:a.example', 'did:web:b.example'],
      issuersRemoved: [],
      keysAdded: [],
      keysRemoved: ['did:web:c.example#1'],
      statusListsAdded: [],
      statusListsRemoved: [],
      documentsAdded: [],
      documentsRemoved: [],
      documentsChanged: [],
    });
    expect(lines).toEqual([
      { words: 'drops 1 key', ids: ['did:web:c.example#1'] },
      { words: 'adds 2 issuers', ids: ['did:web:a.example', 'did:web:b.example'] },
    ]);
  });
});

describe('The ways that verdicts take', () => {
  it('are counted, the most used first', () => {
    const move = (from: 'verified' | 'not-valid', to: 'verified' | 'not-valid') => ({ from, to });
    const ways = waysOf([move('verified', 'not-valid'), move('not-valid', 'verified'), move('not-valid', 'verified')]);
    expect(ways).toEqual([
      { from: 'not-valid', to: 'verified', count: 2 },
      { from: 'verified', to: 'not-valid', count: 1 },
    ]);
  });
});

describe('The list of what is missing', () => {
  it('is a file that names documents and nothing else', () => {
    const list = [{ kind: 'did-document' as const, id: 'did:web:a.example', credentials: 3 }];
    const file = missingListFile(list);
    expect(JSON.parse(new TextDecoder().decode(file.bytes))).toEqual({ missing: list });
    expect(file.fileName).toMatch(/\.json$/);
  });
});
