import type { JsonObject } from '../../../../shared/model/json.ts';
import type { ShapeReader } from '../container.ts';
import { isArray, isObject, listOf } from '../json-values.ts';

/**
 * An SD-JWT in JSON serialisation (RFC 9901 section 8), flattened or general with one signature; it is read as the
 * compact one that it stands for. Several signatures are named and not read: which of them counts is not said.
 */
export const sdJwtJson: ShapeReader = {
  name: 'sd-jwt-json',
  recognises: (json) => typeof json['payload'] === 'string' && signaturesOf(json).some(hasDisclosures),
  read({ json }, place, readers) {
    const at = place.pointer === '' ? {} : { pointer: place.pointer };
    const [signature, ...others] = signaturesOf(json);
    const compact = signature === undefined ? null : compactOf(json, signature);
    if (others.length > 0) readers.problem({ code: 'format-sd-jwt', params: { ...at, signatures: others.length + 1 } });
    else if (compact === null) readers.problem({ code: 'jwt-malformed', params: { ...at, reason: 'serialisation' } });
    else readers.sdJwt(compact, place.container === 'json' ? { ...place, container: 'sd-jwt' } : place);
  },
};

/** The general form lists signatures; the flattened form is itself one. */
function signaturesOf(json: JsonObject): readonly JsonObject[] {
  return (json['signatures'] === undefined ? [json] : listOf(json['signatures'])).filter(isObject);
}

function hasDisclosures({ header }: JsonObject): boolean {
  return isObject(header) && (isArray(header['disclosures']) || typeof header['kb_jwt'] === 'string');
}

function compactOf({ payload }: JsonObject, signature: JsonObject): string | null {
  const header = isObject(signature['header']) ? signature['header'] : {};
  const disclosures = listOf(header['disclosures']);
  const parts = [signature['protected'], payload, signature['signature']];
  const last = header['kb_jwt'] ?? '';
  // A part that is no base64url could shift the borders of the others.
  if (!parts.every(isPart) || !disclosures.every(isPart) || typeof last !== 'string' || !/^[\w.-]*$/.test(last))
    return null;
  return [parts.join('.'), ...disclosures, last].join('~');
}

function isPart(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+$/.test(value);
}
