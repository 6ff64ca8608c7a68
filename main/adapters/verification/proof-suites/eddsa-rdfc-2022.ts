import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { canonizeFor, hashAtOnce, verifyByLibrary } from './library-proof.ts';
import type { ProofSuite } from './proof-suite.ts';
import { ed25519Check, UNREADABLE_VALUE } from './proof-value.ts';

/** W3C Data Integrity EdDSA Cryptosuites 1.0 §3.2: Ed25519 over canonical statements. */
export const eddsaRdfc2022: ProofSuite = {
  name: 'eddsa-rdfc-2022',
  signs: 'statements',
  keyKinds: ['Ed25519'],
  async verify(question) {
    const holds = ed25519Check(question);
    if (holds === null) return UNREADABLE_VALUE;
    const suite = new DataIntegrityProof({ cryptosuite: { ...cryptosuite, canonize: canonizeFor(question) } });
    hashAtOnce(suite, question);
    return verifyByLibrary(suite, question, this.name, holds);
  },
};
