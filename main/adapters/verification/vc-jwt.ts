import { compactVerify, errors } from 'jose';
import type { Securing } from '../../core/credentials/found-credential.ts';
import type { ProofFacts } from '../../core/verification/facts.ts';
import { stateOf, type Finding } from '../../core/verification/finding.ts';
import { instantOfSeconds, millisecondsOf } from '../../core/verification/instants.ts';
import { idOf, isObject, textOf, valuesOf } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { SignerQuestion } from './embedded-proofs.ts';
import type { PlainKey, VerificationKey } from './keys/verification-key.ts';
import { findSigningKeys, type SigningKey } from './signing-key.ts';
import { isEnveloping, judgeHeader, type TokenUse } from './token-header.ts';

type Jwt = Extract<Securing, { readonly kind: 'jwt' }>;

/** The signature methods that are accepted, and the one kind of key that goes with each (RFC 7518, RFC 8037, RFC 9864). */
const ALGORITHMS: Readonly<Record<string, VerificationKey['kind']>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
  RS256: 'RSA',
  PS256: 'RSA',
};
/** Methods without a public key: `none` signs nothing, and with HMAC whoever can check can also forge. */
const UNSAFE = /^(none|hs\d+)$/i;

/** A compact JWS, decoded and not trusted. */
type Token = Omit<Jwt, 'kind'>;

/**
 * Checks a compact JWS over a credential or a presentation. Keys come from the signer's id or a pack; `jwk` and `x5c`
 * in the header are the file's own word and are not looked at.
 */
export async function verifyJwt(jwt: Jwt, json: JsonObject, question: SignerQuestion): Promise<ProofFacts> {
  const { header, payload } = jwt;
  const alg = textOf(header['alg']) ?? 'none';
  const kid = textOf(header['kid']) ?? question.stated?.key ?? null;
  const signedAt = claimInstant(payload['iat']) ?? claimInstant(payload['nbf']) ?? question.stated?.signedAt ?? null;
  const keys = findSigningKeys({ ...question, method: kid, signedAt }, question.packs);
  const { integrity, by } = await checkSignature(jwt, question.use ?? null, keys);
  const disagreement = stateOf(integrity) === 'pass' ? contradictionIn(jwt, json, question) : null;
  return {
    suite: alg,
    verificationMethod: kid ?? textOf(by.binding.evidence?.['method'] as Json | undefined),
    integrity: disagreement ?? integrity,
    binding: by.binding,
    created: claimInstant(payload['iat']),
    expires: null,
    challenge: textOf(payload['nonce']),
  };
}

/**
 * Checks a compact JWS with this one key and answers an `integrity` finding: the method is on the list and goes with
 * the key, the header demands nothing unknown, the signature holds. What the payload says is for the caller to judge.
 */
export async function checkTokenSignature(token: Token, key: PlainKey, use: TokenUse | null): Promise<Finding> {
  const given: SigningKey = { key, unavailable: UNNAMED_KEY, binding: UNNAMED_KEY };
  return (await checkSignature(token, use, [given])).integrity;
}

const UNNAMED_KEY: Finding = { code: 'key-unavailable', evidence: { method: 'not named' } };

/** The registered claims that bound the credential's validity. */
export function claimsOf(payload: JsonObject): {
  readonly notBefore: Instant | null;
  readonly expires: Instant | null;
  readonly issued: Instant | null;
} {
  return {
    notBefore: claimInstant(payload['nbf']),
    expires: claimInstant(payload['exp']),
    issued: claimInstant(payload['iat']),
  };
}

interface CheckedSignature {
  readonly integrity: Finding;
  readonly by: SigningKey;
}

async function checkSignature(
  jwt: Token,
  use: TokenUse | null,
  keys: readonly [SigningKey, ...SigningKey[]],
): Promise<CheckedSignature> {
  const [first] = keys;
  const alg = textOf(jwt.header['alg']) ?? 'none';
  if (UNSAFE.test(alg)) return { integrity: { code: 'jwt-algorithm-refused', evidence: { alg } }, by: first };
  const kind = Object.hasOwn(ALGORITHMS, alg) ? ALGORITHMS[alg] : undefined;
  if (kind === undefined) return { integrity: { code: 'suite-not-supported', evidence: { suite: alg } }, by: first };
  const unfit = judgeHeader(jwt.header, use);
  if (unfit !== null) return { integrity: unfit, by: first };
  const withKey = keys.filter((each) => each.key !== null);
  if (withKey.length === 0) return { integrity: first.unavailable, by: first };
  const fitting = withKey.filter((each) => each.key?.kind === kind).slice(0, VERIFICATION_LIMITS.proofs);
  let outcome: CheckedSignature = {
    integrity: { code: 'key-kind-mismatch', evidence: { suite: alg, kind: withKey[0]?.key?.kind ?? '' } },
    by: withKey[0] ?? first,
  };
  for (const each of fitting) {
    outcome = { integrity: await verifyWith(jwt.compact, alg, each.key), by: each };
    if (stateOf(outcome.integrity) === 'pass') return outcome;
  }
  return outcome;
}

