import { deflateSync, gzipSync } from 'node:zlib';
import type { IssuerPack, TrustContext } from '../../../main/core/ports.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { CREDENTIALS_V2 } from '../../fixtures/signing/contexts.ts';
import { signJson } from '../../fixtures/signing/data-integrity.ts';
import { signJwt } from '../../fixtures/signing/jwt.ts';
import { base64url } from '../../fixtures/signing/keys.ts';
import { badge, CREATED, ISSUER_KEY, pack, signerOf, trustIn, verified, WEB_ISSUER } from './example-credentials.ts';
import type { Check } from '../../../shared/model/check.ts';

export const LIST_URL = 'https://lakeside.example/status/1';
export const SIGNER = signerOf(ISSUER_KEY, WEB_ISSUER);
export const FRESH = '2026-11-21T00:00:00Z';

/** A pack that carries this list under the URL of the examples. */
export const packWith = (list: JsonObject | string, changes: Partial<IssuerPack> = {}): IssuerPack =>
  pack({ statusLists: { [LIST_URL]: list }, ...changes });

/** Puts each value at its place, `size` bits each, the highest bit first. */
export function bitstring(size: number, values: Readonly<Record<number, number>>, entries = 1024): Uint8Array {
  const bits = new Uint8Array(Math.ceil((entries * size) / 8));
  for (const [index, value] of Object.entries(values)) {
    for (let bit = 0; bit < size; bit += 1) {
      const place = Number(index) * size + bit;
      if (((value >> (size - 1 - bit)) & 1) === 1) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
    }
  }
  return bits;
}

export const packed = (bits: Uint8Array): string => `u${base64url(gzipSync(bits))}`;

/** A list of bits as it is before anybody signs it. */
export function bitList(subject: JsonObject, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2],
    id: LIST_URL,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: WEB_ISSUER,
    validFrom: FRESH,
    credentialSubject: { id: `${LIST_URL}#list`, type: 'BitstringStatusList', ...subject },
    ...changes,
  };
}

/** Signs any list as the issuer, over its JSON. */
export const signed = (list: JsonObject, signer = SIGNER): JsonObject => signJson(list, signer, FRESH);

/** A token status list as its issuer signs it; `values` are put with the lowest bits first. */
export function tokenList(
  { bits, values }: { readonly bits: number; readonly values: Readonly<Record<number, number>> },
  claims: JsonObject = {},
  signer = SIGNER,
  header: JsonObject = {},
): string {
  const bytes = new Uint8Array(64);
  for (const [index, value] of Object.entries(values)) {
    const place = Number(index) * bits;
    bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (value << (place & 7));
  }
  const payload = {
    iss: WEB_ISSUER,
    sub: LIST_URL,
    iat: Date.parse(FRESH) / 1000,
    ttl: 7 * 86_400,
    status_list: { bits, lst: base64url(deflateSync(bytes)) },
    ...claims,
  };
  return signJwt(payload, signer, { typ: 'statuslist+jwt', ...header });
}

/** What the status check says of a badge with this status entry, judged with this pack. */
export async function statusOf(entry: JsonObject | readonly JsonObject[], trust: TrustContext): Promise<Check> {
  // Signed over its JSON, because not every one of these words has a vocabulary.
  const json = signJson(badge(WEB_ISSUER, { credentialStatus: entry }), SIGNER, CREATED);
  return (await verified(json, trust)).report.checks.status;
}

/** The same for a credential that is a JWT, with these claims beside the badge. */
export async function statusOfToken(claims: JsonObject, list: JsonObject | string): Promise<Check> {
  const json = signJwt({ ...badge(WEB_ISSUER), iss: WEB_ISSUER, iat: Date.parse(CREATED) / 1000, ...claims }, SIGNER);
  return (await verified(json, trustIn(packWith(list)))).report.checks.status;
}
