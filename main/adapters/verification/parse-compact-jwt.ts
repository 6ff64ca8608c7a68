import type { Securing } from '../../core/credentials/found-credential.ts';
import { credentialOfClaims } from '../../core/credentials/jwt-claims.ts';
import { parseStrictJson, type JsonLimits } from '../../core/json/strict-json.ts';
import { isObject } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** A JWT that stands inside other data (a status list of a pack, an endorsement), decoded and not trusted. */
export interface EmbeddedJwt {
  readonly json: JsonObject;
  readonly securing: Securing;
}

/** As for the files in which it comes: a JWT may hide from the limits of the JSON around it. */
const LIMITS: JsonLimits = { depth: 64, nodes: 20_000 };

/**
 * Decodes a compact JWS over a credential, with or without the `vc` claim; null where it is none, says a thing twice or
 * is deeper or larger than a credential may be.
 */
export function parseCompactJwt(text: string): EmbeddedJwt | null {
  const compact = text.trim();
  const parts = compact.split('.');
  if (parts.length !== 3) return null;
  const [header, payload] = parts.slice(0, 2).map(decodePart);
  if (!isObject(header) || !isObject(payload)) return null;
  const json = isObject(payload['vc']) ? credentialOfClaims(payload['vc'], payload) : payload;
  return { json, securing: { kind: 'jwt', compact, header, payload } };
}

function decodePart(part: string): Json | undefined {
  if (!/^[\w-]+$/.test(part)) return undefined;
  const parsed = parseStrictJson(Buffer.from(part, 'base64url').toString('utf8'), LIMITS);
  return parsed.ok ? parsed.value : undefined;
}
