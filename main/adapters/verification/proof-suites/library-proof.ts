import { verify } from 'node:crypto';
import type { LibrarySuite, ProofVerification, SignatureVerifier } from '@digitalbazaar/data-integrity';
import type { Finding } from '../../../core/verification/finding.ts';
import { canonicalOptions, findingOf } from '../signed-graph.ts';
import type { ProofQuestion } from './proof-suite.ts';

/**
 * What Digital Bazaar's suites need from us: the document's statements, which were made already and need not be made
 * again for each proof, and the key, which we chose. The proof's own options are canonicalised in the safe mode of
 * jsonld, so that nothing in them can be dropped unseen.
 */
export function canonizeFor(question: ProofQuestion): (input: object) => Promise<string> {
  return async (input) =>
    input === question.document ? question.canonical : canonicalOptions(input, question.contexts);
}

/** A verifier as Digital Bazaar's suites take it, over the key that we chose and without reading that anew. */
export function ed25519Verifier({ key }: ProofQuestion): SignatureVerifier {
  return {
    algorithm: 'Ed25519',
    verify: async ({ data, signature }) =>
      key.key !== null && signature.length === 64 && verify(null, data, key.key, signature),
  };
}

/** Lets one of Digital Bazaar's suites check a proof, with the key that its issuer's document gave us. */
export async function verifyByLibrary(suite: LibrarySuite, question: ProofQuestion, name: string): Promise<Finding> {
  const { proof, document } = question;
  // The library decodes base58 in a time by the square of its length, before it looks at the length.
  if (String(proof['proofValue'] ?? '').length > LONGEST_SIGNATURE) {
    return { code: 'proof-malformed', evidence: { detail: 'its value is far too long' } };
  }
  suite.getVerificationMethod = async () => ({ id: String(proof['verificationMethod']) });
  const documentLoader = (url: string) => loadContext(question, url);
  return findingOfLibrary(await suite.verifyProof({ proof, document, documentLoader }), name);
}

/** Characters of a `proofValue`; an Ed25519 signature has 89 at most. */
const LONGEST_SIGNATURE = 256;

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
