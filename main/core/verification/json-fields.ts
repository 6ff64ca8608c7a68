import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** Reading fields of a credential, where one value may stand alone or in an array, and an object may be only its id. */

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The values of a field: none, one or many. */
export function valuesOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The id of something that is written as a string or as an object with `id`. */
export function idOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return textOf(value);
  return isObject(value) ? textOf(value['id']) : null;
}

/** The objects among the values of a field. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return valuesOf(value).filter(isObject);
}

/** The strings among the values of a field. */
export function textsOf(value: Json | undefined): readonly string[] {
  return valuesOf(value).filter((item) => typeof item === 'string');
}

/** A text that may be written plainly, with a language (`@value`), or as a language map; the first one found. */
export function nameOf(value: Json | undefined): string | null {
  for (const item of valuesOf(value)) {
    if (typeof item === 'string' && item !== '') return item;
    if (isObject(item) && typeof item['@value'] === 'string') return item['@value'];
  }
  return null;
}
