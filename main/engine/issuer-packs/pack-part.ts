import { parseStrictJson } from '../../core/json/strict-json.ts';
import { isObject, objectsOf, textOf } from '../../core/verification/json-fields.ts';
import { PACK_LIMITS } from '../../adapters/verification/packs/pack-limits.ts';
import { sha256Of } from '../../adapters/verification/packs/read-documents.ts';
import { parseCompactJwt } from '../../adapters/verification/parse-compact-jwt.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** Where a document stands in a pack, and under which id or URL. */
export interface PackPart {
  readonly table: 'didDocuments' | 'statusLists' | 'contexts' | 'schemas';
  readonly id: string;
  /** As it stands in the pack: contexts and schemas with their hash, lists that are JWTs as text. */
  readonly content: JsonObject | string;
}

/**
 * Recognises a document that shall go into a pack: a DID document by its keys, a status list by being a credential or a
 * JWT, a context by its `@context`, a schema by its `$schema` or `$id`. What does not say its own URL (a context, most
 * of all) stands as `{ url, document }`. Problem: `pack-part-unusable`.
 */
export function recognisePart(bytes: Uint8Array): Result<PackPart> {
  const text = decode(bytes);
  if (text === null) return unusable('it is not text in UTF-8');
  if (looksLikeJwt(text)) return listOfJwt(text.trim(), null);
  const parsed = parsePart(text);
  if (!parsed.ok) return parsed;
  const json = parsed.value;
  const url = textOf(json['url']);
  const inner = json['document'] ?? json['credential'];
  if (url !== null && typeof inner === 'string' && looksLikeJwt(inner)) return listOfJwt(inner.trim(), url);
  return url !== null && isObject(inner) ? partOf(inner, url) : partOf(json, null);
}

/** A part of a kind that is known already, under the id that was asked for. */
export function partOfKind(table: PackPart['table'], id: string, bytes: Uint8Array): Result<PackPart> {
  const text = decode(bytes);
  if (text === null) return unusable('it is not text in UTF-8');
  if (table === 'statusLists' && looksLikeJwt(text)) return ok({ table, id, content: text.trim() });
  const parsed = parsePart(text);
  if (!parsed.ok) return parsed;
  const json = parsed.value;
  if (table === 'didDocuments' && json['id'] !== id) return unusable('it is the document of another id');
  if (table === 'contexts' && json['@context'] === undefined) return unusable('it is no JSON-LD context');
  // A list's own id, issuer and signature are judged when a credential refers to it.
  return ok({ table, id, content: withHash(table, json) });
}

function partOf(json: JsonObject, url: string | null): Result<PackPart> {
  const table = tableOf(json);
  if (table === null) return unusable('it is neither a DID document, a status list, a context nor a schema');
  const id = url ?? textOf(json['id']) ?? textOf(json['$id']);
  if (id === null) return unusable('it does not say its URL; write it as { "url": …, "document": … }');
  if (table === 'didDocuments' && json['id'] !== id) return unusable('it is the document of another id');
  return ok({ table, id, content: withHash(table, json) });
}

function tableOf(json: JsonObject): PackPart['table'] | null {
  if (json['$schema'] !== undefined || json['$id'] !== undefined) return 'schemas';
  const isCredential = json['credentialSubject'] !== undefined || json['proof'] !== undefined;
  if (isCredential || objectsOf(json['revokedCredential']).length > 0) return 'statusLists';
  if (DOCUMENT_FIELDS.some((name) => json[name] !== undefined)) return 'didDocuments';
  if (json['@context'] !== undefined && json['id'] === undefined) return 'contexts';
  return textOf(json['id'])?.startsWith('did:') === true ? 'didDocuments' : null;
}

const DOCUMENT_FIELDS = ['verificationMethod', 'assertionMethod', 'authentication'];

function listOfJwt(jwt: string, url: string | null): Result<PackPart> {
  const json = parseCompactJwt(jwt)?.json;
  if (json === undefined) return unusable('it is no JWT that can be read');
  const id = url ?? textOf(json['id']) ?? textOf(json['sub']) ?? textOf(json['jti']);
  return id === null ? unusable('it does not say its URL') : ok({ table: 'statusLists', id, content: jwt });
}

function withHash(table: PackPart['table'], document: JsonObject): JsonObject {
  return table === 'contexts' || table === 'schemas' ? { sha256: sha256Of(document), document } : document;
}

function looksLikeJwt(text: string): boolean {
  return /^\s*eyJ[\w-]*\.[\w-]+\.[\w-]*\s*$/.test(text);
}

function parsePart(text: string): Result<JsonObject> {
  const parsed = parseStrictJson(text, { depth: PACK_LIMITS.depth, nodes: PACK_LIMITS.nodes });
  if (!parsed.ok) {
    const { line = 1, column = 1 } = parsed.problem.params;
    return unusable(`its JSON is refused in line ${line}, column ${column} (${parsed.problem.code})`);
  }
  const json: Json = parsed.value;
  return isObject(json) ? ok(json) : unusable('it is JSON, but not a group of fields');
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unusable(detail: string): ReturnType<typeof fail> {
  return fail('pack-part-unusable', { detail });
}
