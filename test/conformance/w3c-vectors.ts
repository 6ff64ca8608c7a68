import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { createContextTable, type ContextTable } from '../../main/adapters/verification/contexts/context-table.ts';
import { decodeMultibase } from '../../main/adapters/verification/keys/multibase.ts';
import { canonicalByDigest } from '../../main/adapters/verification/proof-suites/ecdsa-rdfc-2019.ts';
import { jcsVerifyData } from '../../main/adapters/verification/proof-suites/jcs-verify-data.ts';
import { canonicalOptions } from '../../main/adapters/verification/canonical-options.ts';
import { readSignedGraph } from '../../main/adapters/verification/signed-graph.ts';
import { isObject } from '../../main/core/verification/json-fields.ts';
import type { TrustContext } from '../../main/core/ports.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { CITIZENSHIP_TERMS, CITIZENSHIP_URL } from './citizenship-terms.ts';
import {
  credentialVector,
  valueVector,
  type ConformanceVector,
  type CredentialExpectation,
  type Outcome,
} from './conformance-set.ts';
import { dataText, NO_TRUST, packWith, verifyData } from './sample-data.ts';

/** An issuer pack that brings the one vocabulary of the vectors that Tessera doesn't carry. */
export const WITH_CITIZENSHIP: TrustContext = {
  ...NO_TRUST,
  packs: [packWith({ contexts: { [CITIZENSHIP_URL]: CITIZENSHIP_TERMS } })],
};
export const CITIZENSHIP_TABLE: ContextTable = createContextTable(WITH_CITIZENSHIP.packs);

/** Why the W3C's credentials are not valid to Tessera though their signatures hold. */
export const SIGNED_BY_ANOTHER =
  'The signature holds. The vectors sign with a did:key in the name of another issuer, whose key it is not.';
export const IN_A_PACK = `${SIGNED_BY_ANOTHER} Its citizenship vocabulary is in no package and comes in an issuer pack.`;

/** A folder of vectors that follow one signature from the document to its bytes. */
export interface SignatureFolder {
  readonly folder: string;
  readonly suite: string;
  /** How its files' names end, before the extension. */
  readonly suffix: string;
  readonly digest: 'SHA-256' | 'SHA-384';
  readonly form: 'statements' | 'json';
  readonly expectation: Pick<CredentialExpectation, 'checks' | 'why'>;
}

/** The rows of such a folder: the signed credential, and each value on the way to its signature. */
export function signatureVectors(folder: SignatureFolder): readonly ConformanceVector[] {
  const at = (name: string, extension = 'txt'): string => `${folder.folder}/${name}${folder.suffix}.${extension}`;
  const signed = at('signed', 'json');
  const value = (name: string, what: string, got: () => Promise<string>): ConformanceVector =>
    valueVector(at(name), what, async () => [await got(), dataText(at(name))]);
  const hash = (text: string): string =>
    createHash(folder.digest === 'SHA-256' ? 'sha256' : 'sha384')
      .update(text)
      .digest('hex');
  const document = (): Promise<string> => canonicalDocument(readJson(signed), folder);
  const options = (): Promise<string> => canonicalProof(readJson(signed), folder);
  return [
    credentialVector({
      file: signed,
      what: `a credential signed with ${folder.suite}`,
      verdict: 'not-valid',
      trust: WITH_CITIZENSHIP,
      ...folder.expectation,
    }),
    value('canonDoc', 'its canonical form', async () => (await document()).trim()),
    valueVector(at('proofConfig', 'json'), 'the options of its proof', async () => [
      sorted(proofOptions(readJson(signed))),
      sorted(readJson(at('proofConfig', 'json'))),
    ]),
    value('proofCanon', 'their canonical form', async () => (await options()).trim()),
    value('docHash', 'the hash of its canonical form', async () => hash(await document())),
    value('proofHash', 'the hash of the proof’s options', async () => hash(await options())),
    value('combinedHash', 'the bytes that are signed', async () => signedBytes(readJson(signed), folder, hash)),
    value('sigHex', 'the signature', async () => signatureOf(readJson(signed)).toString('hex')),
    value('sigBTC58', 'the signature in multibase', async () => String(proofOf(readJson(signed))['proofValue'])),
  ];
}

/** A key pair file: the public half must be read as a key of this kind, and nothing be taken for a credential. */
export function keyVector(
  file: string,
  kind: string,
  read: (json: JsonObject) => readonly (string | null)[],
): ConformanceVector {
  return {
    name: file,
    files: [file],
    what: `a test key pair (${kind})`,
    expected: { kinds: kind },
    why: null,
    unsupported: null,
    run: async () => ({ kinds: [...new Set(read(readJson(file)))].join(', ') }),
  };
}

/** A file that holds what only an issuer or a holder computes or chooses. */
export function otherRoleVector(file: string, what: string, role: 'issuer' | 'holder'): ConformanceVector {
  const does = role === 'issuer' ? 'issuing (base proofs)' : 'deriving proofs, which is the holder’s part';
  return {
    name: file,
    files: [file],
    what,
    expected: { problem: 'not-a-credential' },
    why: 'Tessera verifies what it is given; the file is opened like any other and is no credential.',
    unsupported: does,
    run: async (): Promise<Outcome> => {
      const { credentials, problems } = await verifyData(file);
      return { problem: credentials.length > 0 ? 'a credential' : (problems[0]?.code ?? 'none') };
    },
  };
}

export function readJson(path: string): JsonObject {
  return JSON.parse(dataText(path)) as JsonObject;
}

export function proofOf(credential: JsonObject): JsonObject {
  const { proof } = credential;
  return isObject(proof) ? proof : {};
}

/** A proof without its value, under the document's contexts: what is hashed beside the document. */
export function proofOptions(credential: JsonObject): JsonObject {
  const { proofValue: _, ...options } = proofOf(credential);
  return { '@context': credential['@context'] ?? [], ...options };
}

/** JSON with its members in one order, to compare by meaning. */
export function sorted(json: JsonObject): string {
  return canonicalize(json) ?? '';
}

/** Canonical N-Quads as the product makes them. */
export async function canonicalStatements(document: JsonObject): Promise<string> {
  const reading = await readSignedGraph(document, CITIZENSHIP_TABLE);
  return reading.ok ? reading.graph.canonical : reading.finding.code;
}

async function canonicalDocument(credential: JsonObject, { form, digest }: SignatureFolder): Promise<string> {
  const { proof: _, ...document } = credential;
  return form === 'json' ? sorted(document) : canonicalByDigest(await canonicalStatements(document), digest);
}

async function canonicalProof(credential: JsonObject, { form, digest }: SignatureFolder): Promise<string> {
  const options = proofOptions(credential);
  if (form === 'json') return sorted(options);
  return canonicalByDigest(await canonicalOptions(options, CITIZENSHIP_TABLE), digest);
}

async function signedBytes(
  credential: JsonObject,
  folder: SignatureFolder,
  hash: (text: string) => string,
): Promise<string> {
  if (folder.form === 'statements') {
    return hash(await canonicalProof(credential, folder)) + hash(await canonicalDocument(credential, folder));
  }
  const { proof: _, ...document } = credential;
  const algorithm = folder.digest === 'SHA-256' ? 'sha256' : 'sha384';
  return jcsVerifyData(document, proofOf(credential), algorithm).toString('hex');
}

function signatureOf(credential: JsonObject): Buffer {
  return Buffer.from(decodeMultibase(String(proofOf(credential)['proofValue'])) ?? []);
}
