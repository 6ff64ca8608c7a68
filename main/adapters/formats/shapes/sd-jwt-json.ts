import type { ShapeReader } from '../container.ts';
import { isArray, isObject, listOf, typesOf } from '../json-values.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';

/** SD-JWT in JSON serialisation, flattened or general, or a JWS whose payload has digests of disclosures. Named, not read. */
export const sdJwtJson: ShapeReader = {
  name: 'sd-jwt-json',
  recognises: (json) => isSerialised(json) || (isArray(json['_sd']) && typesOf(json).length === 0),
  read(_secured, place, readers) {
    readers.problem({ code: 'format-sd-jwt', params: place.pointer === '' ? {} : { pointer: place.pointer } });
  },
};

function isSerialised(json: JsonObject): boolean {
  if (typeof json['payload'] !== 'string') return false;
  const signatures = [json, ...listOf(json['signatures'])].filter(isObject);
  return signatures.some(({ header }) => isObject(header) && isArray(header['disclosures']));
}
