import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../../main/adapters/verification/issuer-pack.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { signJson } from '../../fixtures/signing/data-integrity.ts';
import { CREATED, ISSUER_KEY, signerOf, STRANGER_KEY, WEB_ISSUER } from './example-credentials.ts';

const MINIMAL: JsonObject = {
  version: '2026-11',
  source: 'Register of Lakes',
  retrievedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2027-05-01T00:00:00Z',
  entries: [
    {
      ids: [WEB_ISSUER],
      names: ['Lakeside College'],
      keys: [{ id: '#key-1', type: 'Multikey', publicKey: ISSUER_KEY.multibase ?? '' }],
    },
  ],
};

const read = (json: Json): ReturnType<typeof readIssuerPack> =>
  readIssuerPack(new TextEncoder().encode(JSON.stringify(json)));

describe('an issuer pack', () => {
  it('is read with its hash; unsigned it has no publisher', () => {
    const result = read(MINIMAL);
    const sha256 = createHash('sha256').update(JSON.stringify(MINIMAL)).digest('hex');
    expect(result).toMatchObject({
      ok: true,
      value: { sha256, publisher: null, version: '2026-11', source: 'Register of Lakes' },
    });
  });

  it('has the fingerprint of the key that signed it', () => {
    const signed = signJson(MINIMAL, signerOf(STRANGER_KEY), CREATED);
    const raw = Buffer.from(String(STRANGER_KEY.publicJwk['x']), 'base64url');
    expect(read(signed)).toMatchObject({
      ok: true,
      value: { publisher: createHash('sha256').update(raw).digest('hex') },
    });
  });

  it('is refused whole where its signature does not hold, or is of a kind that is not known', () => {
    const signed = signJson(MINIMAL, signerOf(STRANGER_KEY), CREATED);
    const proof = signed['proof'] as JsonObject;
    for (const broken of [
      { ...signed, source: 'Somebody else' },
      { ...signed, proof: { ...proof, created: '2026-01-06T00:00:00Z' } },
      { ...signed, proof: { ...proof, cryptosuite: 'ecdsa-jcs-2019' } },
      { ...signed, proof: { ...proof, verificationMethod: signerOf(ISSUER_KEY).verificationMethod } },
      { ...signed, proof: { ...proof, verificationMethod: `${WEB_ISSUER}#key-1` } },
      { ...signed, proof: [proof] },
    ]) {
      expect(read(broken)).toMatchObject({ ok: false, problem: { code: 'pack-signature' } });
    }
  });

  it.each([
    ['no source', { source: undefined }, 'source'],
    ['no date', { retrievedAt: 'yesterday' }, 'retrievedAt'],
    ['an end that is no date', { expiresAt: 'soon' }, 'expiresAt'],
    ['entries that are no list', { entries: {} }, 'entries'],
    ['an entry without an id', { entries: [{ names: ['x'] }] }, 'entries/0/ids'],
    ['a key without a key', { entries: [{ ids: ['x:y'], keys: [{ id: '#1' }] }] }, 'entries/0/keys/0'],
    [
      'a key with a date that is none',
      { entries: [{ ids: ['x:y'], keys: [{ id: '#1', publicKey: 'z6Mk', validUntil: 'x' }] }] },
      'entries/0/keys/0',
    ],
    ['a context that is no object', { contexts: { 'https://x.example': 'x' } }, 'contexts/https://x.example'],
  ])('is refused with the place of what is wrong: %s', (_, changes, reason) => {
    const json = JSON.parse(JSON.stringify({ ...MINIMAL, ...changes })) as Json;
    expect(read(json)).toMatchObject({ ok: false, problem: { code: 'pack-malformed', params: { reason } } });
  });

  it('may list documents and lists by id, or one after the other', () => {
    const document = { id: WEB_ISSUER, verificationMethod: [] };
    const list = { id: 'https://lakeside.example/status/1', type: ['VerifiableCredential'] };
    const expected = { didDocuments: { [document.id]: document }, statusLists: { [list.id]: list } };
    expect(
      read({ ...MINIMAL, didDocuments: { [document.id]: document }, statusLists: { [list.id]: list } }),
    ).toMatchObject({ ok: true, value: expected });
    expect(read({ ...MINIMAL, didDocuments: [document], statusLists: [list] })).toMatchObject({
      ok: true,
      value: expected,
    });
    expect(read({ ...MINIMAL, statusLists: [{ url: list.id, credential: list }] })).toMatchObject({
      ok: true,
      value: { statusLists: expected.statusLists },
    });
  });

  it('may give contexts plainly or with their hash', () => {
    const context = { '@context': { term: 'https://x.example/term' } };
    const contexts = { 'https://x.example/context': context };
    for (const written of [contexts, { 'https://x.example/context': { sha256: 'x', document: context } }]) {
      expect(read({ ...MINIMAL, contexts: written })).toMatchObject({ ok: true, value: { contexts } });
    }
  });

  it('may spell keys as Multikey or JWK', () => {
    for (const key of [
      { publicKeyMultibase: ISSUER_KEY.multibase ?? '' },
      { publicKeyJwk: ISSUER_KEY.publicJwk },
      { publicKey: ISSUER_KEY.publicJwk },
    ]) {
      expect(read({ ...MINIMAL, entries: [{ ids: [WEB_ISSUER], keys: [{ id: '#key-1', ...key }] }] })).toMatchObject({
        ok: true,
      });
    }
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readIssuerPack(bytes)));
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void read({ ...MINIMAL, entries: value as Json, contexts: value as Json, proof: value as Json }),
      ),
    );
  });
});
