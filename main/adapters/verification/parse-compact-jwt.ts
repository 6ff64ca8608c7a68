import type { Securing } from '../../core/credentials/found-credential.ts';
import { isObject } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** A JWT that stands inside other data (a status list of a pack, an endorsement), decoded and not trusted. */
export interface EmbeddedJwt {
  readonly json: JsonObject;
  readonly securing: Securing;
}

/** Decodes a compact JWS over a credential, with or without the `vc` claim; null where it is none. */
export function parseCompactJwt(text: string): EmbeddedJwt | null {
  const compact = text.trim();
  const parts = compact.split('.');
  const [header, payload] = parts.map(decodePart);
  if (parts.length !== 3 || !isObject(header) || !isObject(payload)) return null;
  const json = isObject(payload['vc']) ? payload['vc'] : payload;
  return { json, securing: { kind: 'jwt', compact, header, payload } };
}

function decodePart(part: string): Json | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}
