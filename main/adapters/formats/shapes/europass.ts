import type { ShapeReader } from '../container.ts';
import { contextUrlsOf, isArray, isObject, typesOf } from '../json-values.ts';
import { decodeText } from '../decode-text.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

/** European Digital Credentials (European Learning Model), sealed with JAdES. Named, not read. */
export const europass: ShapeReader = {
  name: 'europass',
  recognises: (json) => isEuropean(json) || isSealed(json),
  read(_secured, place, readers) {
    readers.problem({ code: 'format-europass', params: place.pointer === '' ? {} : { pointer: place.pointer } });
  },
};

function isEuropean(json: JsonObject): boolean {
  return (
    typesOf(json).some((type) => /^(?:EuropeanDigitalCredential|EuropassCredential)$/.test(type)) ||
    contextUrlsOf(json).some((url) => url.includes('data.europa.eu/snb'))
  );
}

/** JAdES in JSON serialisation: the credential is the base64url payload. */
function isSealed(json: JsonObject): boolean {
  if (typeof json['payload'] !== 'string' || !(isArray(json['signatures']) || isObject(json['signatures'])))
    return false;
  const text = decodeText(Buffer.from(json['payload'], 'base64url')) ?? '';
  return text.includes('EuropeanDigitalCredential') || text.includes('data.europa.eu/snb');
}
