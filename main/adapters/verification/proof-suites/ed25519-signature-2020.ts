import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { canonizeFor, ed25519Verifier, verifyByLibrary } from './library-proof.ts';
import type { ProofSuite } from './proof-suite.ts';
import { signatureIn, UNREADABLE_VALUE } from './proof-value.ts';

/** Ed25519Signature2020 (W3C CCG), the suite of most Open Badges 3.0 issued so far. */
export const ed25519Signature2020: ProofSuite = {
  name: 'Ed25519Signature2020',
  signs: 'statements',
  keyKinds: ['Ed25519'],
  async verify(question) {
    if (signatureIn(question.proof, 64) === null) return UNREADABLE_VALUE;
    const suite = new Ed25519Signature2020();
    suite.canonize = canonizeFor(question);
    suite.verifier = ed25519Verifier(question);
    return verifyByLibrary(suite, question, this.name);
  },
};
