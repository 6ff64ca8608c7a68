import { encode as encodeBase58 } from 'base58-universal';
import { describe, expect, it } from 'vitest';
import { decodeMultibase } from '../../../main/adapters/verification/keys/multibase.ts';
import { keyFromMultibase, multibaseOf } from '../../../main/adapters/verification/keys/verification-key.ts';
import { keyOfMethod } from '../../../main/adapters/verification/keys/verification-method.ts';
import { resolveIssuer } from '../../../main/adapters/verification/did-methods/registry.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { ed25519TestKey, multibase58, p256TestKey, p384TestKey, rsaTestKey } from '../../fixtures/signing/keys.ts';
import { bbsKey } from '../../fixtures/signing/selective-disclosure.js';

const ED25519 = ed25519TestKey('keys');
const P256 = p256TestKey('keys');
const P384 = p384TestKey('keys');
const RSA = rsaTestKey('nursing-board');
const raw = Buffer.from(String(ED25519.publicJwk['x']), 'base64url');

describe('a verification method', () => {
  it.each<[string, string, JsonObject]>([
    ['Ed25519', 'Multikey', { publicKeyMultibase: ED25519.multibase }],
    ['P-256', 'Multikey', { publicKeyMultibase: P256.multibase }],
    ['P-384', 'Multikey', { publicKeyMultibase: P384.multibase }],
    ['Ed25519', 'Ed25519VerificationKey2020', { publicKeyMultibase: ED25519.multibase }],
    ['Ed25519', 'Ed25519VerificationKey2018', { publicKeyBase58: encodeBase58(raw) }],
    ['P-256', 'EcdsaSecp256r1VerificationKey2019', { publicKeyMultibase: P256.multibase }],
    ['P-256', 'EcdsaSecp256r1VerificationKey2019', { publicKeyJwk: P256.publicJwk }],
    ['P-256', 'JsonWebKey2020', { publicKeyJwk: P256.publicJwk }],
    ['P-384', 'JsonWebKey', { publicKeyJwk: P384.publicJwk }],
    ['Ed25519', 'JsonWebKey2020', { publicKeyJwk: ED25519.publicJwk }],
    ['RSA', 'JsonWebKey2020', { publicKeyJwk: RSA.publicJwk }],
    ['Ed25519', 'Multikey', { publicKeyMultibase: ED25519.multibase, publicKeyJwk: ED25519.publicJwk }],
  ])('holds a key of the kind %s as %s', (kind, type, key) => {
    expect(keyOfMethod({ type, ...key })).toMatchObject({ kind, key: { kind } });
  });

  it.each<[string, JsonObject]>([
    ['secp256k1', { type: 'Multikey', publicKeyMultibase: multibase58([0xe7, 0x01], new Uint8Array(33)) }],
    ['X25519', { type: 'Multikey', publicKeyMultibase: multibase58([0xec, 0x01], new Uint8Array(32)) }],
    ['ML-DSA-44', { type: 'Multikey', publicKeyMultibase: multibase58([0x90, 0x24], new Uint8Array(1312)) }],
    ['secp256k1', { type: 'JsonWebKey2020', publicKeyJwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } }],
    ['EcdsaSecp256k1VerificationKey2019', { type: 'EcdsaSecp256k1VerificationKey2019', publicKeyBase58: 'abc' }],
    ['GpgVerificationKey2020', { type: 'GpgVerificationKey2020', publicKeyGpg: '…' }],
    ['unknown', {}],
    ['unreadable', { type: 'Multikey', publicKeyMultibase: 'zzz' }],
    ['unreadable', { type: 'Multikey', publicKeyMultibase: multibase58([0xed, 0x01], raw.subarray(1)) }],
    ['unreadable', { type: 'Multikey', publicKeyMultibase: multibase58([0x80, 0x24], new Uint8Array(33)) }],
    [
      'Ed25519VerificationKey2020 with P-256',
      { type: 'Ed25519VerificationKey2020', publicKeyMultibase: P256.multibase },
    ],
    ['ambiguous', { type: 'Multikey', publicKeyMultibase: ED25519.multibase, publicKeyJwk: P256.publicJwk }],
  ])('names a kind of key that is not used: %s', (kind, method) => {
    expect(keyOfMethod(method)).toEqual({ kind, key: null });
  });

  it('holds a BBS key', async () => {
    const { publicKeyMultibase } = await bbsKey(new Uint8Array(32).fill(7));
    const { key } = keyOfMethod({ type: 'Multikey', publicKeyMultibase });
    expect(key).toMatchObject({ kind: 'BLS12-381-G2', key: null });
    expect(key === null ? null : multibaseOf(key)).toBe(publicKeyMultibase);
  });
});

describe('the text of a key', () => {
  it.each([ED25519, P256, P384])('comes back as it was ($algorithm)', ({ multibase }) => {
    const key = keyFromMultibase(multibase ?? '');
    expect(key === null ? null : multibaseOf(key)).toBe(multibase);
  });

  it('has one spelling in base64url', () => {
    const text = `u${Buffer.concat([Buffer.from([0xed, 0x01]), raw]).toString('base64url')}`;
    expect(decodeMultibase(text)).not.toBeNull();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    // 34 bytes leave two bits of the last letter unused.
    const last = alphabet.indexOf(text.at(-1) ?? '');
    expect(decodeMultibase(`${text.slice(0, -1)}${alphabet.charAt(last + 1)}`)).toBeNull();
    for (const other of [`${text}=`, `${text}\n`, text.replace('u', 'u '), text.replace('u', 'U')])
      expect(decodeMultibase(other), other).toBeNull();
  });

  it('is not decoded where no key is as long', () => {
    expect(decodeMultibase(`z${'2'.repeat(1_000_000)}`)).toBeNull();
  });
});

describe('a did:key', () => {
  it.each([
    ['secp256k1', 'did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'],
    ['X25519', 'did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F'],
  ])('of a kind that is not used is named, not called deceptive: %s', (kind, id) => {
    expect(resolveIssuer(id, [])).toMatchObject({ state: 'found', document: { methods: [{ key: null, kind }] } });
  });

  it('has one spelling', () => {
    const text = Buffer.concat([Buffer.from([0xed, 0x01]), raw]).toString('base64url');
    expect(resolveIssuer(`did:key:u${text}`, [])).toMatchObject({ state: 'refused' });
    expect(resolveIssuer(`did:key:${ED25519.multibase ?? ''}0`, [])).toMatchObject({ state: 'refused' });
  });
});
