import { createHash } from 'node:crypto';
import { isList, isObject, objectsOf, textOf } from '../../core/verification/json-fields.ts';
import { readIssuerPack } from '../../adapters/verification/issuer-pack.ts';
import { sha256Of } from '../../adapters/verification/packs/read-documents.ts';
import { didWebUrl } from '../../adapters/verification/did-methods/did-web.ts';
import { isPlainHttpsId } from '../../adapters/verification/did-methods/https-issuer.ts';
import { fail, ok, type Problem, type Result } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { MissingTrustData } from '../../../shared/model/trust.ts';
import { openPack, packBytes } from './pack-bytes.ts';
import { partOfKind, type PackPart } from './pack-part.ts';

/** What came for an address; nothing here opens a connection, the caller brings the way to load. */
export type Loaded =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly url: string }
  | { readonly ok: false; readonly reason: string };
export type Load = (url: string, accept: string) => Promise<Loaded>;

/** A document that was gathered, with what shows later that it is the one that came. */
export interface Gathered {
  readonly kind: MissingTrustData['kind'];
  readonly id: string;
  /** Where it came from in the end, after redirections. */
  readonly url: string;
  readonly retrievedAt: Instant;
  /** SHA-256 of the bytes that came, as hex. */
  readonly sha256: string;
  readonly bytes: number;
}

export interface GatherRequest {
  readonly missing: readonly Pick<MissingTrustData, 'kind' | 'id'>[];
  /** A pack to add to; its signature does not carry over. */
  readonly base: JsonObject | null;
  readonly source: string;
  readonly version: string;
  readonly expiresAt: Instant | null;
  readonly now: () => Instant;
  readonly load: Load;
  /** Called before each document. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface GatherResult {
  /** An unsigned pack with everything that came. */
  readonly bytes: Uint8Array;
  readonly gathered: readonly Gathered[];
  readonly failed: readonly { readonly kind: MissingTrustData['kind']; readonly id: string; readonly reason: string }[];
}

/**
 * Gathers what credentials need into a pack, one document after the other; what can't be had is listed with its reason
 * and the rest goes on. Problems: those of reading the pack as it came out.
 */
export async function gatherTrustData(request: GatherRequest): Promise<Result<GatherResult>> {
  const gathered: Gathered[] = [];
  const failed: GatherResult['failed'][number][] = [];
  const found: Found[] = [];
  for (const [index, { kind, id }] of request.missing.entries()) {
    request.onProgress?.(index, request.missing.length);
    const one = await gatherOne(kind, id, request.load);
    if ('reason' in one) {
      failed.push({ kind, id, reason: one.reason });
      continue;
    }
    found.push(one.found);
    const sha256 = createHash('sha256').update(one.bytes).digest('hex');
    gathered.push({ kind, id, url: one.url, retrievedAt: request.now(), sha256, bytes: one.bytes.length });
  }
  const bytes = packBytes(packOf(request, found, gathered));
  const written = readIssuerPack(bytes, request.now());
  return written.ok ? ok({ bytes, gathered, failed }) : written;
}

/** A pack that is added to. */
export interface BasePack {
  readonly json: JsonObject;
  readonly source: string;
  /** URLs of its status lists. */
  readonly statusLists: readonly string[];
}

/** Opens a pack to add to, with its tables as maps. Problems: those of readIssuerPack. */
export function openBase(bytes: Uint8Array): Result<BasePack> {
  const opened = openPack(bytes);
  if (!opened.ok) return opened;
  const { pack, json } = opened.value;
  const { didDocuments, statusLists, contexts, schemas } = pack;
  // A pack may have listed its documents one after the other; as it was read, each stands under its id.
  const tables = { didDocuments, statusLists, contexts: hashed(contexts), schemas: hashed(schemas) };
  return ok({ json: { ...json, ...tables }, source: pack.source, statusLists: Object.keys(statusLists) });
}

function hashed(documents: Readonly<Record<string, JsonObject>>): JsonObject {
  return Object.fromEntries(
    Object.entries(documents).map(([url, document]) => [url, { sha256: sha256Of(document), document }]),
  );
}

/** Reads the list that `tessera pack missing` writes. Problem: `pack-part-unusable`. */
export function readMissingList(bytes: Uint8Array): Result<readonly Pick<MissingTrustData, 'kind' | 'id'>[]> {
  const json = parse(bytes);
  const items = isObject(json) ? json['missing'] : json;
  if (!isList(items ?? undefined))
    return fail('pack-part-unusable', { detail: 'it is not a list that “tessera pack missing” wrote' });
  const read: { kind: MissingTrustData['kind']; id: string }[] = [];
  for (const [index, item] of (items as readonly Json[]).entries()) {
    const id = isObject(item) ? textOf(item['id']) : null;
    const kind = KINDS.find((each) => isObject(item) && item['kind'] === each);
    if (id === null || kind === undefined)
      return fail('pack-part-unusable', { detail: `its item ${index + 1} names no kind or no id` });
    read.push({ kind, id });
  }
  return ok(read);
}

const KINDS = ['did-document', 'issuer', 'status-list', 'context', 'schema'] as const;

/** A document for one of the tables of a pack, or an issuer whose keys came as a key set. */
type Found = { readonly part: PackPart } | { readonly entry: JsonObject };
type Answer = { readonly found: Found; readonly bytes: Uint8Array; readonly url: string } | { readonly reason: string };

