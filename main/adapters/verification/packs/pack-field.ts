import { isList, isObject, valuesOf } from '../../../core/verification/json-fields.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { PACK_LIMITS } from './pack-limits.ts';

/** Leaves the reading of a pack at the first field that is wrong; caught in issuer-pack.ts and nowhere else. */
export class Malformed extends Error {
  /** Names of fields and places in lists with `/` between them: `entries/3/keys/0/validUntil`. */
  readonly path: string;
  /** What is wrong, as the end of a sentence that begins with “it”. */
  readonly detail: string;

  constructor(path: string, detail: string) {
    super(`${path}: ${detail}`);
    this.name = 'Malformed';
    this.path = path;
    this.detail = detail;
  }
}

/** A field of a pack with the path to it. A null counts as absent. */
export interface Field {
  readonly value: Json | null;
  readonly path: string;
}

export function fieldOf(json: JsonObject, name: string, path = ''): Field {
  return { value: json[name] ?? null, path: path === '' ? name : `${path}/${name}` };
}

export function objectAt({ value, path }: Field): JsonObject {
  if (!isObject(value ?? undefined)) throw new Malformed(path, 'is not a group of fields');
  return value as JsonObject;
}

/** A text that is there. */
export function textAt({ value, path }: Field, length: number): string {
  if (value === null) throw new Malformed(path, 'is missing');
  if (typeof value !== 'string') throw new Malformed(path, 'is not a text');
  if (value.trim() === '') throw new Malformed(path, 'is empty');
  if (value.length > length) throw new Malformed(path, `is longer than ${length} characters`);
  return value;
}

export function optionalTextAt(field: Field, length: number): string | null {
  return field.value === null ? null : textAt(field, length);
}

/** An instant with its time and zone, as RFC 3339 has it. */
export function instantAt(field: Field): Instant {
  const text = textAt(field, PACK_LIMITS.nameLength);
  if (millisecondsOf(text) === null) throw new Malformed(field.path, 'is not a date with time (2026-11-01T00:00:00Z)');
  return text;
}

export function optionalInstantAt(field: Field): Instant | null {
  return field.value === null ? null : instantAt(field);
}

/** A list, which may be left out; each item with its path. */
export function listAt({ value, path }: Field, limit: number): readonly Field[] {
  if (value === null) return [];
  if (!isList(value)) throw new Malformed(path, 'is not a list');
  if (value.length > limit) throw new Malformed(path, `has more than ${limit} items`);
  return value.map((item, index) => ({ value: item, path: `${path}/${index}` }));
}

/** Texts in a list; one alone may stand without it. */
export function textsAt({ value, path }: Field, limit: number, length: number): readonly string[] {
  const values = valuesOf(value ?? undefined);
  if (values.length > limit) throw new Malformed(path, `has more than ${limit} items`);
  return values.map((item, index) =>
    textAt({ value: item, path: isList(value ?? undefined) ? `${path}/${index}` : path }, length),
  );
}
