import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import type { DecodedJws } from './container.ts';
import { decodeText } from './decode-text.ts';
import { isObject } from './json-values.ts';
import { parseStrictJson } from './strict-json.ts';

/** Whether the text has the look of a compact JWS: three base64url parts, the first of which opens a JSON object (`{"`, `{ ` or `{` and a line break). */
export function looksLikeCompactJws(text: string): boolean {
  return /^e[wy][A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/.test(text);
}

/**
 * Decodes a compact JWS (RFC 7515) without verifying it. Duplicate header parameters and claims are refused
 * (RFC 7515 section 4, RFC 7519 section 4).
 *
 * Problems: `jwt-malformed` with `reason` (`parts`, `encrypted`, `header`, `payload`), and those of the strict parser.
 */
export function decodeCompactJws(compact: string): Result<DecodedJws> {
  const parts = compact.split('.');
  if (parts.length === 5) return fail('jwt-malformed', { reason: 'encrypted' });
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) {
    return fail('jwt-malformed', { reason: 'parts' });
  }
  // A signature may be absent here, which the verification then says; bits that no decoder looks at may not be set.
  if (signature !== '' && !isCanonical(signature)) return fail('jwt-malformed', { reason: 'signature' });
  const decodedHeader = decodePart(header, 'header');
  if (!decodedHeader.ok) return decodedHeader;
  const decodedPayload = decodePart(payload, 'payload');
  if (!decodedPayload.ok) return decodedPayload;
  return ok({ compact, header: decodedHeader.value, payload: decodedPayload.value });
}

function decodePart(part: string, reason: 'header' | 'payload'): Result<JsonObject> {
  if (!isCanonical(part)) return fail('jwt-malformed', { reason });
  const text = decodeText(Buffer.from(part, 'base64url'));
  if (text === null) return fail('jwt-malformed', { reason });
  const json = parseStrictJson(text);
  if (!json.ok) return json.problem.code === 'broken-json' ? fail('jwt-malformed', { reason }) : json;
  return isObject(json.value) ? ok(json.value) : fail('jwt-malformed', { reason });
}

/** Base64url without padding, and with nothing in its last bits (RFC 4648 section 3.5): one text for each value. */
function isCanonical(part: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part;
}
