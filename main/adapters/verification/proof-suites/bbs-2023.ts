import { createHash } from 'node:crypto';
import type { BbsVerifier } from '@digitalbazaar/bls12-381-multikey';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { multibaseOf, type BbsKey } from '../keys/verification-key.ts';
import { canonicalProof } from '../canonical-options.ts';
import { findingOf } from '../signed-graph.ts';
import {
  disclosedStatements,
  hashOfStatements,
  isBytes,
  isIndexes,
  kindOfProofValue,
  readLabels,
  readProofValue,
} from './disclosed-statements.ts';
import type { ProofQuestion, ProofSuite } from './proof-suite.ts';
import { UNREADABLE_VALUE } from './proof-value.ts';

/** How proof values begin (vc-di-bbs §3.3); those of its optional features begin otherwise. */
const BASE = 0x02;
const DERIVED = [0xd9, 0x5d, 0x03] as const;

/** W3C Data Integrity BBS Cryptosuites 1.0 §3.4: selective disclosure that can't be linked. Derived proofs only. */
export const bbs2023: ProofSuite = {
  name: 'bbs-2023',
  signs: 'statements',
  keyKinds: ['BLS12-381-G2'],
  async verify(question) {
    const suite = this.name;
    const { key, proof } = question;
    if (key.kind !== 'BLS12-381-G2') return { code: 'key-kind-mismatch', evidence: { suite, kind: key.kind } };
    const kind = kindOfProofValue(proof['proofValue']);
    if (kind === BASE) return { code: 'proof-not-derived', evidence: { suite } };
    if (kind !== null && kind > DERIVED[2])
      return { code: 'suite-not-supported', evidence: { suite: 'bbs-2023 with holder binding or pseudonyms' } };
    const value = readDerivedProof(proof);
    if (value === null) return UNREADABLE_VALUE;
    if (messageCount(value) > VERIFICATION_LIMITS.bbsMessages) return { code: 'too-complex' };
    try {
      const holds = await proofHolds(question, key, value);
      return { code: holds ? 'signature-valid-disclosed' : 'signature-invalid', evidence: { suite } };
    } catch (error) {
      return findingOf(error);
    }
  },
};

/** A derived proof value, read (§3.3.7). */
interface BbsProofValue {
  readonly proof: Uint8Array;
  readonly labels: ReadonlyMap<string, string>;
  readonly mandatoryIndexes: readonly number[];
  /** Which of the issuer's non-mandatory statements are shown. */
  readonly selectiveIndexes: readonly number[];
  readonly presentationHeader: Uint8Array;
}

/** Bytes of a proof without any hidden statement: three points of 48 bytes and four scalars of 32; each hidden one adds a scalar. */
const LEAST_PROOF_BYTES = 3 * 48 + 4 * 32;
const SCALAR_BYTES = 32;

function readDerivedProof(proof: JsonObject): BbsProofValue | null {
  const parts = readProofValue(proof['proofValue'], DERIVED, 5);
  if (parts === null) return null;
  const [bbsProof, compressedLabels, mandatoryIndexes, selectiveIndexes, presentationHeader] = parts;
  const labels = readLabels(compressedLabels, labelOf);
  if (!isBytes(bbsProof) || !isBytes(presentationHeader) || labels === null) return null;
  if (bbsProof.length < LEAST_PROOF_BYTES || (bbsProof.length - LEAST_PROOF_BYTES) % SCALAR_BYTES !== 0) return null;
  // An index that stands twice would take a statement out of what is proven.
  if (!isIndexes(mandatoryIndexes) || !isIndexes(selectiveIndexes)) return null;
  const value = { proof: bbsProof, labels, mandatoryIndexes, selectiveIndexes, presentationHeader };
  return selectiveIndexes.every((index) => index < messageCount(value)) ? value : null;
}

/** How many statements the issuer signed one by one: the hidden ones, which the proof's length tells, and those shown. */
function messageCount({ proof, selectiveIndexes }: BbsProofValue): number {
  return (proof.length - LEAST_PROOF_BYTES) / SCALAR_BYTES + selectiveIndexes.length;
}

async function proofHolds(question: ProofQuestion, key: BbsKey, value: BbsProofValue): Promise<boolean> {
  const statements = disclosedStatements(question.canonical, value.labels, value.mandatoryIndexes);
  if (statements === null || statements.chosen.length !== value.selectiveIndexes.length) return false;
  const { proofValue: _, ...options } = question.proof;
  const proofHash = createHash('sha256')
    .update(await canonicalProof(options, question))
    .digest();
  const messages: (Uint8Array | undefined)[] = [];
  for (const [position, index] of value.selectiveIndexes.entries())
    messages[index] = new TextEncoder().encode(statements.chosen[position]);
  const verifier = await loadVerifier(key);
  if (verifier === null) return false;
  try {
    return await verifier.multiverify({
      proof: value.proof,
      header: new Uint8Array(Buffer.concat([proofHash, hashOfStatements(statements.mandatory)])),
      presentationHeader: value.presentationHeader,
      messages,
    });
  } catch {
    // The library throws where a point or a scalar of the proof is none.
    return false;
  }
}

/** The arithmetic of BLS12-381 is large and slow to load, and most workspaces never need it. */
async function loadVerifier(key: BbsKey): Promise<BbsVerifier | null> {
  const { from } = await import('@digitalbazaar/bls12-381-multikey');
  try {
    const imported = await from({ type: 'Multikey', publicKeyMultibase: multibaseOf(key) ?? '' });
    return imported.verifier();
  } catch {
    return null;
  }
}

/** `3` stands for `b3`: the number that the issuer put in place of a blank node's name. */
function labelOf(number: unknown): string | null {
  return Number.isSafeInteger(number) ? `b${String(number)}` : null;
}
