import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import rdfCanonize from 'rdf-canonize';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import { multibaseOf } from '../keys/verification-key.ts';
import { renameBlankNodes } from './blank-nodes.ts';
import { ecdsaHolds, ecdsaParameters, type EcdsaParameters } from './ecdsa-parameters.ts';
import { canonizeFor, verifyByLibrary } from './library-proof.ts';
import type { ProofQuestion, ProofSuite } from './proof-suite.ts';
import { signatureIn, UNREADABLE_VALUE } from './proof-value.ts';

/** W3C Data Integrity ECDSA Cryptosuites 1.0 §3.2: ECDSA over canonical statements; with SHA-384 where the key is P-384. */
export const ecdsaRdfc2019: ProofSuite = {
  name: 'ecdsa-rdfc-2019',
  signs: 'statements',
  keyKinds: ['P-256', 'P-384'],
  async verify(question) {
    const { proof, key } = question;
    const parameters = ecdsaParameters(key);
    if (parameters === null) return { code: 'key-kind-mismatch', evidence: { suite: this.name, kind: key.kind } };
    const signature = signatureIn(proof, parameters.signatureBytes);
    if (signature === null) return UNREADABLE_VALUE;
    const suite = new DataIntegrityProof({ cryptosuite: suiteFor(question, parameters) });
    return verifyByLibrary(suite, question, this.name, (signed) => ecdsaHolds(parameters, signed, signature));
  },
};

/**
 * Canonical N-Quads of the same statements, with blank nodes told apart by another hash: SHA-384 goes with P-384 keys
 * (vc-di-ecdsa §3.1). They follow from those made with SHA-256; nothing is expanded again.
 */
export async function canonicalByDigest(canonical: string, digest: EcdsaParameters['digest']): Promise<string> {
  // A blank node that is alone is `c14n0` whatever the hash.
  if (digest === 'SHA-256' || !canonical.includes('_:c14n1')) return canonical;
  // The library keeps a name that is already a canonical one, right or wrong.
  const statements = renameBlankNodes(canonical, (name) => name.replace('c14n', 'b'));
  return rdfCanonize.canonize(statements.join(''), {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    messageDigestAlgorithm: digest,
    maxWorkFactor: VERIFICATION_LIMITS.canonicalisationWorkFactor,
  });
}

function suiteFor(question: ProofQuestion, parameters: EcdsaParameters): typeof cryptosuite {
  const canonize = canonizeFor(question);
  // The library takes the hash from the key.
  const verificationMethod = { type: 'Multikey', publicKeyMultibase: multibaseOf(question.key) };
  return {
    ...cryptosuite,
    canonize: async (input) => canonicalByDigest(await canonize(input), parameters.digest),
    createVerifyData: (options) => cryptosuite.createVerifyData({ ...options, verificationMethod }),
  };
}
