import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { signatureIn, UNREADABLE_VALUE } from './proof-value.ts';

/** What the suites over canonical JSON (RFC 8785) have in common: eddsa-jcs-2022 and ecdsa-jcs-2019. */

/** The hash of the canonical proof options, then that of the canonical document; the bytes that are signed. */
export function jcsVerifyData(
  document: JsonObject,
  proof: JsonObject,
  algorithm: 'sha256' | 'sha384' = 'sha256',
): Buffer {
  const { proofValue: _, ...options } = proof;
  return Buffer.concat([hashOf(options, algorithm), hashOf(document, algorithm)]);
}

/** The signature of a proof over canonical JSON, of this many bytes; a finding where the proof has no such form. */
export function readJcsProof(
  document: JsonObject,
  proof: JsonObject,
  bytes: number,
): { readonly signature: Uint8Array } | { readonly malformed: Finding } {
  const signature = signatureIn(proof, bytes);
  if (signature === null) return { malformed: UNREADABLE_VALUE };
  if (contextsAgree(document, proof)) return { signature };
  return { malformed: { code: 'proof-malformed', evidence: { detail: 'its vocabularies differ' } } };
}

/** vc-di-eddsa §3.3.2: where the proof names contexts, the document's must begin with them, in their order. */
function contextsAgree(document: JsonObject, proof: JsonObject): boolean {
  const inProof = proof['@context'];
  if (inProof === undefined) return true;
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
  const inDocument = list(document['@context']);
  return list(inProof).every((context, index) => JSON.stringify(context) === JSON.stringify(inDocument[index]));
}

function hashOf(json: JsonObject, algorithm: 'sha256' | 'sha384'): Buffer {
  return createHash(algorithm)
    .update(canonicalize(json) ?? '')
    .digest();
}
