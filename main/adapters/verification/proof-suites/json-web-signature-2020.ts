import { verifyDetachedJws } from './detached-jws.ts';
import type { ProofSuite } from './proof-suite.ts';

/** JsonWebSignature2020 (W3C CCG), on records from before Data Integrity; a method for each kind of key (§3.2 there). */
export const jsonWebSignature2020: ProofSuite = {
  name: 'JsonWebSignature2020',
  signs: 'statements',
  keyKinds: ['Ed25519', 'P-256', 'P-384', 'RSA'],
  verify(question) {
    const algorithms = { Ed25519: ['EdDSA'], 'P-256': ['ES256'], 'P-384': ['ES384'], RSA: ['PS256'] };
    return verifyDetachedJws(question, this.name, algorithms);
  },
};
