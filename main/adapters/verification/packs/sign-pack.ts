import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { isList } from '../../../core/verification/json-fields.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { encodeMultibase } from '../keys/multibase.ts';
import { jcsVerifyData } from '../proof-suites/jcs-verify-data.ts';
import { fingerprintOf } from './publisher-signature.ts';

/** A publisher's key as it is handed round: the fingerprint for employers to pin, and the did:key in the proof. */
export interface PublisherIdentity {
  /** SHA-256 of the 32 bytes of the public key, as hex. */
  readonly fingerprint: string;
  readonly did: string;
}

/** The private key of a publisher, read from PEM. */
export interface PublisherKey extends PublisherIdentity {
  readonly privateKey: KeyObject;
}

/** Makes a publisher's Ed25519 key, as PEM (PKCS #8). */
export function createPublisherKey(): PublisherIdentity & { readonly pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { ...identityOf(privateKey), pem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

/** Reads a publisher's key; null where the text is no unencrypted Ed25519 private key in PEM. */
export function readPublisherKey(pem: string): PublisherKey | null {
  try {
    const privateKey = createPrivateKey(pem);
    return privateKey.asymmetricKeyType === 'ed25519' ? { ...identityOf(privateKey), privateKey } : null;
  } catch {
    return null;
  }
}

/** Adds a proof (eddsa-jcs-2022) beside those that are there: each is over the pack without proofs. */
export function addSignature(pack: JsonObject, key: PublisherKey, created: Instant): JsonObject {
  const { proof, ...document } = pack;
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod: `${key.did}#${key.did.slice('did:key:'.length)}`,
    proofPurpose: 'assertionMethod',
  };
  const signature = sign(null, jcsVerifyData(document, options), key.privateKey);
  const added = { ...options, proofValue: encodeMultibase(signature) };
  if (proof === undefined) return { ...document, proof: added };
  return { ...document, proof: [...(isList(proof) ? proof : [proof]), added] };
}

function identityOf(privateKey: KeyObject): PublisherIdentity {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const raw = Buffer.from(x, 'base64url');
  // 0xed 0x01 is the multicodec prefix of an Ed25519 public key.
  return { fingerprint: fingerprintOf(raw), did: `did:key:${encodeMultibase(Buffer.concat([ED25519, raw]))}` };
}

const ED25519 = Uint8Array.of(0xed, 0x01);
