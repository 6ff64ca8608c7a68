import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readIssuerPack } from '../../../main/adapters/verification/issuer-pack.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { signJson } from '../../fixtures/signing/data-integrity.ts';
import { didKey, ed25519TestKey, p256TestKey, type TestKey } from '../../fixtures/signing/keys.ts';

const NOW = '2026-11-22T00:00:00Z';
const CREATED = '2026-11-02T00:00:00Z';
const REGISTER = ed25519TestKey('register');
const MINISTRY = ed25519TestKey('ministry');
const PACK: JsonObject = {
  version: '1',
  source: 'Register of Lakes',
  retrievedAt: '2026-11-01T00:00:00Z',
  expiresAt: '2027-05-01T00:00:00Z',
  entries: [],
};

const signed = (key: TestKey, changes: JsonObject = {}, options: JsonObject = {}, created = CREATED): JsonObject =>
  signJson({ ...PACK, ...changes }, { key, verificationMethod: didKey(key).verificationMethod }, created, options);
const proofOf = (json: JsonObject): JsonObject => json['proof'] as JsonObject;
const read = (json: Json): ReturnType<typeof readIssuerPack> =>
  readIssuerPack(new TextEncoder().encode(JSON.stringify(json)), NOW);
const fingerprint = (key: TestKey): string =>
  createHash('sha256')
    .update(Buffer.from(String(key.publicJwk['x']), 'base64url'))
    .digest('hex');
const reasonOf = (json: Json): unknown => {
  const result = read(json);
  return result.ok ? 'read' : result.problem.code === 'pack-signature' && result.problem.params['reason'];
};

describe('the signature of an issuer pack', () => {
  it('gives it the fingerprint of the key: SHA-256 of its 32 bytes', () => {
    expect(read(signed(REGISTER))).toMatchObject({ ok: true, value: { publishers: [fingerprint(REGISTER)] } });
  });

  it('is over the content, not over its order or spaces', () => {
    const json = signed(REGISTER);
    const turned = JSON.stringify(Object.fromEntries(Object.entries(json).toReversed()), null, 4);
    expect(readIssuerPack(new TextEncoder().encode(turned), NOW)).toMatchObject({
      ok: true,
      value: { publishers: [fingerprint(REGISTER)] },
    });
  });

  it('may be one of several, which all must hold; the first names the publisher', () => {
    const proofs = [proofOf(signed(REGISTER)), proofOf(signed(MINISTRY))];
    expect(read({ ...PACK, proof: proofs })).toMatchObject({
      value: { publishers: [fingerprint(REGISTER), fingerprint(MINISTRY)] },
    });
    const broken = { ...proofs[1], created: '2026-11-03T00:00:00Z' };
    const result = read({ ...PACK, proof: [proofs[0] ?? {}, broken] });
    expect(result).toMatchObject({ ok: false, problem: { params: { reason: 'signature', number: 2 } } });
    expect(reasonOf({ ...PACK, proof: Array.from({ length: 9 }, () => proofs[0] ?? {}) })).toBe('too-many');
    expect(reasonOf({ ...PACK, proof: [] })).toBe('proof');
  });

  it('ends the pack where it sets itself an end before that of the pack', () => {
    expect(read(signed(REGISTER, {}, { expires: '2026-12-01T00:00:00Z' }))).toMatchObject({
      value: { expiresAt: '2026-12-01T00:00:00Z' },
    });
    expect(read(signed(REGISTER, {}, { expires: '2028-01-01T00:00:00Z' }))).toMatchObject({
      value: { expiresAt: '2027-05-01T00:00:00Z' },
    });
  });

  const good = signed(REGISTER);
  const proof = proofOf(good);
  const otherMethod = didKey(MINISTRY).verificationMethod;
  it.each<[string, Json, string]>([
    ['the source was changed', { ...good, source: 'Somebody else' }, 'signature'],
    [
      'an issuer was added',
      { ...good, entries: [{ ids: ['did:web:evil.example'], names: [], keys: [] }] },
      'signature',
    ],
    ['a field was added that nobody reads', { ...good, note: 'x' }, 'signature'],
    ['the end was taken away', { ...good, expiresAt: null }, 'signature'],
    ['its date was changed', { ...good, proof: { ...proof, created: '2026-11-01T00:00:00Z' } }, 'signature'],
    ['its end was taken away', signedWithoutExpires(), 'signature'],
    ['another key is named', { ...good, proof: { ...proof, verificationMethod: otherMethod } }, 'signature'],
    ['its value is cut', { ...good, proof: { ...proof, proofValue: 'z2' } }, 'signature'],
    ['its value is missing', { ...good, proof: { ...proof, proofValue: null } }, 'signature'],
    ['its value is in another base', { ...good, proof: { ...proof, proofValue: 'm0000' } }, 'signature'],
    ['it is of another suite', { ...good, proof: { ...proof, cryptosuite: 'ecdsa-jcs-2019' } }, 'suite'],
    ['it is of another type', { ...good, proof: { ...proof, type: 'Ed25519Signature2020' } }, 'suite'],
    ['it serves to log in', signed(REGISTER, {}, { proofPurpose: 'authentication' }), 'purpose'],
    ['it serves no purpose', { ...good, proof: without(proof, 'proofPurpose') }, 'purpose'],
    ['it stands upon another', signed(REGISTER, {}, { previousProof: 'urn:uuid:7' }), 'chain'],
    ['it is dated tomorrow', signed(REGISTER, {}, {}, '2026-11-23T00:00:00Z'), 'future'],
    ['its date is none', signed(REGISTER, {}, {}, 'yesterday'), 'date'],
    ['its end is none', signed(REGISTER, {}, { expires: 'soon' }), 'date'],
    ['it names vocabularies of its own', signed(REGISTER, {}, { '@context': ['https://x.example'] }), 'signature'],
    ['its key is of a did:web', { ...good, proof: { ...proof, verificationMethod: 'did:web:a.example#k' } }, 'key'],
    [
      'its key is of another kind',
      { ...good, proof: { ...proof, verificationMethod: didKey(p256TestKey('register')).did } },
      'key',
    ],
    [
      'its key has two names',
      { ...good, proof: { ...proof, verificationMethod: `${didKey(REGISTER).did}#${MINISTRY.multibase ?? ''}` } },
      'key',
    ],
    ['its key is no text', { ...good, proof: { ...proof, verificationMethod: { id: didKey(REGISTER).did } } }, 'key'],
    ['it is a text', { ...good, proof: 'signed' }, 'proof'],
    ['it is nothing', { ...good, proof: null }, 'proof'],
  ])('makes the pack unusable where %s', (_, json, reason) => {
    expect(reasonOf(json)).toBe(reason);
  });

  it('takes a clock that is a little ahead', () => {
    expect(reasonOf(signed(REGISTER, {}, {}, '2026-11-22T00:04:00Z'))).toBe('read');
  });

  it('is explained in words', () => {
    const result = read(signed(REGISTER, {}, {}, '2026-11-23T00:00:00Z'));
    expect(!result.ok && problemSentence(result.problem, 'lakes.json')).toBe(
      'lakes.json is signed, but its signature carries a date in the future. Don’t use it; get the pack from its publisher again.',
    );
  });
});

function signedWithoutExpires(): JsonObject {
  const json = signed(REGISTER, {}, { expires: '2026-12-01T00:00:00Z' });
  return { ...json, proof: without(proofOf(json), 'expires') };
}

function without(json: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([each]) => each !== name));
}
