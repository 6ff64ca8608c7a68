import { SDJwtInstance } from '@sd-jwt/core';
import { isDeepStrictEqual } from 'node:util';
import { openDocument } from '../../main/adapters/formats/open-document.ts';
import { verifyFile } from '../../main/engine/verify-file.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { didKey, digest, ed25519TestKey, p256TestKey } from '../fixtures/signing/keys.ts';
import { digestOf } from '../fixtures/signing/sd-jwt.ts';
import type { ConformanceSet, ConformanceVector, Outcome } from './conformance-set.ts';
import { dataFiles, dataText, NO_TRUST } from './sample-data.ts';

const ISSUER_KEY = ed25519TestKey('issuer of the SD-JWT cases');
const HOLDER_KEY = p256TestKey('holder of the SD-JWT cases');
const { did: ISSUER, verificationMethod: KID } = didKey(ISSUER_KEY);

/** What a case is about beside its claims. */
const FORMS: Readonly<Record<string, 'compact' | 'with key binding' | 'JSON serialisation' | 'other header'>> = {
  key_binding: 'with key binding',
  json_serialization: 'JSON serialisation',
  header_mod: 'other header',
};

/** Objects of which nothing is disclosed: what is expected beside the file's own claims. */
const EMPTIED: Readonly<Record<string, JsonObject>> = { array_none_disclosed: { is_over: {} } };

/**
 * The cases that the OpenWallet Foundation's SD-JWT library tests itself with: claims, which of them can be kept back,
 * which are presented, and the claims that come out. A file holds no token, so that library issues and presents it with
 * a test key; Tessera opens, verifies and processes it, and what it then reads must be the claims that the file expects.
 */
export const SD_JWT_VECTORS: ConformanceSet = {
  folder: 'sd-jwt',
  title: 'SD-JWT (RFC 9901) and SD-JWT VC, the cases of the OpenWallet Foundation',
  vectors: dataFiles('sd-jwt').map(vectorOf),
};

type Library = SDJwtInstance<Record<string, unknown>>;

interface SdJwtCase {
  readonly claims: JsonObject;
  readonly disclosureFrame?: NonNullable<Parameters<Library['issue']>[1]>;
  readonly presentationFrames?: NonNullable<Parameters<Library['present']>[1]>;
  readonly presentedClaims: JsonObject;
}

function vectorOf(name: string): ConformanceVector {
  const file = `sd-jwt/${name.replace(/^sd-jwt\//, '')}`;
  const topic = file.replace(/^.*__test__|\.json$/g, '');
  const form = FORMS[topic] ?? 'compact';
  return {
    name: file,
    files: [file],
    what: `${topic.replaceAll('_', ' ')}, ${form}`,
    expected: {
      claims: 'equal',
      'claims by that library': 'equal',
      integrity: 'signature-valid',
      'key-binding': 'key-is-issuer',
      holder: form === 'with key binding' ? 'holder-key-proved' : 'holder-key-not-proved',
    },
    why:
      topic in EMPTIED
        ? 'An object that loses all its claims stays as an empty one (RFC 9901 section 7.1); the file leaves it out.'
        : null,
    unsupported: null,
    run: () => run(file, form, EMPTIED[topic] ?? {}),
  };
}

async function run(file: string, form: string, emptied: JsonObject): Promise<Outcome> {
  // The published files are of this shape, as the check of their presented claims then shows.
  const vector = JSON.parse(dataText(file)) as SdJwtCase;
  const { text, claims } = await present(vector, form);
  const bytes = Buffer.from(text);
  const [found] = openDocument({ name: file, bytes }).found;
  const { credentials, problems } = await verifyFile({ name: file, bytes }, { emails: [], subjectIds: [] }, NO_TRUST);
  const [credential] = credentials;
  if (credential === undefined || found === undefined) return { problem: problems[0]?.code ?? 'nothing found' };
  const codes = Object.entries(credential.report.checks).map(([axis, { code }]) => [axis, code]);
  const got = processedClaims(found.securing.kind === 'sd-jwt' ? found.securing.payload : {});
  const equal = (expected: unknown): string => (isDeepStrictEqual(got, expected) ? 'equal' : 'different');
  return {
    claims: equal({ ...vector.presentedClaims, ...emptied }),
    'claims by that library': equal(processedClaims(claims)),
    ...Object.fromEntries(codes),
  };
}

/** The claims that the case speaks of: without those that every token of ours has. */
function processedClaims(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { iss: _1, vct: _2, cnf: _3, ...claims } = payload;
  return claims;
}

interface PresentedCase {
  readonly text: string;
  /** What the library itself reads in it. */
  readonly claims: Readonly<Record<string, unknown>>;
}

async function present(
  { claims, disclosureFrame, presentationFrames }: SdJwtCase,
  form: string,
): Promise<PresentedCase> {
  const library = new SDJwtInstance<Record<string, unknown>>({
    signer: async (data) => signed(data, ISSUER_KEY.sign.bind(ISSUER_KEY)),
    signAlg: ISSUER_KEY.algorithm,
    kbSigner: async (data) => signed(data, HOLDER_KEY.sign.bind(HOLDER_KEY)),
    kbSignAlg: HOLDER_KEY.algorithm,
    hasher: async (data) => Buffer.from(digestOf(String(data)), 'base64url'),
    hashAlg: 'sha-256',
    saltGenerator: countingSalts(),
  });
  const payload: Record<string, unknown> = {
    iss: ISSUER,
    vct: 'urn:example:case',
    cnf: { jwk: HOLDER_KEY.publicJwk },
    ...claims,
  };
  const typ = form === 'other header' ? 'vc+sd-jwt' : 'dc+sd-jwt';
  const issued = await library.issue(payload, disclosureFrame, { header: { kid: KID, typ } });
  const kb = { payload: { iat: 1_767_600_000, aud: 'https://verifier.example', nonce: '1234' } };
  const presented = await library.present(issued, presentationFrames, form === 'with key binding' ? { kb } : undefined);
  const text = form === 'JSON serialisation' ? JSON.stringify(library.toFlattenJSON(presented).toJson()) : presented;
  const read: unknown = await library.getClaims(presented);
  return { text, claims: { ...Object(read) } };
}

function signed(data: string, sign: (bytes: Uint8Array) => Uint8Array): string {
  return Buffer.from(sign(new TextEncoder().encode(data))).toString('base64url');
}

/** The same tokens in every run. */
function countingSalts(): () => Promise<string> {
  let count = 0;
  return async () => Buffer.from(digest(`salt ${(count += 1)}`)).toString('base64url');
}
