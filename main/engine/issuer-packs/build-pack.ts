import { parseStrictJson } from '../../core/json/strict-json.ts';
import type { NamedFile } from '../../core/ports.ts';
import { isList, isObject } from '../../core/verification/json-fields.ts';
import { PACK_LIMITS } from '../../adapters/verification/packs/pack-limits.ts';
import { readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { readEntryTable } from './entry-table.ts';
import { packBytes } from './pack-bytes.ts';
import { recognisePart, type PackPart } from './pack-part.ts';

export interface BuildRequest {
  readonly source: string;
  readonly version: string;
  readonly retrievedAt: Instant;
  readonly expiresAt: Instant | null;
  /** Lists of issuers: JSON (as `entries` in a pack, or a whole pack), or CSV. */
  readonly entries: readonly NamedFile[];
  /** DID documents, status lists, contexts and schemas. */
  readonly documents: readonly NamedFile[];
}

/** An unsigned pack, or the file that stood in its way (null where it is the pack as a whole). */
export type BuiltPack =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly problem: Problem; readonly file: string | null };

/**
 * Builds a pack out of files; the same files give the same bytes. Problems: `pack-part-unusable` with the file, and
 * those of reading the pack as it came out.
 */
export function buildPack(request: BuildRequest): BuiltPack {
  const { version, source, retrievedAt, expiresAt } = request;
  const entries: Json[] = [];
  for (const { name, bytes } of request.entries) {
    const read = readEntries(name, bytes);
    if (!read.ok) return { ...read, file: name };
    entries.push(...read.value);
  }
  const parts = new Map<string, PackPart & { readonly file: string }>();
  for (const { name, bytes } of request.documents) {
    const part = recognisePart(bytes);
    if (!part.ok) return { ...part, file: name };
    const key = `${part.value.table} ${part.value.id}`;
    const twin = parts.get(key);
    if (twin !== undefined) return twice(name, `${twin.file} has ${part.value.id} already`);
    parts.set(key, { ...part.value, file: name });
  }
  const table = (of: PackPart['table']): JsonObject =>
    Object.fromEntries([...parts.values()].filter((part) => part.table === of).map(({ id, content }) => [id, content]));
  const bytes = packBytes({
    ...{ version, source, retrievedAt, expiresAt },
    entries: entries.toSorted((one, other) => (firstIdOf(one) < firstIdOf(other) ? -1 : 1)),
    didDocuments: table('didDocuments'),
    statusLists: table('statusLists'),
    contexts: table('contexts'),
    schemas: table('schemas'),
  });
  const written = readIssuerPack(bytes, retrievedAt);
  return written.ok ? { ok: true, value: bytes } : { ...written, file: null };
}

function readEntries(name: string, bytes: Uint8Array): Result<readonly Json[]> {
  const text = new TextDecoder().decode(bytes);
  if (/\.(?:csv|tsv)$/i.test(name)) return readEntryTable(text);
  const parsed = parseStrictJson(text, { depth: PACK_LIMITS.depth, nodes: PACK_LIMITS.nodes });
  if (!parsed.ok) {
    const { line = 1, column = 1 } = parsed.problem.params;
    return fail('pack-part-unusable', { detail: `its JSON is refused in line ${line}, column ${column}` });
  }
  const json = parsed.value;
  const entries = isObject(json) ? json['entries'] : json;
  return isList(entries) ? ok(entries) : fail('pack-part-unusable', { detail: 'it is no list of issuers' });
}

function firstIdOf(entry: Json): string {
  const ids = isObject(entry) ? entry['ids'] : null;
  return String((isList(ids ?? undefined) ? (ids as readonly Json[])[0] : ids) ?? '');
}

function twice(file: string, detail: string): BuiltPack {
  return { ...fail('pack-part-unusable', { detail }), file };
}
