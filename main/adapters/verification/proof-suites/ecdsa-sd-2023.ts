import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { keyFromMultibase } from '../keys/verification-key.ts';
import { encodeMultibase } from '../keys/multibase.ts';
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
import { ecdsaHolds, ecdsaParameters } from './ecdsa-parameters.ts';
import type { ProofQuestion, ProofSuite } from './proof-suite.ts';
import { UNREADABLE_VALUE } from './proof-value.ts';

/** How proof values begin (vc-di-ecdsa §3.5.1 and §3.5.6). */
const BASE = 0x00;
const DERIVED = [0xd9, 0x5d, 0x01] as const;

/**
 * W3C Data Integrity ECDSA Cryptosuites 1.0 §3.6: selective disclosure. Each statement that the holder chose to show
 * has a signature of its own, by a key that is made for this one credential; the issuer signs that key, the proof's
 * options and the statements that it demands to be shown.
 */
export const ecdsaSd2023: ProofSuite = {
  name: 'ecdsa-sd-2023',
  signs: 'statements',
  keyKinds: ['P-256'],
  async verify(question) {
    const suite = this.name;
    const issuer = ecdsaParameters(question.key);
    if (issuer === null) return { code: 'key-kind-mismatch', evidence: { suite, kind: question.key.kind } };
    if (kindOfProofValue(question.proof['proofValue']) === BASE)
      return { code: 'proof-not-derived', evidence: { suite } };
    const value = readDerivedProof(question.proof);
    if (value === null) return UNREADABLE_VALUE;
    try {
      const data = await sdVerifyData(question, value);
      const holds =
        data !== null &&
        ecdsaHolds(issuer, data.signedByIssuer, value.baseSignature) &&
        statementsHold(data.chosen, value);
      return { code: holds ? 'signature-valid-disclosed' : 'signature-invalid', evidence: { suite } };
    } catch (error) {
      return findingOf(error);
    }
  },
};

/** A derived proof value, read (§3.5.7). */
export interface SdProof {
  readonly baseSignature: Uint8Array;
  /** Multicodec prefix and compressed point of the P-256 key that is made for the one credential. */
  readonly statementKey: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  readonly labels: ReadonlyMap<string, string>;
  readonly mandatoryIndexes: readonly number[];
}

/** Reads a derived proof value; null where it has another form. */
export function readDerivedProof(proof: JsonObject): SdProof | null {
  const parts = readProofValue(proof['proofValue'], DERIVED, 5);
  if (parts === null) return null;
  const [baseSignature, statementKey, signatures, compressedLabels, mandatoryIndexes] = parts;
  if (!isBytes(baseSignature) || baseSignature.length !== 64) return null;
  if (!isBytes(statementKey) || keyFromMultibase(encodeMultibase(statementKey))?.kind !== 'P-256') return null;
  if (!Array.isArray(signatures)) return null;
  const each = signatures.filter((signature): signature is Uint8Array => isBytes(signature) && signature.length === 64);
  const labels = readLabels(compressedLabels, labelOf);
  if (each.length !== signatures.length || labels === null || !isIndexes(mandatoryIndexes)) return null;
  return { baseSignature, statementKey, signatures: each, labels, mandatoryIndexes };
}

/** What the issuer signed, and the statements that are signed one by one (§3.5.8). */
export interface SdVerifyData {
  readonly proofHash: Buffer;
  readonly mandatoryHash: Buffer;
  readonly signedByIssuer: Buffer;
  readonly chosen: readonly string[];
}

/**
 * The data that a derived proof signs; null where its labels or indexes don't fit the document.
 * @throws what canonicalising the proof's options throws
 */
export async function sdVerifyData(
  question: Pick<ProofQuestion, 'document' | 'proof' | 'canonical' | 'contexts'>,
  value: SdProof,
): Promise<SdVerifyData | null> {
  const statements = disclosedStatements(question.canonical, value.labels, value.mandatoryIndexes);
  if (statements === null) return null;
  const { proofValue: _, ...options } = question.proof;
  const proofHash = createHash('sha256')
    .update(await canonicalProof(options, question))
    .digest();
  const mandatoryHash = hashOfStatements(statements.mandatory);
  const signedByIssuer = Buffer.concat([proofHash, value.statementKey, mandatoryHash]);
  return { proofHash, mandatoryHash, signedByIssuer, chosen: statements.chosen };
}

/** One signature a statement, in their order, none left over. */
function statementsHold(statements: readonly string[], { statementKey, signatures }: SdProof): boolean {
  const key = keyFromMultibase(encodeMultibase(statementKey));
  const parameters = key === null ? null : ecdsaParameters(key);
  if (parameters === null || statements.length !== signatures.length) return false;
  return statements.every((statement, index) => {
    const signature = signatures[index];
    return signature !== undefined && ecdsaHolds(parameters, Buffer.from(statement), signature);
  });
}

/** The HMAC that the issuer put in place of a blank node's name. */
function labelOf(hash: unknown): string | null {
  return isBytes(hash) && hash.length === 32 ? `u${Buffer.from(hash).toString('base64url')}` : null;
}
