import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { IssuerPack } from '../../../core/ports.ts';
import { isList, isObject, textOf } from '../../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { carriedContext } from '../contexts/context-table.ts';
import { parseCompactJwt } from '../parse-compact-jwt.ts';
import { fieldOf, Malformed, objectAt, type Field } from './pack-field.ts';
import { PACK_LIMITS } from './pack-limits.ts';

type Documents = Readonly<Record<string, JsonObject>>;

/** DID and key documents by id: as a map, or one after the other. Each states the id that it stands under. */
export function readDidDocuments(field: Field): Documents {
  return byId(field, PACK_LIMITS.didDocuments, ownId, (document) => {
    const json = objectAt(document.field);
    if (json['id'] !== document.id) throw new Malformed(`${document.field.path}/id`, `is not ${document.id}`);
    return json;
  });
}

/** Status lists by URL, a JSON credential or a JWT each: as a map, or as a list of them or of `{ url, credential }`. */
export function readStatusLists(field: Field): IssuerPack['statusLists'] {
  return byId(field, PACK_LIMITS.statusLists, listUrl, ({ field: list }) => {
    const wrapped = isObject(list.value ?? undefined) ? inWrapping(objectAt(list), list.path) : list;
    if (typeof wrapped.value !== 'string') return objectAt(wrapped);
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(wrapped.value)) throw new Malformed(wrapped.path, 'is neither JSON nor a JWT');
    return wrapped.value;
  });
}

/**
 * Contexts by URL. A pack can't replace what Tessera carries, so those are left out, whatever they say. Each may stand
 * plainly, or as `{ sha256, document }` with the hash checked.
 */
export function readContexts(field: Field): Documents {
  const contexts = readHashed(field, PACK_LIMITS.contexts, (json) => json['@context'] !== undefined);
  for (const [url, context] of Object.entries(contexts)) {
    if (context['@context'] === undefined) throw new Malformed(`${field.path}/${url}`, 'has no @context');
  }
  return Object.fromEntries(Object.entries(contexts).filter(([url]) => carriedContext(url) === null));
}

/** JSON Schemas by URL, plainly or as `{ sha256, document }`. */
export function readSchemas(field: Field): Documents {
  return readHashed(field, PACK_LIMITS.schemas, (json) => json['sha256'] === undefined);
}

function readHashed(field: Field, limit: number, isPlain: (json: JsonObject) => boolean): Documents {
  return byId(field, limit, ownId, ({ field: item }) => {
    const json = objectAt(item);
    if (isPlain(json)) return json;
    const document = objectAt(fieldOf(json, 'document', item.path));
    const { value: sha256, path } = fieldOf(json, 'sha256', item.path);
    if (sha256 === null) return document;
    if (typeof sha256 !== 'string' || !/^[\da-f]{64}$/i.test(sha256)) {
      throw new Malformed(path, 'is not a SHA-256 in hexadecimal');
    }
    if (!hashesOf(document).includes(sha256.toLowerCase())) throw new Malformed(path, 'is not that of the document');
    return document;
  });
}

/**
 * The hash is that of the canonical JSON (RFC 8785), which is what Tessera writes. The document as it stands, without
 * spaces or indented by two, is accepted as well: that is what other programs hash.
 */
function hashesOf(document: JsonObject): readonly string[] {
  const indented = JSON.stringify(document, null, 2);
  return [sha256Of(document), ...[JSON.stringify(document), indented, `${indented}\n`].map(hexHash)];
}

/** SHA-256 of the canonical JSON (RFC 8785) of a document, as hex. */
export function sha256Of(document: JsonObject): string {
  return hexHash(canonicalize(document) ?? '');
}

function hexHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Listed {
  readonly id: string;
  readonly field: Field;
}

/** Documents under their ids, whether they are written as a map or as a list of documents that carry their ids. */
function byId<Document>(
  field: Field,
  limit: number,
  idIn: (value: Json) => string | null,
  read: (listed: Listed) => Document,
): Readonly<Record<string, Document>> {
  const listed = isList(field.value ?? undefined) ? fromList(field, idIn) : fromMap(field);
  if (listed.length > limit) throw new Malformed(field.path, `has more than ${limit} items`);
  const documents: Record<string, Document> = {};
  for (const each of listed) {
    if (each.id === '' || each.id.length > PACK_LIMITS.idLength || /\s/.test(each.id)) {
      throw new Malformed(each.field.path, 'does not stand under an id or a URL');
    }
    if (Object.hasOwn(documents, each.id)) throw new Malformed(each.field.path, `is there twice (${each.id})`);
    documents[each.id] = read(each);
  }
  return documents;
}

function fromMap(field: Field): readonly Listed[] {
  if (field.value === null) return [];
  return Object.entries(objectAt(field)).map(([id, value]) => ({ id, field: { value, path: `${field.path}/${id}` } }));
}

function fromList(field: Field, idIn: (value: Json) => string | null): readonly Listed[] {
  const items = isList(field.value ?? undefined) ? (field.value as readonly Json[]) : [];
  return items.map((value, index) => {
    const path = `${field.path}/${index}`;
    const id = idIn(value);
    if (id === null) throw new Malformed(path, 'does not say its id');
    return { id, field: { value, path } };
  });
}

function ownId(value: Json): string | null {
  return isObject(value) ? (textOf(value['url']) ?? textOf(value['id']) ?? textOf(value['$id'])) : null;
}

function listUrl(value: Json): string | null {
  if (typeof value === 'string') {
    const jwt = parseCompactJwt(value);
    return jwt === null ? null : (textOf(jwt.json['id']) ?? textOf(jwt.json['sub']) ?? textOf(jwt.json['jti']));
  }
  return ownId(value);
}

function inWrapping(json: JsonObject, path: string): Field {
  const name = ['credential', 'document'].find((each) => json[each] !== undefined);
  return name === undefined ? { value: json, path } : fieldOf(json, name, path);
}
