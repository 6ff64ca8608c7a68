import type { Json, JsonObject } from '../../../shared/model/json.ts';

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property that may hold one value or an array of them; absent and null are none. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isArray(value) ? value : [value];
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The `type` of a JSON-LD object (`@type` in older ones). */
export function typesOf(json: JsonObject): readonly string[] {
  return listOf(json['type'] ?? json['@type']).filter((type) => typeof type === 'string');
}

/** The context URLs of an object; inline contexts are left out. */
export function contextUrlsOf(json: JsonObject): readonly string[] {
  return listOf(json['@context']).filter((context) => typeof context === 'string');
}

/** The id of a property that holds an id or an object with one (`issuer`, `holder`). */
export function idOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : null;
}
