import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { canonizeFor, ed25519Verifier, verifyByLibrary } from './library-proof.ts';
import type { ProofSuite } from './proof-suite.ts';
import { signatureIn, UNREADABLE_VALUE } from './proof-value.ts';

/** W3C Data Integrity EdDSA Cryptosuites 1.0 §3.2: Ed25519 over canonical statements. */
export const eddsaRdfc2022: ProofSuite = {
  name: 'eddsa-rdfc-2022',
  signs: 'statements',
  keyKinds: ['Ed25519'],
  async verify(question) {
    if (signatureIn(question.proof, 64) === null) return UNREADABLE_VALUE;
    const suite = new DataIntegrityProof({
      cryptosuite: {
        ...cryptosuite,
        canonize: canonizeFor(question),
        createVerifier: async () => ed25519Verifier(question),
      },
    });
    return verifyByLibrary(suite, question, this.name);
  },
};
