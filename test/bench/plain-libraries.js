import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

/** The library called the obvious way: what a program without Tessera's policy would do. No types of its own. */
export function verifyPlainly({ credential, documentLoader, now }) {
  return vc.verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, now });
}
