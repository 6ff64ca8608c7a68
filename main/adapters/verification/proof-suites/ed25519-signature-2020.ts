import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { canonizeFor, hashAtOnce, verifyByLibrary } from './library-proof.ts';
import type { ProofSuite } from './proof-suite.ts';
import { ed25519Check, UNREADABLE_VALUE } from './proof-value.ts';

/** Ed25519Signature2020 (W3C CCG), the suite of most Open Badges 3.0 issued so far. */
export const ed25519Signature2020: ProofSuite = {
  name: 'Ed25519Signature2020',
  signs: 'statements',
  keyKinds: ['Ed25519'],
  async verify(question) {
    const holds = ed25519Check(question);
    // This suite knows one spelling of a signature only.
    if (holds === null || !String(question.proof['proofValue']).startsWith('z')) return UNREADABLE_VALUE;
    const suite = new Ed25519Signature2020();
    suite.canonize = canonizeFor(question);
    hashAtOnce(suite, question);
    return verifyByLibrary(suite, question, this.name, holds);
  },
};