async function gatherOne(kind: MissingTrustData['kind'], id: string, load: Load): Promise<Answer> {
  switch (kind) {
    case 'did-document': {
      const url = didWebUrl(id);
      return url === null ? { reason: 'the id is not a plain did:web id' } : gatherPart('didDocuments', id, url, load);
    }
    case 'issuer':
      return gatherIssuer(id, load);
    case 'status-list':
      return gatherPart('statusLists', id, id, load);
    case 'context':
      return gatherPart('contexts', id, id, load);
    case 'schema':
      return gatherPart('schemas', id, id, load);
  }
}

const ACCEPT: Readonly<Record<PackPart['table'], string>> = {
  didDocuments: 'application/did+json, application/did+ld+json, application/json',
  statusLists: 'application/vc, application/vc+jwt, application/statuslist+jwt, application/json, */*;q=0.1',
  contexts: 'application/ld+json, application/json',
  schemas: 'application/schema+json, application/json',
};

async function gatherPart(table: PackPart['table'], id: string, url: string, load: Load): Promise<Answer> {
  const loaded = await load(url, ACCEPT[table]);
  if (!loaded.ok) return loaded;
  const part = partOfKind(table, id, loaded.bytes);
  if (part.ok) return { found: { part: part.value }, bytes: loaded.bytes, url: loaded.url };
  return { reason: reasonOf(part.problem) };
}

/** An issuer under its URL: the document there, or else the key set that SD-JWT VC issuers publish beside it. */
async function gatherIssuer(id: string, load: Load): Promise<Answer> {
  if (!isPlainHttpsId(id)) return { reason: 'the id is not a plain https URL' };
  const answer = await gatherPart('didDocuments', id, id, load);
  if (!('reason' in answer) && hasKeys(answer.found)) return answer;
  const keySet = await gatherKeySet(id, load);
  if (!('reason' in keySet)) return keySet;
  return { reason: 'reason' in answer ? answer.reason : 'the document there lists no keys' };
}

function hasKeys(found: Found): boolean {
  const content = 'part' in found ? found.part.content : {};
  if (typeof content === 'string') return false;
  return ['verificationMethod', 'assertionMethod'].some((name) => objectsOf(content[name]).length > 0);
}

/** SD-JWT VC, “JWT VC Issuer Metadata”: the well-known part stands between host and path. */
async function gatherKeySet(id: string, load: Load): Promise<Answer> {
  const { origin, pathname } = new URL(id);
  const url = `${origin}/.well-known/jwt-vc-issuer${pathname === '/' ? '' : pathname}`;
  const loaded = await load(url, 'application/json');
  if (!loaded.ok) return loaded;
  const json = parse(loaded.bytes);
  if (!isObject(json) || json['issuer'] !== id) return { reason: 'it is the key set of another issuer' };
  const keys = objectsOf(isObject(json['jwks']) ? json['jwks']['keys'] : undefined).flatMap((jwk): JsonObject[] => {
    const kid = textOf(jwk['kid']);
    return kid === null ? [] : [{ id: `#${kid}`, type: 'JsonWebKey', publicKey: jwk }];
  });
  if (keys.length === 0) return { reason: 'the key set has no keys with a name' };
  return {
    found: { entry: { ids: [id], names: [], keys, evidence: [loaded.url] } },
    bytes: loaded.bytes,
    url: loaded.url,
  };
}

function packOf(request: GatherRequest, found: readonly Found[], gathered: readonly Gathered[]): JsonObject {
  const { proof: _, ...base } = request.base ?? {};
  const { source, version, expiresAt } = request;
  const table = (name: PackPart['table']): JsonObject => ({
    ...(isObject(base[name]) ? base[name] : {}),
    ...Object.fromEntries(
      found.flatMap((each) => ('part' in each && each.part.table === name ? [[each.part.id, each.part.content]] : [])),
    ),
  });
  return {
    ...base,
    ...{ source, version, retrievedAt: request.now(), expiresAt },
    entries: entriesOf(base, found),
    didDocuments: table('didDocuments'),
    statusLists: table('statusLists'),
    contexts: table('contexts'),
    schemas: table('schemas'),
    retrieved: retrievedOf(base, gathered),
  };
}

/** Keys that came in place of those that a gathering before had found for the same id; entries made by hand stay. */
function entriesOf(base: JsonObject, found: readonly Found[]): readonly Json[] {
  const added = found.flatMap((each) => ('entry' in each ? [each.entry] : []));
  const kept = objectsOf(base['entries']).filter(
    (entry) => !added.some((each) => JSON.stringify(each['ids']) === JSON.stringify(entry['ids'])),
  );
  return [...kept, ...added];
}

/** What was gathered when, by kind and id; the latest counts. */
function retrievedOf(base: JsonObject, gathered: readonly Gathered[]): JsonObject {
  const before = isObject(base['retrieved']) ? base['retrieved'] : {};
  const now = gathered.map(({ kind, id, url, retrievedAt, sha256 }) => [`${kind} ${id}`, { url, retrievedAt, sha256 }]);
  return { ...before, ...Object.fromEntries(now) };
}

function parse(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

function reasonOf(problem: Problem): string {
  return String(problem.params['detail'] ?? problem.code);
}
