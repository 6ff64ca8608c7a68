import { verify } from 'node:crypto';
import type { PlainKey, VerificationKey } from '../keys/verification-key.ts';

/** What follows from the curve of an ECDSA key in the Data Integrity suites (vc-di-ecdsa §3.1): hash and length. */
export interface EcdsaParameters {
  readonly hash: 'sha256' | 'sha384';
  /** The name of the hash in Web Crypto and in RDF canonicalisation. */
  readonly digest: 'SHA-256' | 'SHA-384';
  /** Bytes of a signature in IEEE P1363 form (r and s side by side), the only form that the suites use. */
  readonly signatureBytes: number;
  readonly key: PlainKey['key'];
}

/** The parameters of a P-256 or P-384 key; null for any other kind. */
export function ecdsaParameters(key: VerificationKey): EcdsaParameters | null {
  if (key.kind === 'P-256') return { hash: 'sha256', digest: 'SHA-256', signatureBytes: 64, key: key.key };
  if (key.kind === 'P-384') return { hash: 'sha384', digest: 'SHA-384', signatureBytes: 96, key: key.key };
  return null;
}

/**
 * Checks an ECDSA signature. Both of the values of s that go with a signature are taken, as FIPS 186-5 allows: they
 * sign the same bytes.
 */
export function ecdsaHolds({ hash, key }: EcdsaParameters, data: Uint8Array, signature: Uint8Array): boolean {
  return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, signature);
}
