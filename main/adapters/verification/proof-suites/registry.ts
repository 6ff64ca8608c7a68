import type { JsonObject } from '../../../../shared/model/json.ts';
import { bbs2023 } from './bbs-2023.ts';
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.ts';
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.ts';
import { ecdsaSd2023 } from './ecdsa-sd-2023.ts';
import { ed25519Signature2018 } from './ed25519-signature-2018.ts';
import { ed25519Signature2020 } from './ed25519-signature-2020.ts';
import { eddsaJcs2022 } from './eddsa-jcs-2022.ts';
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.ts';
import { jsonWebSignature2020 } from './json-web-signature-2020.ts';
import type { ProofSuite } from './proof-suite.ts';

/** One line a suite. What is not here is named in the report and counts as not checked. */
const PROOF_SUITES: readonly ProofSuite[] = [
  eddsaRdfc2022,
  eddsaJcs2022,
  ecdsaRdfc2019,
  ecdsaJcs2019,
  ecdsaSd2023,
  bbs2023,
  ed25519Signature2020,
  ed25519Signature2018,
  jsonWebSignature2020,
];

/** The name by which a proof's suite is known: its cryptosuite where it is a DataIntegrityProof, else its type. */
export function suiteNameOf(proof: JsonObject): string {
  const { type, cryptosuite } = proof;
  if (type === 'DataIntegrityProof') return typeof cryptosuite === 'string' ? cryptosuite : 'DataIntegrityProof';
  return typeof type === 'string' ? type : 'unnamed';
}

/** The suite of a proof; null where this version does not know it. */
export function findSuite(proof: JsonObject): ProofSuite | null {
  const name = suiteNameOf(proof);
  return PROOF_SUITES.find((suite) => suite.name === name) ?? null;
}
