import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../../main/adapters/verification/issuer-pack.ts';
import { PACK_LIMITS } from '../../../main/adapters/verification/packs/pack-limits.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { OPEN_BADGES_3 } from '../../fixtures/signing/contexts.ts';
import { ed25519TestKey, p256TestKey } from '../../fixtures/signing/keys.ts';

const WEB_ISSUER = 'did:web:lakeside.example';
const ISSUER_KEY = ed25519TestKey('lakeside');
const NOW = '2026-11-22T00:00:00Z';
const KEY = { id: '#key-1', type: 'Multikey', publicKey: ISSUER_KEY.multibase ?? '' };
const ENTRY: JsonObject = { ids: [WEB_ISSUER], names: ['Lakeside College'], keys: [KEY] };
const MINIMAL: JsonObject = {
  version: '2026-11',
  source: 'Register of Lakes',
  retrievedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2027-05-01T00:00:00Z',
  entries: [ENTRY],
};

const readText = (text: string): ReturnType<typeof readIssuerPack> =>
  readIssuerPack(new TextEncoder().encode(text), NOW);
const read = (json: Json): ReturnType<typeof readIssuerPack> => readText(JSON.stringify(json));
/** MINIMAL with changes; undefined takes a field away. */
const withChanges = (changes: object): Json => JSON.parse(JSON.stringify({ ...MINIMAL, ...changes })) as Json;
const withEntry = (changes: object): Json => withChanges({ entries: [{ ...ENTRY, ...changes }] });
const withKey = (changes: object): Json => withEntry({ keys: [{ ...KEY, ...changes }] });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('an issuer pack', () => {
  it('is read with the hash of its bytes; unsigned it has no publisher', () => {
    expect(read(MINIMAL)).toMatchObject({
      ok: true,
      value: {
        sha256: sha256(JSON.stringify(MINIMAL)),
        publishers: [],
        version: '2026-11',
        source: 'Register of Lakes',
        retrievedAt: '2026-11-01T00:00:00Z',
        expiresAt: '2027-05-01T00:00:00Z',
      },
    });
  });

  it.each([
    ['no source', { source: undefined }, 'source'],
    ['a source that is a number', { source: 7 }, 'source'],
    ['a blank source', { source: ' ' }, 'source'],
    ['a version that is a list', { version: [] }, 'version'],
    ['no date', { retrievedAt: undefined }, 'retrievedAt'],
    ['a date that is none', { retrievedAt: 'yesterday' }, 'retrievedAt'],
    ['a date in the future', { retrievedAt: '2026-11-23T00:00:00Z' }, 'retrievedAt'],
    ['an end that is no date', { expiresAt: 'soon' }, 'expiresAt'],
    ['an end before its beginning', { expiresAt: '2026-10-01T00:00:00Z' }, 'expiresAt'],
    ['entries that are no list', { entries: {} }, 'entries'],
    ['an entry that is a text', { entries: ['x'] }, 'entries/0'],
    ['documents that are a text', { didDocuments: 'x' }, 'didDocuments'],
    [
      'a document of another id',
      { didDocuments: { 'did:web:a.example': { id: 'did:web:b.example' } } },
      'didDocuments/did:web:a.example/id',
    ],
    ['a document without an id', { didDocuments: { 'did:web:a.example': {} } }, 'didDocuments/did:web:a.example/id'],
    ['documents in a list without ids', { didDocuments: [{}] }, 'didDocuments/0'],
    ['two documents of one id', { didDocuments: [{ id: 'x:y' }, { id: 'x:y' }] }, 'didDocuments/1'],
    ['a list that is a number', { statusLists: { 'https://x.example/1': 1 } }, 'statusLists/https://x.example/1'],
    ['a list that is no JWT', { statusLists: { 'https://x.example/1': 'a b' } }, 'statusLists/https://x.example/1'],
    ['a list without a URL', { statusLists: { '': {} } }, 'statusLists/'],
    ['a context that is no object', { contexts: { 'https://x.example': 'x' } }, 'contexts/https://x.example'],
    [
      'a context that is none',
      { contexts: { 'https://x.example': { document: { a: 1 } } } },
      'contexts/https://x.example',
    ],
    ['a schema that is no object', { schemas: { 'https://x.example': [] } }, 'schemas/https://x.example'],
  ])('is refused with the place of what is wrong: %s', (_, changes, reason) => {
    expect(read(withChanges(changes))).toMatchObject({
      ok: false,
      problem: { code: 'pack-malformed', params: { reason } },
    });
  });

  it.each([
    ['no id', { ids: undefined }, 'entries/0/ids'],
    ['an id that is a number', { ids: [7] }, 'entries/0/ids/0'],
    ['an id that is a name', { ids: ['Lakeside College'] }, 'entries/0/ids'],
    ['a name that is a group', { names: [{ en: 'x' }] }, 'entries/0/names/0'],
    ['a homepage that is a list', { homepage: [] }, 'entries/0/homepage'],
    ['keys that are a group', { keys: {} }, 'entries/0/keys'],
    ['evidence that is a number', { evidence: 7 }, 'entries/0/evidence/0'],
    ['evidence with a date that is a number', { evidence: [{ date: 7 }] }, 'entries/0/evidence/0/date'],
    ['list keepers that are numbers', { statusListIssuers: [1] }, 'entries/0/statusListIssuers/0'],
  ])('is refused with the place of what is wrong with an issuer: %s', (_, changes, reason) => {
    expect(read(withEntry(changes))).toMatchObject({
      ok: false,
      problem: { code: 'pack-malformed', params: { reason } },
    });
  });

  it.each([
    ['none at all', { publicKey: undefined }, 'publicKey'],
    ['a text that is no key', { publicKey: 'my key' }, 'publicKey'],
    ['a number', { publicKey: 7 }, 'publicKey'],
    ['in two forms', { publicKeyJwk: ISSUER_KEY.publicJwk }, 'publicKeyJwk'],
    ['a JWK of no kind', { publicKey: { x: 'y' } }, 'publicKey/kty'],
    ['a private key', { publicKey: { ...p256TestKey('lakeside').publicJwk, d: 'x' } }, 'publicKey/d'],
    ['a start that is no date', { validFrom: '2026' }, 'validFrom'],
    ['an end that is no date', { validUntil: 'x' }, 'validUntil'],
    [
      'an end before its start',
      { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
      'validUntil',
    ],
    ['a withdrawal that is no date', { revoked: 'perhaps' }, 'revoked'],
    ['an id that is a number', { id: 7 }, 'id'],
  ])('is refused with the place of what is wrong with a key: %s', (_, changes, field) => {
    expect(read(withKey(changes))).toMatchObject({
      ok: false,
      problem: { code: 'pack-malformed', params: { reason: `entries/0/keys/0/${field}` } },
    });
  });

  it('says in words which field is wrong, and how', () => {
    const result = read(withKey({ validUntil: 'x' }));
    expect(!result.ok && problemSentence(result.problem, 'lakes.json')).toBe(
      'lakes.json is not an issuer pack that Tessera can read: the field “entries/0/keys/0/validUntil” is not a date ' +
        'with time (2026-11-01T00:00:00Z). Ask the publisher of the pack for a correct one.',
    );
  });

  it.each([
    ['fields that are there twice', '{"source":"a","source":"b"}', 'duplicate-json-key'],
    ['fields of the prototype', '{"__proto__":{}}', 'prototype-key'],
    ['depths without end', '['.repeat(100), 'json-too-deep'],
    ['broken JSON', '{', 'broken-json'],
  ])('is refused for %s, with the line', (_, text, code) => {
    const result = readText(text);
    expect(result).toMatchObject({ ok: false, problem: { code: 'pack-malformed', params: { reason: 'not-json' } } });
    expect(!result.ok && result.problem.params['detail']).toMatch(new RegExp(`line 1, column \\d+.*${code}`));
  });

  it('is refused where it is no text, no group of fields, or too large', () => {
    expect(readIssuerPack(Uint8Array.of(0xff, 0xfe), NOW)).toMatchObject({
      problem: { params: { reason: 'not-json' } },
    });
    expect(read([MINIMAL])).toMatchObject({ problem: { params: { reason: 'not-json' } } });
    expect(readIssuerPack(new Uint8Array(PACK_LIMITS.bytes + 1), NOW)).toMatchObject({
      problem: { params: { reason: 'too-large' } },
    });
  });

  it('is refused where it lists more than is read', () => {
    const names = Array.from({ length: PACK_LIMITS.namesOfEntry + 1 }, (_, index) => `name ${index}`);
    expect(read(withEntry({ names }))).toMatchObject({ problem: { params: { reason: 'entries/0/names' } } });
    const contexts = Object.fromEntries(
      Array.from({ length: PACK_LIMITS.contexts + 1 }, (_, index) => [
        `https://x.example/${index}`,
        { '@context': {} },
      ]),
    );
    expect(read(withChanges({ contexts }))).toMatchObject({ problem: { params: { reason: 'contexts' } } });
  });

  it('may list documents and lists by id, or one after the other', () => {
    const document = { id: WEB_ISSUER, verificationMethod: [] };
    const list = { id: 'https://lakeside.example/status/1', type: ['VerifiableCredential'] };
    const expected = { didDocuments: { [document.id]: document }, statusLists: { [list.id]: list } };
    for (const written of [
      { didDocuments: { [document.id]: document }, statusLists: { [list.id]: list } },
      { didDocuments: [document], statusLists: [list] },
      { didDocuments: [document], statusLists: [{ url: list.id, credential: list }] },
    ]) {
      expect(read({ ...MINIMAL, ...written })).toMatchObject({ ok: true, value: expected });
    }
  });

  it('keeps a list that is a JWT as it is, letter by letter', () => {
    const payload = Buffer.from(JSON.stringify({ sub: 'https://lists.example/1' })).toString('base64url');
    const jwt = `eyJhbGciOiJFZERTQSJ9.${payload}.c2ln`;
    for (const statusLists of [{ 'https://lists.example/1': jwt }, [jwt]]) {
      expect(read({ ...MINIMAL, statusLists })).toMatchObject({
        value: { statusLists: { 'https://lists.example/1': jwt } },
      });
    }
  });

  it('may spell keys as Multikey or JWK, give them dates, and withdraw them', () => {
    for (const key of [
      { publicKeyMultibase: ISSUER_KEY.multibase ?? '' },
      { publicKeyJwk: ISSUER_KEY.publicJwk },
      { publicKey: ISSUER_KEY.publicJwk },
    ]) {
      expect(read(withEntry({ keys: [{ id: '#key-1', ...key }] }))).toMatchObject({ ok: true });
    }
    const dates = { validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-06-01T00:00:00Z' };
    expect(read(withKey({ ...dates, revoked: '2026-05-01T00:00:00Z' }))).toMatchObject({
      value: { entries: [{ keys: [{ ...dates, revoked: true }] }] },
    });
  });

  it('may say how the publisher knows an issuer, in a sentence, by an address, or both', () => {
    const evidence = [
      'Seen in the register.',
      'https://register.example/7',
      { description: 'Letter', date: '2026-01-01' },
    ];
    expect(read(withEntry({ evidence }))).toMatchObject({
      value: {
        entries: [
          {
            evidence: [
              { description: 'Seen in the register.', url: null, date: null },
              { description: null, url: 'https://register.example/7', date: null },
              { description: 'Letter', url: null, date: '2026-01-01' },
            ],
          },
        ],
      },
    });
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readIssuerPack(bytes)));
    const fields = [...Object.keys(MINIMAL), 'didDocuments', 'statusLists', 'contexts', 'schemas', 'proof'];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        void read({ ...MINIMAL, [field]: value as Json });
        void read(withEntry({ [field]: value }));
        void read(withKey({ [field]: value }));
      }),
    );
  });
});

