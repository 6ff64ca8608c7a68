import type { Securing } from '../../core/credentials/found-credential.ts';
import type { CredentialFacts } from '../../core/verification/facts.ts';
import { assertNever } from '../../../shared/model/never.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { verifyEmbeddedProofs, type SecuredFacts, type SignerQuestion } from './embedded-proofs.ts';
import { verifySdJwt } from './sd-jwt.ts';
import { claimsOf, verifyJwt } from './vc-jwt.ts';

/** The facts of any way of securing, with the claims that only a JWT has. */
export interface SecuringFacts extends SecuredFacts {
  readonly claims: CredentialFacts['claims'];
}

const NO_CLAIMS: CredentialFacts['claims'] = { notBefore: null, expires: null, issued: null };

/** Looks at how a credential, a presentation or a status list is secured, whichever way that is. */
export async function verifySecuring(
  json: JsonObject,
  securing: Securing,
  question: SignerQuestion,
): Promise<SecuringFacts> {
  switch (securing.kind) {
    case 'embedded-proof':
      return { ...(await verifyEmbeddedProofs(json, question)), claims: NO_CLAIMS };
    case 'jwt': {
      const proofs = [await verifyJwt(securing, json, question)];
      return { refusal: null, proofs, view: json, unsignedPaths: [], claims: claimsOf(securing.payload) };
    }
    case 'sd-jwt': {
      const proofs = [await verifySdJwt(securing, json, question)];
      return { refusal: null, proofs, view: json, unsignedPaths: [], claims: claimsOf(securing.payload) };
    }
    case 'none':
      return { refusal: null, proofs: [], view: json, unsignedPaths: [], claims: NO_CLAIMS };
    default:
      return assertNever(securing);
  }
}
