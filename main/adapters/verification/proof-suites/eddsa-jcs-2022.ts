import { createHash, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase } from '../keys/multibase.ts';
import type { ProofSuite } from './proof-suite.ts';
import type { VerificationKey } from '../keys/verification-key.ts';

/** W3C Data Integrity EdDSA Cryptosuites 1.0 §3.3: Ed25519 over canonical JSON. Issuer packs are signed with it. */
export const eddsaJcs2022: ProofSuite = {
  name: 'eddsa-jcs-2022',
  signs: 'json',
  keyKinds: ['Ed25519'],
  async verify({ document, proof, key }) {
    const suite = this.name;
    const signature = typeof proof['proofValue'] === 'string' ? decodeMultibase(proof['proofValue']) : null;
    if (signature?.length !== 64) return { code: 'proof-malformed', evidence: { detail: 'its value can’t be read' } };
    if (!contextsAgree(document, proof))
      return { code: 'proof-malformed', evidence: { detail: 'its vocabularies differ' } };
    return verifyJcs(document, proof, signature, key)
      ? { code: 'signature-valid', evidence: { suite } }
      : { code: 'signature-invalid', evidence: { suite } };
  },
};

/** SHA-256 of the canonical proof options, then of the canonical document; the bytes that are signed. */
export function jcsVerifyData(document: JsonObject, proof: JsonObject): Buffer {
  const { proofValue: _, ...options } = proof;
  return Buffer.concat([hashOf(options), hashOf(document)]);
}

function verifyJcs(document: JsonObject, proof: JsonObject, signature: Uint8Array, key: VerificationKey): boolean {
  return verify(null, jcsVerifyData(document, proof), key.key, signature);
}

function hashOf(json: JsonObject): Buffer {
  return createHash('sha256')
    .update(canonicalize(json) ?? '')
    .digest();
}

/** §3.3.2: where the proof names contexts, the document's must begin with them, in their order. */
function contextsAgree(document: JsonObject, proof: JsonObject): boolean {
  const inProof = proof['@context'];
  if (inProof === undefined) return true;
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
  const inDocument = list(document['@context']);
  return list(inProof).every((context, index) => JSON.stringify(context) === JSON.stringify(inDocument[index]));
}
