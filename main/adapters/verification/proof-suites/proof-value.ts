import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase } from '../keys/multibase.ts';

/** The signature in a `proofValue`, which must have this many bytes; null where it has another form. */
export function signatureIn(proof: JsonObject, bytes: number): Uint8Array | null {
  const { proofValue } = proof;
  const signature = typeof proofValue === 'string' ? decodeMultibase(proofValue) : null;
  return signature?.length === bytes ? signature : null;
}

/** An `integrity` finding for a proof value that {@link signatureIn} can't read. */
export const UNREADABLE_VALUE: Finding = { code: 'proof-malformed', evidence: { detail: 'its value can’t be read' } };
