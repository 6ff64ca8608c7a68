import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { isList, isObject } from '../verification/json-fields.ts';

/**
 * The credential of a JWT of VCDM 1.1: its `vc` claim, completed from the registered claims under their names in the
 * data model (VCDM 1.1 section 6.3.1, Open Badges 3.0 section 8.2.4): iss → issuer, sub → credentialSubject.id,
 * jti → id, nbf → issuanceDate, exp → expirationDate. Only what the `vc` claim lacks is filled in, so nothing that it
 * says is hidden; where both say different things the verification reports it. The signature covers the claims and
 * the `vc` claim alike, so every pointer into the result points at signed data.
 */
export function credentialOfClaims(vc: JsonObject, claims: JsonObject): JsonObject {
  return {
    ...vc,
    ...missing(vc, 'id', text(claims['jti'])),
    ...issuer(vc['issuer'], text(claims['iss'])),
    ...subject(vc['credentialSubject'], text(claims['sub'])),
    ...(vc['validFrom'] === undefined ? missing(vc, 'issuanceDate', instantOfClaim(claims['nbf'])) : {}),
    ...(vc['validUntil'] === undefined ? missing(vc, 'expirationDate', instantOfClaim(claims['exp'])) : {}),
  };
}

/** The presentation of a JWT of VCDM 1.1: its `vp` claim, completed with jti → id and iss → holder. */
export function presentationOfClaims(vp: JsonObject, claims: JsonObject): JsonObject {
  return { ...vp, ...missing(vp, 'id', text(claims['jti'])), ...missing(vp, 'holder', text(claims['iss'])) };
}

/** NumericDate (RFC 7519) as an RFC 3339 instant; undefined for what is no date of the years 0–9999. */
export function instantOfClaim(claim: Json | undefined): string | undefined {
  if (typeof claim !== 'number' || claim < -62_167_219_200 || claim > 253_402_300_799) return undefined;
  return new Date(claim * 1000).toISOString().replace('.000Z', 'Z');
}

function missing(json: JsonObject, property: string, value: string | undefined): JsonObject {
  return json[property] === undefined && value !== undefined ? { [property]: value } : {};
}

function issuer(stated: Json | undefined, id: string | undefined): JsonObject {
  if (id === undefined) return {};
  if (stated === undefined) return { issuer: id };
  return isObject(stated) && stated['id'] === undefined ? { issuer: { id, ...stated } } : {};
}

function subject(stated: Json | undefined, id: string | undefined): JsonObject {
  if (id === undefined) return {};
  if (stated === undefined) return { credentialSubject: { id } };
  if (isObject(stated) && stated['id'] === undefined) return { credentialSubject: { id, ...stated } };
  // Several subjects: `sub` names none of them in particular.
  const only = isList(stated) && stated.length === 1 ? stated[0] : undefined;
  return isObject(only) && only['id'] === undefined ? { credentialSubject: [{ id, ...only }] } : {};
}

function text(claim: Json | undefined): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
