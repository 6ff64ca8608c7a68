import { credentialOfClaims, instantOfClaim, presentationOfClaims } from '../../../core/credentials/jwt-claims.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { isObject, typesOf } from '../json-values.ts';

/**
 * The credential of a processed SD-JWT payload. VC-JOSE-COSE has the credential itself as payload, VCDM 1.1 a claim
 * `vc`; an SD-JWT VC has flat claims, which stay where they stand and get their names in the data model beside them:
 * vct → type, iss → issuer, sub → credentialSubject.id, jti → id, nbf → issuanceDate, iat → issued,
 * exp → expirationDate. Open Badges claims that stand flat (`achievement` and what describes how it was earned) are
 * those of the subject.
 */
export function credentialOfSdJwt(payload: JsonObject): JsonObject {
  const { vc, vp } = payload;
  if (isObject(vp)) return presentationOfClaims(vp, payload);
  if (isObject(vc)) return credentialOfClaims(vc, payload);
  if (typeof payload['vct'] !== 'string') return credentialOfClaims(payload, payload);
  const { subject, others } = withSubject(payload);
  const issued = instantOfClaim(payload['iat']);
  return {
    ...credentialOfClaims({ ...others, credentialSubject: subject }, payload),
    ...(typesOf(payload).length === 0 ? { type: [payload['vct']] } : {}),
    ...(issued === undefined || payload['issued'] !== undefined ? {} : { issued }),
  };
}

/** What Open Badges 3.0 puts into AchievementSubject beside `id`, `type` and `identifier`. */
const OF_THE_SUBJECT = [
  'achievement',
  'result',
  'creditsEarned',
  'activityStartDate',
  'activityEndDate',
  'licenseNumber',
  'narrative',
  'role',
  'source',
  'term',
  'identifier',
];

function withSubject(payload: JsonObject): { readonly subject: Json; readonly others: JsonObject } {
  const { credentialSubject, ...others } = payload;
  if (credentialSubject !== undefined) return { subject: credentialSubject, others };
  const parts = [payload['given_name'], payload['family_name']].filter((part) => typeof part === 'string');
  const naming = parts.length === 0 ? {} : { name: parts.join(' ') };
  // Beside an achievement the name is that of the badge; in a token about a person it is the person's (OpenID Connect).
  const ofPerson = isObject(payload['achievement']) ? OF_THE_SUBJECT : ['name'];
  const mine = (claim: string): boolean => ofPerson.includes(claim);
  const entries = Object.entries(others);
  return {
    subject: { ...naming, ...Object.fromEntries(entries.filter(([claim]) => mine(claim))) },
    others: Object.fromEntries(entries.filter(([claim]) => !mine(claim))),
  };
}
