import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import type { ContextTable } from '../contexts/context-table.ts';
import type { VerificationKey } from '../keys/verification-key.ts';

/** A document with one of its proofs and the key to check it with. */
export interface ProofQuestion {
  /** Without `proof`. */
  readonly document: JsonObject;
  readonly proof: JsonObject;
  readonly key: VerificationKey;
  readonly contexts: ContextTable;
  /** Canonical N-Quads of the document where the suite signs RDF; '' where it does not. */
  readonly canonical: string;
}

/** One way in which a proof is made: one file, one line in the registry. */
export interface ProofSuite {
  /** The cryptosuite of a DataIntegrityProof, or the type of an older proof. */
  readonly name: string;
  /** What is signed: the statements of the document, or its JSON text (RFC 8785). */
  readonly signs: 'statements' | 'json';
  readonly keyKinds: readonly VerificationKey['kind'][];
  /** Answers an `integrity` finding; never throws. */
  readonly verify: (question: ProofQuestion) => Promise<Finding>;
}
