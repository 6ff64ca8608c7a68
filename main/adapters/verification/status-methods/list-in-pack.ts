import type { Securing } from '../../../core/credentials/found-credential.ts';
import type { IssuerPack, TrustContext } from '../../../core/ports.ts';
import { isObject, textOf, textsOf } from '../../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { parseCompactJwt } from '../parse-compact-jwt.ts';

/** A list as a pack carries it, decoded and not trusted. */
export interface OpenedList {
  readonly json: JsonObject;
  readonly securing: Securing;
}

/** The newest pack that holds the list. */
export function packWithList(url: string, trust: TrustContext): IssuerPack | null {
  const packs = trust.packs.filter((pack) => Object.hasOwn(pack.statusLists, url));
  return packs.toSorted((a, b) => b.retrievedAt.localeCompare(a.retrievedAt))[0] ?? null;
}

/**
 * Opens a list in any of its forms: JSON with or without a proof, a JWT, or a JWT in an EnvelopedVerifiableCredential
 * (VCDM 2.0 §4.13). Answers `cbor` for a CWT, and null for what is none of these.
 */
export function openList(list: JsonObject | string | undefined): OpenedList | 'cbor' | null {
  if (typeof list === 'string') return parseCompactJwt(list) ?? (isCwt(list) ? 'cbor' : null);
  if (!isObject(list)) return null;
  if (!textsOf(list['type']).includes('EnvelopedVerifiableCredential')) {
    return { json: list, securing: { kind: list['proof'] === undefined ? 'none' : 'embedded-proof' } };
  }
  const [, jwt] =
    /^data:application\/(?:vc\+jwt|vc-ld\+jwt|jwt)(?:;[^,]*)?,(.*)$/s.exec(textOf(list['id']) ?? '') ?? [];
  return jwt === undefined ? null : parseCompactJwt(jwt);
}

/** COSE_Sign1 (tag 18, RFC 9052) as text: hexadecimal, or base64 of the bytes d2 84. */
function isCwt(text: string): boolean {
  return /^(?:d284|0oQ|2D3S)/i.test(text.trim());
}
