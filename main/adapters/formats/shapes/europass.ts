import type { ShapeReader } from '../container.ts';
import { contextUrlsOf, isArray, isObject, typesOf } from '../json-values.ts';
import { decodeText } from '../decode-text.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

/**
 * European Digital Credentials (European Learning Model), sealed with JAdES (ETSI TS 119 182-1): a JWS in compact or
 * JSON serialisation, flattened or general. Named, not read: the seal's certificate is judged by the trusted lists of
 * the European Union.
 */
export const europass: ShapeReader = {
  name: 'europass',
  recognises: (json) => isEuropean(json) || isSealed(json),
  read({ json, token }, place, readers) {
    const at = place.pointer === '' ? {} : { pointer: place.pointer };
    const form = token !== null || isSealed(json) ? 'jades' : 'json';
    readers.problem({ code: 'format-europass', params: { ...at, form } });
  },
};

function isEuropean(json: JsonObject): boolean {
  return (
    typesOf(json).some((type) => /^(?:EuropeanDigital(?:Credential|Presentation)|EuropassCredential)$/.test(type)) ||
    contextUrlsOf(json).some((url) => url.includes('data.europa.eu/snb'))
  );
}

/** The credential is the base64url payload of the JWS. */
function isSealed(json: JsonObject): boolean {
  const { payload, signatures, signature } = json;
  const signed = isArray(signatures) || isObject(signatures) || typeof signature === 'string';
  if (typeof payload !== 'string' || !signed) return false;
  const text = decodeText(Buffer.from(payload, 'base64url')) ?? '';
  return text.includes('EuropeanDigitalCredential') || text.includes('data.europa.eu/snb');
}
