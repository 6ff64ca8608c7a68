import { ecdsaHolds, ecdsaParameters } from './ecdsa-parameters.ts';
import { jcsVerifyData, readJcsProof } from './jcs-verify-data.ts';
import type { ProofSuite } from './proof-suite.ts';

/** W3C Data Integrity ECDSA Cryptosuites 1.0 §3.3: ECDSA over canonical JSON, with SHA-384 where the key is P-384. */
export const ecdsaJcs2019: ProofSuite = {
  name: 'ecdsa-jcs-2019',
  signs: 'json',
  keyKinds: ['P-256', 'P-384'],
  async verify({ document, proof, key }) {
    const suite = this.name;
    const parameters = ecdsaParameters(key);
    if (parameters === null) return { code: 'key-kind-mismatch', evidence: { suite, kind: key.kind } };
    const read = readJcsProof(document, proof, parameters.signatureBytes);
    if ('malformed' in read) return read.malformed;
    const holds = ecdsaHolds(parameters, jcsVerifyData(document, proof, parameters.hash), read.signature);
    return { code: holds ? 'signature-valid' : 'signature-invalid', evidence: { suite } };
  },
};
