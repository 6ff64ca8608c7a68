import { hash } from 'node:crypto';
import type { LibrarySuite, ProofVerification } from '@digitalbazaar/data-integrity';
import type { Finding } from '../../../core/verification/finding.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { canonicalOptions } from '../canonical-options.ts';
import { findingOf } from '../signed-graph.ts';
import type { ProofQuestion } from './proof-suite.ts';

/**
 * What Digital Bazaar's suites need from us: the document's statements, which were made already and need not be made
 * again for each proof, and the key, which we chose. The proof's own options are canonicalised in the safe mode of
 * jsonld, so that nothing in them can be dropped unseen.
 */
export function canonizeFor(question: ProofQuestion): (input: JsonObject) => Promise<string> {
  return async (input) =>
    input === question.document ? question.canonical : canonicalOptions(input, question.contexts);
}

/**
 * Lets one of Digital Bazaar's suites check a proof. What is signed is for the library to say; whether the signature
 * is over it, by the key that its issuer's document gave us, is for `holds` to say.
 */
export async function verifyByLibrary(
  suite: LibrarySuite,
  question: ProofQuestion,
  name: string,
  holds: (signed: Uint8Array) => boolean,
): Promise<Finding> {
  const { proof, document } = question;
  suite.getVerificationMethod = async () => ({ id: String(proof['verificationMethod']) });
  suite.verifySignature = async ({ verifyData }) => holds(verifyData);
  const documentLoader = (url: string) => loadContext(question, url);
  return findingOfLibrary(await suite.verifyProof({ proof, document, documentLoader }), name);
}

/** Lets a suite hash what it signs in one call for each of the two texts, which is cheaper than in pieces. */
export function hashAtOnce(suite: LibrarySuite, question: ProofQuestion): void {
  suite.createVerifyData = async ({ proof, document }) => {
    const options = await suite.canonizeProof(proof, { document });
    return Buffer.concat([options, question.canonical].map((text) => hash('sha256', text, 'buffer')));
  };
}

/** What the library's answer comes to. A broken signature fails; anything else that stopped it is not a forgery. */
function findingOfLibrary(result: ProofVerification, suite: string): Finding {
  if (result.verified) return { code: 'signature-valid', evidence: { suite } };
  const message = result.error?.message ?? '';
  if (message === 'Invalid signature.') return { code: 'signature-invalid', evidence: { suite } };
  if (/proofValue|multibase|base58|XSD dateTimeStamp|signature/i.test(message)) {
    return { code: 'proof-malformed', evidence: { detail: 'its value or its date can’t be read' } };
  }
  return findingOf(result.error);
}

async function loadContext(question: ProofQuestion, url: string): Promise<{ readonly document: object }> {
  const { document, ...rest } = await question.contexts.documentLoader(url);
  if (typeof document !== 'object' || document === null) throw new Error('A context is an object');
  return { ...rest, document };
}
