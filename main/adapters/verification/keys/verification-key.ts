import { createPublicKey, ECDH, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase, encodeMultibase } from './multibase.ts';

/** A public key with what decides which signature methods go with it. */
export interface VerificationKey {
  readonly kind: 'Ed25519' | 'P-256' | 'P-384' | 'RSA';
  readonly bits: number;
  readonly key: KeyObject;
}

/** Multicodec prefixes of public keys (varint), by which a Multikey tells its kind. */
const MULTICODECS = [
  { kind: 'Ed25519', prefix: [0xed, 0x01] },
  { kind: 'P-256', prefix: [0x80, 0x24] },
  { kind: 'P-384', prefix: [0x81, 0x24] },
] as const;
const CURVES = { 'P-256': { name: 'prime256v1', bytes: 32 }, 'P-384': { name: 'secp384r1', bytes: 48 } } as const;
/** The members of a JWK that make a public key (RFC 7518 §6, RFC 8037): anything else in it is left aside. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e'] as const;

/** The key in a `publicKeyMultibase` or did:key text; null for a kind that is not known or a text that is no key. */
export function keyFromMultibase(text: string): VerificationKey | null {
  const bytes = decodeMultibase(text);
  const codec = MULTICODECS.find(({ prefix }) => prefix.every((byte, index) => bytes?.[index] === byte));
  if (bytes === null || codec === undefined) return null;
  const raw = bytes.subarray(codec.prefix.length);
  try {
    if (codec.kind === 'Ed25519') {
      return raw.length === 32 ? keyFromJwk({ kty: 'OKP', crv: 'Ed25519', x: base64url(raw) }) : null;
    }
    const { name, bytes: size } = CURVES[codec.kind];
    if (raw.length !== size + 1) return null;
    const point = Buffer.from(ECDH.convertKey(raw, name, undefined, undefined, 'uncompressed') as Uint8Array);
    const [x, y] = [point.subarray(1, size + 1), point.subarray(size + 1)];
    return keyFromJwk({ kty: 'EC', crv: codec.kind, x: base64url(x), y: base64url(y) });
  } catch {
    return null;
  }
}

/** The key in a JWK; null for a kind that is not known or a JWK that is no public key. */
export function keyFromJwk(jwk: JsonObject): VerificationKey | null {
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

/** The Multikey text of an Ed25519 key, as the Data Integrity suites want it. */
export function ed25519Multibase(key: VerificationKey): string {
  const raw = Buffer.from(String(key.key.export({ format: 'jwk' }).x), 'base64url');
  return encodeMultibase(Buffer.concat([Uint8Array.from(MULTICODECS[0].prefix), raw]));
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
