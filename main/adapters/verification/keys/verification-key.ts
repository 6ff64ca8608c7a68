import { createPublicKey, ECDH, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase, encodeMultibase } from './multibase.ts';

/** A public key with what decides which signature methods go with it. */
export type VerificationKey = PlainKey | BbsKey;

/** A key that Node itself can check signatures with. */
export interface PlainKey {
  readonly kind: 'Ed25519' | 'P-256' | 'P-384' | 'RSA';
  readonly bits: number;
  readonly key: KeyObject;
}

/** A key of BBS signatures: a point of the group G2 of BLS12-381, which Node doesn't know. */
export interface BbsKey {
  readonly kind: 'BLS12-381-G2';
  readonly bits: 381;
  readonly key: null;
  /** The compressed point, 96 bytes. */
  readonly point: Uint8Array;
}

/** Multicodec prefixes of public keys (varint), by which a Multikey tells its kind, and how many bytes follow. */
const MULTICODECS = [
  { kind: 'Ed25519', prefix: [0xed, 0x01], bytes: 32 },
  { kind: 'P-256', prefix: [0x80, 0x24], bytes: 33 },
  { kind: 'P-384', prefix: [0x81, 0x24], bytes: 49 },
  { kind: 'BLS12-381-G2', prefix: [0xeb, 0x01], bytes: 96 },
] as const;
/** Kinds that are known by name only: a report says which, so that nobody takes such a key for a broken one. */
const NAMED_MULTICODECS = [
  { kind: 'X25519', prefix: [0xec, 0x01] },
  { kind: 'secp256k1', prefix: [0xe7, 0x01] },
  { kind: 'P-521', prefix: [0x82, 0x24] },
  { kind: 'BLS12-381-G1', prefix: [0xea, 0x01] },
  { kind: 'Ed448', prefix: [0x83, 0x24] },
  { kind: 'RSA', prefix: [0x85, 0x24] },
  { kind: 'SM2', prefix: [0x86, 0x24] },
  { kind: 'ML-DSA-44', prefix: [0x90, 0x24] },
] as const;
const CURVES = { 'P-256': 'prime256v1', 'P-384': 'secp384r1' } as const;
/** The members of a JWK that make a public key (RFC 7518 §6, RFC 8037): anything else in it is left aside. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e'] as const;

/** The key in a `publicKeyMultibase` or did:key text; null for a kind that is not known or a text that is no key. */
export function keyFromMultibase(text: string): VerificationKey | null {
  const bytes = decodeMultibase(text);
  const codec = MULTICODECS.find(({ prefix }) => beginsWith(bytes, prefix));
  if (bytes === null || codec === undefined) return null;
  const raw = bytes.subarray(codec.prefix.length);
  if (raw.length !== codec.bytes) return null;
  switch (codec.kind) {
    case 'Ed25519':
      return ed25519Key(raw);
    case 'BLS12-381-G2':
      return { kind: codec.kind, bits: 381, key: null, point: raw };
    default:
      return keyFromPoint(raw, codec.kind);
  }
}

/** The kind of a key in a multibase text that can't be used here, such as `secp256k1`; null for any other text. */
export function unusableKindOf(text: string): string | null {
  const bytes = decodeMultibase(text);
  return NAMED_MULTICODECS.find(({ prefix }) => beginsWith(bytes, prefix))?.kind ?? null;
}

/** An Ed25519 key from its 32 bytes; null where these are none. */
export function ed25519Key(raw: Uint8Array): PlainKey | null {
  return raw.length === 32 ? keyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: base64url(raw) }) : null;
}

/** The key in a JWK; null for a kind that is not known or a JWK that is no public key. */
export function keyFromJwk(jwk: JsonObject): PlainKey | null {
  const publicJwk: JsonWebKey = Object.fromEntries(
    PUBLIC_MEMBERS.flatMap((member) => (typeof jwk[member] === 'string' ? [[member, jwk[member]]] : [])),
  );
  try {
    const key = createPublicKey({ key: publicJwk, format: 'jwk' });
    if (jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519') return { kind: 'Ed25519', bits: 256, key };
    if (jwk['kty'] === 'EC' && jwk['crv'] === 'P-256') return { kind: 'P-256', bits: 256, key };
    if (jwk['kty'] === 'EC' && jwk['crv'] === 'P-384') return { kind: 'P-384', bits: 384, key };
    if (jwk['kty'] === 'RSA') return { kind: 'RSA', bits: key.asymmetricKeyDetails?.modulusLength ?? 0, key };
    return null;
  } catch {
    return null;
  }
}

/** The kind of key that a JWK names, as its curve or its family: `secp256k1`, `RSA`; null where it names none. */
export function kindOfJwk(jwk: JsonObject): string | null {
  const name = jwk['crv'] ?? jwk['kty'];
  return typeof name === 'string' ? name : null;
}

/** The Multikey text of a key, as the Data Integrity suites want it; null for RSA, which none of them takes. */
export function multibaseOf(key: VerificationKey): string | null {
  const codec = MULTICODECS.find(({ kind }) => kind === key.kind);
  return codec === undefined ? null : encodeMultibase(Buffer.concat([Uint8Array.from(codec.prefix), rawBytes(key)]));
}

/** The Multikey text of an Ed25519 key. */
export function ed25519Multibase(key: VerificationKey): string {
  return multibaseOf(key) ?? '';
}

function rawBytes(key: VerificationKey): Uint8Array {
  if (key.kind === 'BLS12-381-G2') return key.point;
  const { x = '', y = '' } = key.key.export({ format: 'jwk' });
  if (key.kind === 'Ed25519') return Buffer.from(x, 'base64url');
  const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2;
  return Buffer.concat([Uint8Array.of(2 + odd), Buffer.from(x, 'base64url')]);
}

function keyFromPoint(raw: Uint8Array, curve: 'P-256' | 'P-384'): PlainKey | null {
  try {
    const point = Buffer.from(ECDH.convertKey(raw, CURVES[curve], undefined, undefined, 'uncompressed') as Uint8Array);
    const size = raw.length - 1;
    const [x, y] = [point.subarray(1, size + 1), point.subarray(size + 1)];
    return keyFromJwk({ kty: 'EC', crv: curve, x: base64url(x), y: base64url(y) });
  } catch {
    return null;
  }
}

function beginsWith(bytes: Uint8Array | null, prefix: readonly number[]): boolean {
  return bytes !== null && prefix.every((byte, index) => bytes[index] === byte);
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
