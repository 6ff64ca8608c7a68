import type { Json, JsonObject } from '../../../shared/model/json.ts';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The trimmed text of a field; empty where it is none. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The objects of a field that holds one or a list. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** The texts of a field that holds one or a list. */
export function textsOf(value: Json | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value])
    .map((one) => textOf(one as Json | undefined))
    .filter((one) => one !== '');
}
