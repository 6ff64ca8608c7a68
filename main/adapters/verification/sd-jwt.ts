import type { SdJwtSecuring } from '../../core/credentials/found-credential.ts';
import type { ProofFacts } from '../../core/verification/facts.ts';
import { stateOf, type Finding } from '../../core/verification/finding.ts';
import { instantOfSeconds, millisecondsOf } from '../../core/verification/instants.ts';
import { isObject } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { SignerQuestion } from './embedded-proofs.ts';
import { keyFromJwk } from './keys/verification-key.ts';
import { checkTokenSignature, verifyJwt } from './vc-jwt.ts';

/**
 * Checks an SD-JWT (RFC 9901 section 7.1): the issuer's signature as that of any token, and that what was disclosed
 * fits it. Keys come from the issuer's id or a pack; `x5c`, `jwk` and `kid` alone are the file's own word.
 */
export async function verifySdJwt(
  token: SdJwtSecuring,
  json: JsonObject,
  question: SignerQuestion,
): Promise<ProofFacts> {
  const { compact, header, payload } = token;
  const issued = { kind: 'jwt', compact, header, payload } as const;
  const use = question.relationship === 'authentication' ? 'presentation' : 'selective-credential';
  const proof = await verifyJwt(issued, json, { ...question, use });
  if (token.refusal === null || stateOf(proof.integrity) === 'fail') return proof;
  return { ...proof, integrity: { code: 'disclosures-refused', evidence: { detail: token.refusal } } };
}

/**
 * A `holder` finding from the key binding of an SD-JWT (RFC 9901 section 7.3): the key to which it was issued (`cnf`)
 * signed this very selection of disclosures. No challenge of ours is in it, so when and for whom it did stays open.
 * Null where it was issued to no key.
 */
export async function checkKeyBindingJwt(token: SdJwtSecuring, at: Instant): Promise<Finding | null> {
  const { keyBinding } = token;
  const confirmation = token.payload['cnf'];
  if (keyBinding === null) return confirmation === undefined ? null : { code: 'holder-key-not-proved' };
  if (confirmation === undefined) return notChecked('it was issued to no key');
  const jwk = isObject(confirmation) && isObject(confirmation['jwk']) ? confirmation['jwk'] : null;
  const key = jwk === null || jwk['d'] !== undefined ? null : keyFromJwk(jwk);
  if (key === null) return notChecked('the key to which it was issued is of a kind that is not known');
  const integrity = await checkTokenSignature(keyBinding, key, 'key-binding');
  if (stateOf(integrity) === 'not-checked') return notChecked('it is signed in a way that is not known');
  if (stateOf(integrity) !== 'pass') return broken('its signature does not hold');
  return contentsOf(keyBinding, at);
}

function contentsOf({ payload, presentedHash }: NonNullable<SdJwtSecuring['keyBinding']>, at: Instant): Finding {
  if (payload['sd_hash'] !== presentedHash) return broken('it was made for another selection of disclosures');
  const { iat, aud, nonce } = payload;
  if (typeof aud !== 'string' || typeof nonce !== 'string') return broken('it does not say for whom it was made');
  const made = typeof iat === 'number' ? instantOfSeconds(iat) : null;
  const madeAt = made === null ? null : millisecondsOf(made);
  const now = millisecondsOf(at);
  if (made === null || madeAt === null || now === null) return broken('it does not say when it was made');
  if (madeAt > now + VERIFICATION_LIMITS.clockSkewSeconds * 1000) return broken('it carries a date in the future');
  return { code: 'holder-key-proved', evidence: { date: made, audience: aud.slice(0, 200) } };
}

function broken(detail: string): Finding {
  return { code: 'holder-key-broken', evidence: { detail } };
}

function notChecked(detail: string): Finding {
  return { code: 'holder-key-not-checked', evidence: { detail } };
}
