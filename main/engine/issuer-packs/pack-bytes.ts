import { isObject } from '../../core/verification/json-fields.ts';
import { readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import type { IssuerPack } from '../../core/ports.ts';
import { ok, type Result } from '../../../shared/api/problems.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** A pack as it was read, beside the JSON in which it stands. */
export interface OpenedPack {
  readonly pack: IssuerPack;
  readonly json: JsonObject;
}

/** Reads a pack that shall be changed or described. Problems: those of readIssuerPack. */
export function openPack(bytes: Uint8Array): Result<OpenedPack> {
  const read = readIssuerPack(bytes);
  if (!read.ok) return read;
  // It was parsed strictly just now, so parsing it again can neither fail nor differ.
  const json = JSON.parse(new TextDecoder().decode(bytes)) as JsonObject;
  return ok({ pack: read.value, json });
}

/** The bytes of a pack: fields in a fixed order, maps sorted, indented by two; the same content gives the same bytes. */
export function packBytes(json: JsonObject): Uint8Array {
  const known = FIELD_ORDER.filter((name) => json[name] !== undefined);
  const others = Object.keys(json).filter((name) => !FIELD_ORDER.includes(name));
  const ordered = Object.fromEntries(
    [...known, ...others.toSorted()].map((name) => [name, sorted(json[name] ?? null)]),
  );
  return new TextEncoder().encode(`${JSON.stringify(ordered, null, 2)}\n`);
}

const FIELD_ORDER = [
  'version',
  'source',
  'retrievedAt',
  'expiresAt',
  'entries',
  'didDocuments',
  'statusLists',
  'contexts',
  'schemas',
  'retrieved',
  'proof',
];

/** Keys by code unit, at every level; lists as they are. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((name) => [name, sorted(value[name] ?? null)]),
  );
}
