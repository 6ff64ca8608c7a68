import { verifyDetachedJws } from './detached-jws.ts';
import type { ProofSuite } from './proof-suite.ts';

/** Ed25519Signature2018 (W3C CCG), on records from before 2021. */
export const ed25519Signature2018: ProofSuite = {
  name: 'Ed25519Signature2018',
  signs: 'statements',
  keyKinds: ['Ed25519'],
  verify(question) {
    return verifyDetachedJws(question, this.name, { Ed25519: ['EdDSA'] });
  },
};
