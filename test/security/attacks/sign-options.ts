import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { Signer } from '../../fixtures/signing/data-integrity.ts';
import { multibase58 } from '../../fixtures/signing/keys.ts';

/** A credential secured with eddsa-jcs-2022 under proof options of any kind: an end, a purpose, a domain. */
export function signJsonWith(document: JsonObject, by: Signer, more: JsonObject): JsonObject {
  const options = {
    '@context': document['@context'] ?? [],
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: by.verificationMethod,
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const hashes = [options, document].map((part) =>
    createHash('sha256')
      .update(canonicalize(part) ?? '')
      .digest(),
  );
  return { ...document, proof: { ...options, proofValue: multibase58([], by.key.sign(Buffer.concat(hashes))) } };
}
