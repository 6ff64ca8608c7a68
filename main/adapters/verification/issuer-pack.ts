import { createHash, verify } from 'node:crypto';
import type { IssuerKey, IssuerPack } from '../../core/ports.ts';
import { isList, isObject, objectsOf, textOf, textsOf } from '../../core/verification/json-fields.ts';
import { millisecondsOf } from '../../core/verification/instants.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { resolveIssuer } from './did-methods/registry.ts';
import { decodeMultibase } from './keys/multibase.ts';
import { keyFromMultibase, type VerificationKey } from './keys/verification-key.ts';
import { jcsVerifyData } from './proof-suites/eddsa-jcs-2022.ts';

/** An issuer pack is read whole into memory. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/**
 * Reads an issuer pack: trust data for one or many issuers, for use without a network. Where it is signed, the
 * signature must hold; whether its publisher is trusted is for the employer to say, by the fingerprint.
 *
 * Lists may be written as maps by id or URL, or as arrays of documents; contexts plainly or with their SHA-256.
 * Problems: `pack-malformed` (with the first field that is wrong), `pack-signature`.
 */
export function readIssuerPack(bytes: Uint8Array): Result<IssuerPack> {
  if (bytes.length > MAXIMUM_BYTES) return fail('pack-malformed', { reason: 'too-large' });
  const json = parse(bytes);
  if (!isObject(json)) return fail('pack-malformed', { reason: 'not-json' });
  const publisher = readPublisher(json);
  if (!publisher.ok) return publisher;
  const source = textOf(json['source']);
  const retrievedAt = instantOf(json['retrievedAt']);
  if (source === null) return fail('pack-malformed', { reason: 'source' });
  if (retrievedAt === null) return fail('pack-malformed', { reason: 'retrievedAt' });
  const expiresAt = json['expiresAt'] ?? null;
  if (expiresAt !== null && instantOf(expiresAt) === null) return fail('pack-malformed', { reason: 'expiresAt' });
  const entries = readEntries(json['entries']);
  if (!entries.ok) return entries;
  const contexts = readContexts(json['contexts']);
  if (!contexts.ok) return contexts;
  return ok({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    version: String(json['version'] ?? '1'),
    source,
    retrievedAt,
    expiresAt: instantOf(expiresAt),
    publisher: publisher.value,
    entries: entries.value,
    didDocuments: documentsById(json['didDocuments']),
    statusLists: statusListsByUrl(json['statusLists']),
    contexts: contexts.value,
    schemas: documentsById(json['schemas']),
  });
}

function parse(bytes: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, (name, value: Json) => (name === '__proto__' ? undefined : value)) as Json;
  } catch {
    return undefined;
  }
}

/** The fingerprint (hex SHA-256 of the raw public key) of the publisher whose signature holds; null for an unsigned pack. */
function readPublisher(pack: JsonObject): Result<string | null> {
  if (pack['proof'] === undefined) return ok(null);
  const { proof, ...document } = pack;
  if (!isObject(proof)) return fail('pack-signature', { reason: 'proof' });
  if (proof['type'] !== 'DataIntegrityProof' || proof['cryptosuite'] !== 'eddsa-jcs-2022') {
    return fail('pack-signature', { reason: 'suite' });
  }
  const key = publisherKey(textOf(proof['verificationMethod']) ?? '');
  const signature = decodeMultibase(textOf(proof['proofValue']) ?? '');
  if (key === null || signature?.length !== 64) return fail('pack-signature', { reason: 'key' });
  if (!verify(null, jcsVerifyData(document, proof), key.key, signature))
    return fail('pack-signature', { reason: 'signature' });
  return ok(fingerprint(key));
}

/** A publisher signs with a did:key: the key travels with the pack, and the employer pins its fingerprint. */
function publisherKey(method: string): VerificationKey | null {
  const id = method.split('#', 1)[0] ?? '';
  if (!id.startsWith('did:key:')) return null;
  const resolution = resolveIssuer(id, []);
  const key = resolution.state === 'found' ? (resolution.document.methods[0]?.key ?? null) : null;
  return key?.kind === 'Ed25519' ? key : null;
}

function fingerprint(key: VerificationKey): string {
  const raw = Buffer.from(String(key.key.export({ format: 'jwk' }).x), 'base64url');
  return createHash('sha256').update(raw).digest('hex');
}

