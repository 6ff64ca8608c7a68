import { keyFromMultibase } from '../../main/adapters/verification/keys/verification-key.ts';
import { isObject } from '../../main/core/verification/json-fields.ts';
import { credentialVector, type ConformanceSet } from './conformance-set.ts';
import { disclosureVectors } from './w3c-disclosure-vectors.ts';
import {
  IN_A_PACK,
  keyVector,
  otherRoleVector,
  SIGNED_BY_ANOTHER,
  signatureVectors,
  WITH_CITIZENSHIP,
} from './w3c-vectors.ts';

const HOLDS = { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' };
const CURVES = [
  { curve: 'P-256', name: 'p256', suffix: 'ECDSAP256', digest: 'SHA-256' },
  { curve: 'P-384', name: 'p384', suffix: 'ECDSAP384', digest: 'SHA-384' },
] as const;

export const W3C_ECDSA_VECTORS: ConformanceSet = {
  folder: 'w3c-ecdsa',
  title: 'W3C Data Integrity ECDSA Cryptosuites 1.0',
  vectors: [
    ...CURVES.flatMap(({ curve, name, suffix, digest }) => [
      ...signatureVectors({
        folder: `w3c-ecdsa/ecdsa-rdfc-2019-${name}`,
        suite: `ecdsa-rdfc-2019 (${curve})`,
        suffix,
        digest,
        form: 'statements',
        expectation: { checks: HOLDS, why: SIGNED_BY_ANOTHER },
      }),
      ...signatureVectors({
        folder: `w3c-ecdsa/ecdsa-rdfc-2019-${name}/employ`,
        suite: `ecdsa-rdfc-2019 (${curve})`,
        suffix,
        digest,
        form: 'statements',
        expectation: { checks: HOLDS, why: IN_A_PACK },
      }),
      ...signatureVectors({
        folder: `w3c-ecdsa/ecdsa-jcs-2019-${name}`,
        suite: `ecdsa-jcs-2019 (${curve})`,
        suffix: `JCS${suffix}`,
        digest,
        form: 'json',
        expectation: { checks: HOLDS, why: SIGNED_BY_ANOTHER },
      }),
      credentialVector({
        file: `w3c-ecdsa/ecdsa-jcs-2019-${name}/canonDocJCS${suffix}.txt`,
        what: 'the canonical form of a credential, handed in as a file',
        verdict: 'cannot-verify-offline',
        checks: { integrity: 'no-proof' },
        why: 'Canonical JSON of an unsigned credential is a credential without a proof, whatever the file is called.',
      }),
    ]),
    ...disclosureVectors('employ', { integrity: 'signature-valid-disclosed', validity: 'valid-until' }),
    ...disclosureVectors('prc', { integrity: 'signature-valid-disclosed', validity: 'expired' }),
    ...['w3c-ecdsa/employmentAuth.json', 'w3c-ecdsa/unsigned.json'].map((file) =>
      credentialVector({
        file,
        what: 'a credential before it is signed',
        verdict: 'cannot-verify-offline',
        checks: { integrity: 'no-proof' },
        trust: WITH_CITIZENSHIP,
      }),
    ),
    credentialVector({
      file: 'w3c-ecdsa/prCredUnsigned.json',
      what: 'a credential before it is signed',
      verdict: 'not-valid',
      checks: { integrity: 'no-proof', validity: 'expired' },
      why: 'It ended in December 2025.',
      trust: WITH_CITIZENSHIP,
    }),
    ...['employMandatory', 'prCredMandatory'].map((name) =>
      otherRoleVector(`w3c-ecdsa/${name}.json`, 'which parts a holder must show', 'issuer'),
    ),
    ...['employSelective', 'prCredSelective'].map((name) =>
      otherRoleVector(`w3c-ecdsa/${name}.json`, 'which parts a holder chose to show', 'holder'),
    ),
    ...CURVES.map(({ curve, name }) =>
      keyVector(`w3c-ecdsa/${name}KeyPair.json`, curve, ({ publicKeyMultibase }) => [
        keyFromMultibase(String(publicKeyMultibase))?.kind ?? null,
      ]),
    ),
    keyVector('w3c-ecdsa/ecdsa-sd-2023/SDKeyMaterial.json', 'P-256', ({ baseKeyPair, proofKeyPair }) =>
      [baseKeyPair, proofKeyPair].map((pair) =>
        isObject(pair) ? (keyFromMultibase(String(pair['publicKeyMultibase']))?.kind ?? null) : null,
      ),
    ),
  ],
};
