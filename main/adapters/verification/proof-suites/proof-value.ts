import { verify } from 'node:crypto';
import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase } from '../keys/multibase.ts';
import type { ProofQuestion } from './proof-suite.ts';

/** The signature in a `proofValue`, which must have this many bytes; null where it has another form. */
export function signatureIn(proof: JsonObject, bytes: number): Uint8Array | null {
  const { proofValue } = proof;
  const signature = typeof proofValue === 'string' ? decodeMultibase(proofValue) : null;
  return signature?.length === bytes ? signature : null;
}

/** Tells whether a proof's Ed25519 signature is over some bytes; null where it has no readable one. */
export function ed25519Check({ proof, key }: ProofQuestion): ((signed: Uint8Array) => boolean) | null {
  if (key.kind !== 'Ed25519') return null;
  const signature = signatureIn(proof, 64);
  return signature === null ? null : (signed) => verify(null, signed, key.key, signature);
}

/** An `integrity` finding for a proof value that {@link signatureIn} can't read. */
export const UNREADABLE_VALUE: Finding = { code: 'proof-malformed', evidence: { detail: 'its value can’t be read' } };
