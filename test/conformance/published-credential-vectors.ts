import { credentialVector, type ConformanceSet, type ConformanceVector } from './conformance-set.ts';
import { NO_TRUST, packWith, verifyData } from './sample-data.ts';

/** The issuer is a URL, and no pack says which keys are its: neither the signature nor the key can be judged. */
const URL_ISSUER = { integrity: 'key-unavailable', 'key-binding': 'issuer-document-missing' };
const UNKNOWN_ISSUER = { integrity: 'signature-valid', 'key-binding': 'key-is-issuer', issuer: 'issuer-unknown' };
const KEY_IN_A_URL = 'The key stands in a URL that the file itself gives, and no pack says that it is the issuer’s.';

export const ONE_EDTECH_VECTORS: ConformanceSet = {
  folder: '1edtech-samples',
  title: '1EdTech’s samples of Open Badges 3.0 and CLR 2.0',
  vectors: [
    credentialVector({
      file: '1edtech-samples/clr-simple.json',
      what: 'a CLR 2.0 with one member',
      verdict: 'cannot-verify-offline',
      checks: URL_ISSUER,
      why: KEY_IN_A_URL,
    }),
    credentialVector({
      file: '1edtech-samples/clr-simple.json',
      pointer: '/credentialSubject/verifiableCredential/0',
      what: 'the member of that CLR',
      verdict: 'cannot-verify-offline',
      checks: URL_ISSUER,
      why: KEY_IN_A_URL,
    }),
    credentialVector({
      file: '1edtech-samples/complete.json',
      what: 'a badge with everything that the standard allows',
      verdict: 'cannot-verify-offline',
      checks: { ...URL_ISSUER, status: 'status-list-missing', endorsements: 'endorsements-some-failed' },
      why: `${KEY_IN_A_URL} Its endorsements ended in 2020; its 1EdTechRevocationList is in no pack.`,
    }),
    credentialVector({
      file: '1edtech-samples/endorsement-valid.json',
      what: 'an endorsement',
      verdict: 'cannot-verify-offline',
      checks: URL_ISSUER,
      why: KEY_IN_A_URL,
    }),
    credentialVector({
      file: '1edtech-samples/simple-did-key-method.json',
      what: 'a badge signed with a did:key',
      verdict: 'not-valid',
      checks: { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' },
      why: 'The signature holds, but the issuer is a urn:uuid that has no keys: whoever owns the did:key signed in its name.',
    }),
    credentialVector({
      file: '1edtech-samples/simple-eddsa-2022.json',
      what: 'a badge signed with a draft suite',
      verdict: 'cannot-verify-offline',
      checks: { integrity: 'suite-not-supported', 'key-binding': 'issuer-document-missing' },
      why: 'eddsa-2022 is the name of a draft that became eddsa-rdfc-2022; it is named, not guessed.',
      unsupported: 'the draft suite eddsa-2022',
    }),
    credentialVector({
      file: '1edtech-samples/simple.json',
      what: 'a badge',
      verdict: 'cannot-verify-offline',
      checks: URL_ISSUER,
      why: KEY_IN_A_URL,
    }),
    withTheIssuersKey(),
    credentialVector({
      file: '1edtech-samples/simple.jwt',
      what: 'a badge as a JWT',
      verdict: 'cannot-verify-offline',
      checks: { ...URL_ISSUER, schema: 'schema-required-missing' },
      why: 'It names no key, carries one that proves nothing, and has a subject without an achievement.',
    }),
  ],
};

export const DCC_VECTORS: ConformanceSet = {
  folder: 'dcc-v1',
  title: 'The Digital Credentials Consortium’s verifier samples',
  vectors: [
    ...[
      'fourRegistry-noStatus-noExpiry',
      'legacy-noStatus-noExpiry-stringIssuerId',
      'legacyRegistry-noStatus-noExpiry-issuerImageId',
      'noRegistry-noStatus-noExpiry',
      'oidf-noStatus-noExpiry',
    ].map((name) =>
      credentialVector({
        file: `dcc-v1/${name}.json`,
        what: 'a badge of an issuer in the Consortium’s own registries, or in none',
        verdict: 'verified-with-reservations',
        checks: UNKNOWN_ISSUER,
        why: 'Whoever owns a did:key can call itself anything: without a pack that lists it, its issuer is unknown.',
      }),
    ),
    credentialVector({
      file: 'dcc-v1/mixedRegistry-validStatus-noExpiry.json',
      what: 'a badge with a status list',
      verdict: 'verified-with-reservations',
      checks: { ...UNKNOWN_ISSUER, status: 'status-list-missing' },
      why: 'A did:key that calls itself a well-known university is unknown; its status list is in no pack.',
    }),
    ...['legacy-noStatus-expired', 'oidf-noStatus-expired'].map((name) =>
      credentialVector({
        file: `dcc-v1/${name}.json`,
        what: 'an expired badge',
        verdict: 'not-valid',
        checks: { integrity: 'signature-valid', validity: 'expired' },
      }),
    ),
    credentialVector({
      file: 'dcc-v1/oidf-revokedStatus-expired.json',
      what: 'a badge that was revoked and has expired',
      verdict: 'not-valid',
      checks: { integrity: 'signature-valid', validity: 'expired', status: 'status-list-missing' },
      why: 'Without the list revocation can’t be told, and is not claimed; it has expired in any case.',
    }),
    problemVector('dcc-v1/legacy-noStatus-noExpiry.json', 'a file without a byte', 'file-empty'),
  ],
};

function problemVector(file: string, what: string, problem: string): ConformanceVector {
  return {
    name: file,
    files: [file],
    what,
    expected: { problem },
    why: null,
    unsupported: null,
    run: async () => ({ problem: (await verifyData(file)).problems[0]?.code ?? 'none' }),
  };
}

/** The same badge once an issuer pack says that the key is the issuer's. */
function withTheIssuersKey(): ConformanceVector {
  const issuer = 'https://example.com/issuers/876543';
  const key = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
  const keys = [{ id: `${issuer}#${key}`, type: 'Multikey', publicKey: key, validFrom: null, validUntil: null }];
  const entries = [{ ids: [issuer], names: ['Example Corp'], homepage: null, keys }];
  return credentialVector({
    file: '1edtech-samples/simple.json',
    what: 'the same badge, with a pack that holds its issuer’s key',
    verdict: 'verified',
    checks: { 'key-binding': 'key-of-issuer', issuer: 'issuer-recognised' },
    trust: { ...NO_TRUST, packs: [packWith({ entries })] },
  });
}
