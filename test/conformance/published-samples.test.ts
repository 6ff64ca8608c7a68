import { DEFAULT_POLICY } from '../../shared/model/trust.ts';
import { expect, it } from 'vitest';
import type { CheckAxis } from '../../shared/model/check.ts';
import { AT, dataFiles, describeWithData, packWith, verifyData } from './sample-data.ts';

/**
 * Every published sample with the verdict that follows from docs/decisions/verdict-rules.md, judged without any
 * issuer pack. `because` names the check that decides; `unusual` says why it is not what the file's name promises.
 */
interface Sample {
  readonly file: string;
  /** Pointer of the credential; '' is the file. */
  readonly pointer?: string;
  readonly verdict: 'verified-with-reservations' | 'cannot-verify-offline' | 'not-valid';
  readonly because: Partial<Record<CheckAxis, string>>;
  readonly unusual?: string;
}

const URL_ISSUER = { integrity: 'key-unavailable', 'key-binding': 'issuer-document-missing' };
const UNKNOWN_ISSUER = { integrity: 'signature-valid', 'key-binding': 'key-is-issuer', issuer: 'issuer-unknown' };

const SAMPLES: readonly Sample[] = [
  {
    file: '1edtech-samples/clr-simple.json',
    verdict: 'cannot-verify-offline',
    because: URL_ISSUER,
    unusual: 'The key stands in a URL that the file itself gives, and no pack says that it is the issuer’s.',
  },
  {
    file: '1edtech-samples/clr-simple.json',
    pointer: '/credentialSubject/verifiableCredential/0',
    verdict: 'cannot-verify-offline',
    because: URL_ISSUER,
  },
  {
    file: '1edtech-samples/complete.json',
    verdict: 'cannot-verify-offline',
    because: { ...URL_ISSUER, status: 'status-list-missing', endorsements: 'endorsements-some-failed' },
    unusual: 'Its endorsements ended in 2020, and its 1EdTechRevocationList is in no pack.',
  },
  { file: '1edtech-samples/endorsement-valid.json', verdict: 'cannot-verify-offline', because: URL_ISSUER },
  {
    file: '1edtech-samples/simple-did-key-method.json',
    verdict: 'not-valid',
    because: { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' },
    unusual:
      'The signature holds, but the issuer is a urn:uuid that has no keys: whoever owns the did:key signed in its name.',
  },
  {
    file: '1edtech-samples/simple-eddsa-2022.json',
    verdict: 'cannot-verify-offline',
    because: { integrity: 'suite-not-supported', 'key-binding': 'issuer-document-missing' },
    unusual: 'eddsa-2022 is the name of a draft that became eddsa-rdfc-2022; it is named, not guessed.',
  },
  { file: '1edtech-samples/simple.json', verdict: 'cannot-verify-offline', because: URL_ISSUER },
  {
    file: '1edtech-samples/simple.jwt',
    verdict: 'cannot-verify-offline',
    because: { ...URL_ISSUER, schema: 'schema-required-missing' },
    unusual: 'A JWT without a kid and with a subject without an achievement.',
  },
  {
    file: 'dcc-v1/fourRegistry-noStatus-noExpiry.json',
    verdict: 'verified-with-reservations',
    because: UNKNOWN_ISSUER,
  },
  {
    file: 'dcc-v1/legacy-noStatus-expired.json',
    verdict: 'not-valid',
    because: { integrity: 'signature-valid', validity: 'expired' },
    unusual: 'The signature holds all the same: expiry and signature are separate checks.',
  },
  {
    file: 'dcc-v1/legacy-noStatus-noExpiry-stringIssuerId.json',
    verdict: 'verified-with-reservations',
    because: UNKNOWN_ISSUER,
  },
  {
    file: 'dcc-v1/legacyRegistry-noStatus-noExpiry-issuerImageId.json',
    verdict: 'verified-with-reservations',
    because: UNKNOWN_ISSUER,
  },
  {
    file: 'dcc-v1/mixedRegistry-validStatus-noExpiry.json',
    verdict: 'verified-with-reservations',
    because: { ...UNKNOWN_ISSUER, status: 'status-list-missing' },
    unusual: 'A did:key that calls itself a well-known university is unknown; its status list is in no pack.',
  },
  { file: 'dcc-v1/noRegistry-noStatus-noExpiry.json', verdict: 'verified-with-reservations', because: UNKNOWN_ISSUER },
  { file: 'dcc-v1/oidf-noStatus-expired.json', verdict: 'not-valid', because: { validity: 'expired' } },
  { file: 'dcc-v1/oidf-noStatus-noExpiry.json', verdict: 'verified-with-reservations', because: UNKNOWN_ISSUER },
  {
    file: 'dcc-v1/oidf-revokedStatus-expired.json',
    verdict: 'not-valid',
    because: { integrity: 'signature-valid', validity: 'expired', status: 'status-list-missing' },
    unusual: 'Without the list revocation can’t be told, and is not claimed; it has expired in any case.',
  },
  {
    file: 'w3c-eddsa/Ed25519Signature2020/signedEdSig.json',
    verdict: 'not-valid',
    because: { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' },
    unusual:
      'The vectors sign with a did:key in the name of an https issuer: the bytes hold, the key is not the issuer’s.',
  },
  {
    file: 'w3c-eddsa/eddsa-rdfc-2022/signedDataInt.json',
    verdict: 'not-valid',
    because: { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' },
    unusual: 'As above.',
  },
  {
    file: 'w3c-eddsa/eddsa-rdfc-2022/employ/signedDataInt.json',
    verdict: 'not-valid',
    because: { integrity: 'context-unknown', 'key-binding': 'key-of-somebody-else' },
    unusual: 'The issuer is a P-256 did:key and the key an Ed25519 one; its citizenship vocabulary is in no table.',
  },
  {
    file: 'w3c-eddsa/eddsa-jcs-2022/signedJCS.json',
    verdict: 'not-valid',
    because: { integrity: 'signature-valid', 'key-binding': 'key-of-somebody-else' },
    unusual: 'As above.',
  },
  {
    file: 'w3c-eddsa/eddsa-jcs-2022/canonDocJCS.txt',
    verdict: 'cannot-verify-offline',
    because: { integrity: 'no-proof' },
    unusual: 'The canonical form of an unsigned credential is a credential without a proof, whatever its file name.',
  },
  { file: 'w3c-eddsa/employmentAuth.json', verdict: 'cannot-verify-offline', because: { integrity: 'no-proof' } },
  { file: 'w3c-eddsa/unsigned.json', verdict: 'cannot-verify-offline', because: { integrity: 'no-proof' } },
];

/** Files that hold no credential: the empty one is a published sample all the same. */
const EMPTY = 'dcc-v1/legacy-noStatus-noExpiry.json';
const FOLDERS = ['1edtech-samples', 'dcc-v1', 'w3c-eddsa'] as const;

const TRUST = { packs: [], pins: [], publishers: [], policy: DEFAULT_POLICY, at: AT };

describeWithData('published samples', () => {
  it.each(SAMPLES)('$file $pointer: $verdict', async ({ file, pointer = '', verdict, because }) => {
    const { credentials } = await verifyData(file, TRUST);
    const credential = credentials.find((each) => each.pointer === pointer);
    const codes = Object.fromEntries(
      Object.keys(because).map((axis) => [axis, credential?.report.checks[axis as CheckAxis].code]),
    );
    expect({ verdict: credential?.report.verdict, ...codes }).toEqual({ verdict, ...because });
    expect(credential?.report.unsignedPaths).toEqual([]);
  });

  it('say that the empty file is empty', async () => {
    expect(await verifyData(EMPTY)).toMatchObject({ credentials: [], problems: [{ code: 'file-empty' }] });
  });

  it('are all named above, and nothing else in the folders is taken for a credential', async () => {
    const found: string[] = [];
    for (const file of FOLDERS.flatMap((folder) => dataFiles(folder).map((path) => `${folder}/${path}`))) {
      const { credentials, problems } = await verifyData(file);
      found.push(...credentials.map((credential) => `${file} ${credential.pointer}`));
      expect(credentials.length + problems.length, file).toBeGreaterThan(0);
    }
    expect(found.toSorted()).toEqual(SAMPLES.map(({ file, pointer = '' }) => `${file} ${pointer}`).toSorted());
  });

  it('hold with the keys of their issuers in a pack', async () => {
    const issuer = 'https://example.com/issuers/876543';
    const key = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
    const keys = [{ id: `${issuer}#${key}`, type: 'Multikey', publicKey: key, validFrom: null, validUntil: null }];
    const entries = [{ ids: [issuer], names: ['Example Corp'], homepage: null, keys }];
    const { credentials } = await verifyData('1edtech-samples/simple.json', {
      packs: [packWith({ entries })],
      pins: [],
      publishers: [],
      policy: DEFAULT_POLICY,
      at: AT,
    });
    expect(credentials[0]?.report).toMatchObject({ verdict: 'verified', recognition: 'recognised' });
    expect(credentials[0]?.report.checks.integrity.code).toMatch(/^signature-valid/);
  });
});
