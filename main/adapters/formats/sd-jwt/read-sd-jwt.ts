import type { KeyBindingJwt, SdJwtSecuring } from '../../../core/credentials/found-credential.ts';
import { fail, ok, type Result } from '../../../../shared/api/problems.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { decodeCompactJws } from '../compact-jws.ts';
import { digestBy, processDisclosures } from './process-disclosures.ts';

/** Whether the text has the look of a compact SD-JWT: a JWS, then a tilde, then disclosures and perhaps another JWS. */
export function looksLikeSdJwt(text: string): boolean {
  return /^e[wy][A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*~[A-Za-z0-9_.~-]*$/.test(text);
}

/**
 * Decodes a compact SD-JWT (RFC 9901 section 4) and processes its disclosures, without verifying a signature. One
 * whose disclosures don't fit what was signed comes back with its `refusal` and without anything that was disclosed.
 *
 * Problems: those of a compact JWS; `jwt-malformed` with reason `key-binding` where the end is neither a tilde nor a JWS.
 */
export function readSdJwt(text: string): Result<SdJwtSecuring> {
  const [compact = '', ...rest] = text.split('~');
  const last = rest.pop();
  const issued = decodeCompactJws(compact);
  if (!issued.ok) return issued;
  if (last === undefined) return fail('jwt-malformed', { reason: 'tilde' });
  const { header, payload } = issued.value;
  const keyBinding = last === '' ? ok(null) : readKeyBinding(last, text, payload);
  if (!keyBinding.ok) return keyBinding;
  const base = { kind: 'sd-jwt', compact, header, disclosures: rest, keyBinding: keyBinding.value } as const;
  const processed = processDisclosures(payload, rest);
  if (!processed.accepted)
    return ok({ ...base, payload: plainClaims(payload), keptBack: 0, refusal: processed.refusal });
  const { keptBack } = processed;
  const hidden = processed.disclosedNames.find((name) => payload['vct'] !== undefined && NEVER_HIDDEN.has(name));
  if (hidden !== undefined || processed.disclosedNames.includes('vct'))
    return ok({ ...base, payload: plainClaims(payload), keptBack, refusal: 'it discloses an entry that must be open' });
  return ok({ ...base, payload: processed.payload, keptBack, refusal: null });
}

/** Claims of an SD-JWT VC that its issuer must not make selectively disclosable (draft-ietf-oauth-sd-jwt-vc section 2.2.2). */
const NEVER_HIDDEN = new Set(['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status']);

function readKeyBinding(last: string, text: string, payload: JsonObject): Result<KeyBindingJwt> {
  const decoded = decodeCompactJws(last);
  if (!decoded.ok) return fail('jwt-malformed', { reason: 'key-binding' });
  const digest = digestBy(payload['_sd_alg']);
  // Section 4.3.1: over all that stands before it, the last tilde included. A refused method has no digest to give.
  const presentedHash = digest === null ? '' : digest(text.slice(0, text.length - last.length));
  return ok({ ...decoded.value, presentedHash });
}

function plainClaims(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !['_sd', '_sd_alg', '...'].includes(name)));
}
