import { verify } from 'node:crypto';
import { jcsVerifyData, readJcsProof } from './jcs-verify-data.ts';
import type { ProofSuite } from './proof-suite.ts';

/** W3C Data Integrity EdDSA Cryptosuites 1.0 §3.3: Ed25519 over canonical JSON. Issuer packs are signed with it. */
export const eddsaJcs2022: ProofSuite = {
  name: 'eddsa-jcs-2022',
  signs: 'json',
  keyKinds: ['Ed25519'],
  async verify({ document, proof, key }) {
    const suite = this.name;
    if (key.kind !== 'Ed25519') return { code: 'key-kind-mismatch', evidence: { suite, kind: key.kind } };
    const read = readJcsProof(document, proof, 64);
    if ('malformed' in read) return read.malformed;
    const holds = verify(null, jcsVerifyData(document, proof), key.key, read.signature);
    return { code: holds ? 'signature-valid' : 'signature-invalid', evidence: { suite } };
  },
};
