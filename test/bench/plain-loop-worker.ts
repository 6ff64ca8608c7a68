import { parentPort, workerData } from 'node:worker_threads';
import { loadContext } from '../fixtures/signing/contexts.ts';
import { generateBadges } from './generate-badges.ts';
import { verifyPlainly } from './plain-libraries.js';

/** The plain `@digitalbazaar/vc` loop over the bench's badges: a round for each message, answered when it is done. */
const { badges: count, at } = workerData as { readonly badges: number; readonly at: string };
const badges = await generateBadges(count);

parentPort?.on('message', () => void round());
parentPort?.postMessage('ready');

async function round(): Promise<void> {
  for (const { credential } of badges) {
    const { verified } = await verifyPlainly({
      credential: structuredClone(credential),
      documentLoader: loadDocument,
      now: new Date(at),
    });
    if (!verified) throw new Error('The plain loop did not verify a good badge');
  }
  parentPort?.postMessage('done');
}

/** Contexts from the packages, and the documents of did:key, which the plain loop needs as well. */
async function loadDocument(url: string): Promise<{ readonly document: unknown }> {
  if (!url.startsWith('did:key:')) return loadContext(url);
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