function readEntries(json: Json | undefined): Result<IssuerPack['entries']> {
  if (json !== undefined && !isList(json)) return fail('pack-malformed', { reason: 'entries' });
  const entries: IssuerPack['entries'][number][] = [];
  for (const [index, entry] of (json ?? []).entries()) {
    if (!isObject(entry)) return fail('pack-malformed', { reason: `entries/${index}` });
    const ids = [...textsOf(entry['ids']), ...textsOf(entry['id'])];
    const keys = objectsOf(entry['keys']).map(readKey);
    const unusable = keys.findIndex((key) => key === null);
    if (ids.length === 0) return fail('pack-malformed', { reason: `entries/${index}/ids` });
    if (unusable !== -1) return fail('pack-malformed', { reason: `entries/${index}/keys/${unusable}` });
    entries.push({
      ids,
      names: [...textsOf(entry['names']), ...textsOf(entry['name'])],
      homepage: textOf(entry['homepage']),
      keys: keys.filter((key) => key !== null),
    });
  }
  return ok(entries);
}

/** A key with its dates; null where it has no id or its dates can't be read. One of an unknown kind is kept. */
function readKey(key: JsonObject): IssuerKey | null {
  const publicKey = [key['publicKey'], key['publicKeyMultibase'], key['publicKeyJwk']].find(
    (value) => typeof value === 'string' || isObject(value),
  );
  if (publicKey === undefined || publicKey === null || typeof publicKey === 'boolean' || typeof publicKey === 'number')
    return null;
  if (isList(publicKey)) return null;
  const [validFrom, validUntil] = [key['validFrom'] ?? null, key['validUntil'] ?? null];
  if (validFrom !== null && instantOf(validFrom) === null) return null;
  if (validUntil !== null && instantOf(validUntil) === null) return null;
  const id = textOf(key['id']) ?? (typeof publicKey === 'string' ? publicKey : null);
  if (id === null || (typeof publicKey === 'string' && !isPlausible(publicKey))) return null;
  return {
    id,
    type: textOf(key['type']) ?? (typeof publicKey === 'string' ? 'Multikey' : 'JsonWebKey'),
    publicKey,
    validFrom: instantOf(validFrom),
    validUntil: instantOf(validUntil),
  };
}

/** A multibase key of a known kind must be a key; of another kind it is kept and named where it is met. */
function isPlausible(multibase: string): boolean {
  return keyFromMultibase(multibase) !== null || decodeMultibase(multibase) !== null;
}

/** Documents as a map by id, or as an array of documents that carry their ids. */
function documentsById(json: Json | undefined): Readonly<Record<string, JsonObject>> {
  const pairs = isList(json)
    ? objectsOf(json).map((document): [string | null, Json] => [textOf(document['id']), document])
    : Object.entries(isObject(json) ? json : {});
  return Object.fromEntries(
    pairs.flatMap(([id, document]) => (id !== null && isObject(document) ? [[id, document]] : [])),
  );
}

/** Lists as a map by URL (an object or a JWT each), or as an array: of credentials, or of `{ url, credential }`. */
function statusListsByUrl(json: Json | undefined): Readonly<Record<string, JsonObject | string>> {
  const pairs = isList(json) ? json.map(urlAndList) : Object.entries(isObject(json) ? json : {});
  return Object.fromEntries(
    pairs.flatMap(([url, list]): [string, JsonObject | string][] =>
      url !== null && (isObject(list) || typeof list === 'string') ? [[url, list]] : [],
    ),
  );
}

function urlAndList(item: Json): [string | null, Json] {
  if (typeof item === 'string') return [urlInJwt(item), item];
  if (!isObject(item)) return [null, null];
  const inner = item['credential'] ?? item['document'] ?? null;
  return inner === null ? [textOf(item['id']), item] : [textOf(item['url']) ?? textOf(item['id']), inner];
}

function urlInJwt(jwt: string): string | null {
  const payload = parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url'));
  if (!isObject(payload)) return null;
  const credential = isObject(payload['vc']) ? payload['vc'] : payload;
  return textOf(credential['id']) ?? textOf(payload['jti']);
}

/** Contexts plainly, or as `{ sha256, document }`, where the hash is that of the document's canonical JSON or as given. */
function readContexts(json: Json | undefined): Result<Readonly<Record<string, JsonObject>>> {
  const contexts: Record<string, JsonObject> = {};
  for (const [url, value] of Object.entries(isObject(json) ? json : {})) {
    const document = isObject(value) && value['@context'] === undefined ? value['document'] : value;
    if (!isObject(document)) return fail('pack-malformed', { reason: `contexts/${url}` });
    contexts[url] = document;
  }
  return ok(contexts);
}

function instantOf(value: Json | undefined): Instant | null {
  return typeof value === 'string' && millisecondsOf(value) !== null ? value : null;
}
