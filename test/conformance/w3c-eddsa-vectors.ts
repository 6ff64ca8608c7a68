import { keyFromMultibase } from '../../main/adapters/verification/keys/verification-key.ts';
import { credentialVector, type ConformanceSet } from './conformance-set.ts';
import { IN_A_PACK, keyVector, SIGNED_BY_ANOTHER, signatureVectors, WITH_CITIZENSHIP } from './w3c-vectors.ts';

const HOLDS = { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' };
const UNSIGNED = { integrity: 'no-proof' };

export const W3C_EDDSA_VECTORS: ConformanceSet = {
  folder: 'w3c-eddsa',
  title: 'W3C Data Integrity EdDSA Cryptosuites 1.0',
  vectors: [
    ...signatureVectors({
      folder: 'w3c-eddsa/eddsa-rdfc-2022',
      suite: 'eddsa-rdfc-2022',
      suffix: 'DataInt',
      digest: 'SHA-256',
      form: 'statements',
      expectation: { checks: HOLDS, why: SIGNED_BY_ANOTHER },
    }),
    ...signatureVectors({
      folder: 'w3c-eddsa/eddsa-rdfc-2022/employ',
      suite: 'eddsa-rdfc-2022',
      suffix: 'DataInt',
      digest: 'SHA-256',
      form: 'statements',
      expectation: { checks: HOLDS, why: IN_A_PACK },
    }),
    ...signatureVectors({
      folder: 'w3c-eddsa/Ed25519Signature2020',
      suite: 'Ed25519Signature2020',
      suffix: 'EdSig',
      digest: 'SHA-256',
      form: 'statements',
      expectation: { checks: HOLDS, why: SIGNED_BY_ANOTHER },
    }),
    ...signatureVectors({
      folder: 'w3c-eddsa/eddsa-jcs-2022',
      suite: 'eddsa-jcs-2022',
      suffix: 'JCS',
      digest: 'SHA-256',
      form: 'json',
      expectation: { checks: HOLDS, why: SIGNED_BY_ANOTHER },
    }),
    credentialVector({
      file: 'w3c-eddsa/eddsa-rdfc-2022/employ/signedDataInt.json',
      what: 'the same credential, without the pack that brings its vocabulary',
      verdict: 'not-valid',
      checks: { integrity: 'context-unknown', 'key-binding': 'key-of-somebody-else' },
      why: 'Without its vocabulary the signature can’t be judged; that the key is another’s can.',
    }),
    credentialVector({
      file: 'w3c-eddsa/eddsa-jcs-2022/canonDocJCS.txt',
      what: 'the canonical form of a credential, handed in as a file',
      verdict: 'cannot-verify-offline',
      checks: UNSIGNED,
      why: 'Canonical JSON of an unsigned credential is a credential without a proof, whatever the file is called.',
    }),
    ...['w3c-eddsa/employmentAuth.json', 'w3c-eddsa/unsigned.json'].map((file) =>
      credentialVector({
        file,
        what: 'a credential before it is signed',
        verdict: 'cannot-verify-offline',
        checks: UNSIGNED,
        trust: WITH_CITIZENSHIP,
      }),
    ),
    keyVector('w3c-eddsa/keyPair.json', 'Ed25519', ({ publicKeyMultibase }) => [
      keyFromMultibase(String(publicKeyMultibase))?.kind ?? null,
    ]),
  ],
};
