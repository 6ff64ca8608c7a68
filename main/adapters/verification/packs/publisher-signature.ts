import { createHash, verify } from 'node:crypto';
import { isList, isObject, textOf } from '../../../core/verification/json-fields.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import { fail, ok, type Result } from '../../../../shared/api/problems.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase } from '../keys/multibase.ts';
import { keyFromMultibase } from '../keys/verification-key.ts';
import { jcsVerifyData, readJcsProof } from '../proof-suites/jcs-verify-data.ts';
import { PACK_LIMITS } from './pack-limits.ts';

/** Who signed a pack, and until when. */
export interface PackSignatures {
  /** Fingerprints in the order of the proofs; empty for an unsigned pack. */
  readonly publishers: readonly string[];
  /** The earliest end that a proof sets itself; null where none does. */
  readonly expires: Instant | null;
}

/**
 * Checks the signatures of a pack: eddsa-jcs-2022 by a did:key, several as a set (each over the pack without proofs).
 * Every one must hold: a broken one beside a good one is a changed pack. Whether a publisher is trusted is for the
 * employer to say, by the fingerprint. Problem: `pack-signature`, with the reason and the number of the proof from 1.
 */
export function checkSignatures(pack: JsonObject, now: Instant): Result<PackSignatures> {
  const { proof, ...document } = pack;
  const proofs: readonly Json[] = proof === undefined ? [] : isList(proof) ? proof : [proof];
  if (proof !== undefined && proofs.length === 0) return fail('pack-signature', { reason: 'proof', number: 1 });
  if (proofs.length > PACK_LIMITS.proofs) return fail('pack-signature', { reason: 'too-many', number: proofs.length });
  const publishers: string[] = [];
  const ends: Instant[] = [];
  for (const [index, each] of proofs.entries()) {
    const checked = checkProof(each, document, now);
    if ('reason' in checked) return fail('pack-signature', { reason: checked.reason, number: index + 1 });
    publishers.push(checked.publisher);
    if (checked.expires !== null) ends.push(checked.expires);
  }
  return ok({ publishers, expires: earliest(ends) });
}

/** The fingerprint of an Ed25519 public key: SHA-256 of its 32 bytes, as hex. */
export function fingerprintOf(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex');
}

type CheckedProof = { readonly publisher: string; readonly expires: Instant | null } | { readonly reason: string };

function checkProof(proof: Json, document: JsonObject, now: Instant): CheckedProof {
  if (!isObject(proof)) return { reason: 'proof' };
  if (proof['type'] !== 'DataIntegrityProof' || proof['cryptosuite'] !== 'eddsa-jcs-2022') return { reason: 'suite' };
  if (proof['proofPurpose'] !== 'assertionMethod') return { reason: 'purpose' };
  // A chain signs other bytes than a set; read as a set it could only fail, so it is named.
  if (proof['previousProof'] !== undefined) return { reason: 'chain' };
  const created = dateOf(proof['created']);
  const expires = dateOf(proof['expires']);
  if (created === undefined || expires === undefined) return { reason: 'date' };
  if (created !== null && millis(created) > millis(now) + PACK_LIMITS.clockSkew) return { reason: 'future' };
  const raw = rawPublisherKey(textOf(proof['verificationMethod']) ?? '');
  if (raw === null) return { reason: 'key' };
  const read = readJcsProof(document, proof, 64);
  if ('malformed' in read) return { reason: 'signature' };
  const key = keyFromMultibase(raw.multibase)?.key ?? null;
  if (key === null || !verify(null, jcsVerifyData(document, proof), key, read.signature))
    return { reason: 'signature' };
  return { publisher: fingerprintOf(raw.bytes), expires };
}

/** A publisher signs with a did:key: the key travels with the pack, so nothing has to be looked up. */
function rawPublisherKey(method: string): { readonly multibase: string; readonly bytes: Uint8Array } | null {
  const parts = /^did:key:(z[1-9A-HJ-NP-Za-km-z]{20,100})(?:#(.*))?$/.exec(method);
  const multibase = parts?.[1];
  if (multibase === undefined || (parts?.[2] ?? multibase) !== multibase) return null;
  const bytes = decodeMultibase(multibase);
  const isEd25519 = bytes?.length === 34 && bytes[0] === 0xed && bytes[1] === 0x01;
  return isEd25519 ? { multibase, bytes: bytes.subarray(2) } : null;
}

/** Null where no date is given, undefined where it is none. */
function dateOf(value: Json | undefined): Instant | null | undefined {
  if (value === undefined) return null;
  return typeof value === 'string' && millisecondsOf(value) !== null ? value : undefined;
}

function earliest(instants: readonly Instant[]): Instant | null {
  return instants.toSorted((one, other) => millis(one) - millis(other))[0] ?? null;
}

function millis(instant: Instant): number {
  return millisecondsOf(instant) ?? Number.NaN;
}
