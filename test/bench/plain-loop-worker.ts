import { parentPort, workerData } from 'node:worker_threads';
import { isList, isObject } from '../../main/core/verification/json-fields.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { loadContext } from '../fixtures/signing/contexts.ts';
import { verifyPlainly } from './plain-libraries.js';

/** What the loop is given: signed credentials, records among them, and the date of judging. */
export interface PlainLoopData {
  readonly credentials: readonly JsonObject[];
  readonly at: string;
}

/** The plain `@digitalbazaar/vc` loop: a round over all credentials for each message, answered when it is done. */
const { credentials, at } = workerData as PlainLoopData;

parentPort?.on('message', () => void round());
parentPort?.postMessage('ready');

async function round(): Promise<void> {
  for (const credential of credentials) {
    await mustVerify(credential);
    for (const member of membersOf(credential)) await mustVerify(member);
  }
  parentPort?.postMessage('done');
}

async function mustVerify(credential: JsonObject): Promise<void> {
  const { verified } = await verifyPlainly({
    credential: structuredClone(credential),
    documentLoader: loadDocument,
    now: new Date(at),
  });
  if (!verified) throw new Error('The plain loop did not verify a good credential');
}

function membersOf({ credentialSubject }: JsonObject): readonly JsonObject[] {
  const members = isObject(credentialSubject) ? credentialSubject['verifiableCredential'] : undefined;
  return isList(members) ? members.filter(isObject) : [];
}

/**
 * Contexts from the packages, and the documents of did:key, which the plain loop needs as well. Contexts are marked
 * static, so that jsonld keeps what it made of them: the loop shall be as fast as the libraries can be.
 */
async function loadDocument(url: string): Promise<{ readonly document: unknown }> {
  if (!url.startsWith('did:key:')) return { ...(await loadContext(url)), ...STATIC };
  const [did = '', fragment] = url.split('#');
  const key = did.slice('did:key:'.length);
  const method = { id: `${did}#${key}`, type: 'Multikey', controller: did, publicKeyMultibase: key };
  const context = 'https://w3id.org/security/multikey/v1';
  const document =
    fragment === undefined
      ? { '@context': ['https://www.w3.org/ns/did/v1', context], id: did, assertionMethod: [method] }
      : { '@context': context, ...method };
  return Object.assign({ contextUrl: null, documentUrl: url }, { document });
}

const STATIC = { tag: 'static' };