async function verifyWith(compact: string, alg: string, key: VerificationKey | null): Promise<Finding> {
  if (key === null || key.key === null) return UNNAMED_KEY;
  if (key.kind === 'RSA' && key.bits < VERIFICATION_LIMITS.rsaBits) {
    return { code: 'key-too-weak', evidence: { bits: key.bits, minimum: VERIFICATION_LIMITS.rsaBits } };
  }
  try {
    await compactVerify(compact.trim(), key.key, { algorithms: [alg] });
    return { code: 'signature-valid', evidence: { suite: alg } };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { code: 'signature-invalid', evidence: { suite: alg } };
    return {
      code: 'proof-malformed',
      evidence: { detail: error instanceof errors.JOSEError ? error.code : 'unreadable' },
    };
  }
}

/** What is wrong with the claims of a token whose signature holds: an `integrity` finding, or null. */
function contradictionIn({ header, payload }: Token, json: JsonObject, question: SignerQuestion): Finding | null {
  const malformed = ['nbf', 'exp', 'iat'].find(
    (claim) => payload[claim] !== undefined && claimInstant(payload[claim]) === null,
  );
  // A date that can't be read must not pass for one that isn't there (RFC 7519 section 4.1.4).
  if (malformed !== undefined) return { code: 'proof-malformed', evidence: { detail: `its ${malformed} is no date` } };
  // VC-JOSE-COSE section 3: such a token is the credential itself, and has no second one inside.
  if (isEnveloping(header) && (payload['vc'] !== undefined || payload['vp'] !== undefined))
    return { code: 'proof-malformed', evidence: { detail: 'it holds a second credential' } };
  return disagreementOf(payload, json, question.relationship);
}

/**
 * Open Badges 3.0 §8.2.4 and VC-JOSE-COSE §3: the registered claims repeat what the credential says, and must not say
 * otherwise. A claim that is absent says nothing.
 */
function disagreementOf(
  payload: JsonObject,
  json: JsonObject,
  relationship: SignerQuestion['relationship'],
): Finding | null {
  const disagrees = (claim: string): Finding => ({ code: 'jwt-claims-disagree', evidence: { claim } });
  if (differs(payload['jti'], json['id'])) return disagrees('the id (jti)');
  if (relationship === 'authentication')
    return differs(payload['iss'], idOf(json['holder'])) ? disagrees('the holder (iss)') : null;
  if (differs(payload['iss'], idOf(json['issuer']))) return disagrees('the issuer (iss)');
  const subjects = valuesOf(json['credentialSubject']);
  const [subject] = subjects;
  if (subjects.length === 1 && differs(payload['sub'], isObject(subject) ? subject['id'] : undefined)) {
    return disagrees('the person (sub)');
  }
  if (
    subjects.length > 1 &&
    !subjects.some((each) => !differs(payload['sub'], isObject(each) ? each['id'] : undefined))
  )
    return disagrees('the person (sub)');
  if (datesDiffer(payload['nbf'], json['validFrom'] ?? json['issuanceDate'])) return disagrees('the beginning (nbf)');
  if (datesDiffer(payload['exp'], json['validUntil'] ?? json['expirationDate'])) return disagrees('the end (exp)');
  return null;
}

function differs(claim: Json | undefined, stated: Json | undefined): boolean {
  return claim !== undefined && stated !== undefined && stated !== null && claim !== stated;
}

/** A NumericDate has whole seconds as a rule: a fraction in the credential's own date is no disagreement. */
function datesDiffer(claim: Json | undefined, stated: Json | undefined): boolean {
  if (claim === undefined || stated === undefined || stated === null) return false;
  const milliseconds = typeof stated === 'string' ? millisecondsOf(stated) : null;
  if (typeof claim !== 'number' || milliseconds === null) return true;
  return Math.abs(claim * 1000 - milliseconds) >= 1000;
}

function claimInstant(claim: Json | undefined): Instant | null {
  return typeof claim === 'number' ? instantOfSeconds(claim) : null;
}