describe('a context or schema of a pack', () => {
  const url = 'https://x.example/context';
  const document = { '@context': { term: 'https://x.example/term', b: { c: 1 }, a: 'z' } };
  const hashed = (hash: string): Json => ({ ...MINIMAL, contexts: { [url]: { sha256: hash, document } } });

  it('may stand plainly, or with its SHA-256', () => {
    for (const written of [document, { sha256: sha256(canonicalize(document) ?? ''), document }, { document }]) {
      expect(read({ ...MINIMAL, contexts: { [url]: written } })).toMatchObject({
        value: { contexts: { [url]: document } },
      });
    }
    const schema = { $id: 'https://x.example/schema', type: 'object' };
    for (const schemas of [
      { [schema.$id]: schema },
      [schema],
      { [schema.$id]: { sha256: sha256(canonicalize(schema) ?? ''), document: schema } },
    ]) {
      expect(read({ ...MINIMAL, schemas })).toMatchObject({ value: { schemas: { [schema.$id]: schema } } });
    }
  });

  it('has the hash of its canonical JSON, or of the file as it was, compact or indented', () => {
    const indented = JSON.stringify(document, null, 2);
    for (const text of [canonicalize(document) ?? '', JSON.stringify(document), indented, `${indented}\n`]) {
      expect(read(hashed(sha256(text)))).toMatchObject({ ok: true });
      expect(read(hashed(sha256(text).toUpperCase()))).toMatchObject({ ok: true });
    }
  });

  it.each([
    ['of something else', sha256('something else')],
    ['that is none', 'x'],
    ['cut short', sha256('').slice(1)],
  ])('makes the pack unusable with a hash %s', (_, hash) => {
    expect(read(hashed(hash))).toMatchObject({ ok: false, problem: { params: { reason: `contexts/${url}/sha256` } } });
  });

  it('does not replace one that Tessera carries', () => {
    const contexts = { [OPEN_BADGES_3]: { '@context': { name: 'https://evil.example' } }, [url]: document };
    expect(read({ ...MINIMAL, contexts })).toMatchObject({ ok: true, value: { contexts: { [url]: document } } });
    const result = read({ ...MINIMAL, contexts });
    expect(result.ok && Object.keys(result.value.contexts)).toEqual([url]);
  });
});
