import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { verifyCredential } from '@digitalbazaar/vc';

// JavaScript with a declaration beside it: the library carries no types, and the product calls other parts of it.

/** Verifies as the library's own documentation says, with both suites, and answers its one boolean. */
export async function plainVerdict(credential, documentLoader, now) {
  const suite = [new Ed25519Signature2020(), new DataIntegrityProof({ cryptosuite })];
  const { verified } = await verifyCredential({ credential, suite, documentLoader, now: new Date(now) });
  return verified;
}
