import { createHash } from 'node:crypto';
import { parseStrictJson } from '../../core/json/strict-json.ts';
import type { IssuerPack } from '../../core/ports.ts';
import { isObject } from '../../core/verification/json-fields.ts';
import { millisecondsOf } from '../../core/verification/instants.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { fieldOf, instantAt, Malformed, optionalInstantAt, textAt } from './packs/pack-field.ts';
import { PACK_LIMITS } from './packs/pack-limits.ts';
import { checkSignatures, type PackSignatures } from './packs/publisher-signature.ts';
import { readContexts, readDidDocuments, readSchemas, readStatusLists } from './packs/read-documents.ts';
import { readEntries } from './packs/read-entries.ts';

/**
 * Reads an issuer pack (docs/issuer-packs.md): trust data for one or many issuers, for use without a network. Where it
 * is signed, the signatures must hold; whether a publisher is trusted is for the employer to say, by the fingerprint.
 *
 * @param now nothing in a pack may be dated after it; see {@link presentFor}.
 *
 * Problems: `pack-malformed` with `reason` (the path of the first field that is wrong: `entries/0/keys/1/validUntil`)
 * and `detail` (what is wrong with it), `pack-signature` with `reason` and the number of the proof.
 */
export function readIssuerPack(bytes: Uint8Array, now: Instant = new Date().toISOString()): Result<IssuerPack> {
  const json = parse(bytes);
  if (!json.ok) return json;
  const signatures = checkSignatures(json.value, now);
  if (!signatures.ok) return signatures;
  try {
    return ok(readFields(json.value, bytes, signatures.value, now));
  } catch (error) {
    if (error instanceof Malformed) return malformed(error.path, error.detail);
    throw error;
  }
}

/** The present; or the day as of which is judged, where that is later. */
export function presentFor(judgedAt: Instant): Instant {
  const now = new Date().toISOString();
  return millis(judgedAt) > millis(now) ? judgedAt : now;
}

function parse(bytes: Uint8Array): Result<JsonObject> {
  if (bytes.length > PACK_LIMITS.bytes) return malformed('too-large', 'is larger than 64 MB');
  const text = decode(bytes);
  if (text === null) return malformed('not-json', 'is not text in UTF-8');
  const parsed = parseStrictJson(text, { depth: PACK_LIMITS.depth, nodes: PACK_LIMITS.nodes });
  if (!parsed.ok)
    return malformed('not-json', `is refused in ${placeOf(parsed.problem.params)} (${parsed.problem.code})`);
  return isObject(parsed.value) ? ok(parsed.value) : malformed('not-json', 'is not a group of fields');
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function placeOf({ line = 1, column = 1, key }: Readonly<Record<string, string | number>>): string {
  return `line ${line}, column ${column}${key === undefined ? '' : `, field “${key}”`}`;
}

function readFields(json: JsonObject, bytes: Uint8Array, signatures: PackSignatures, now: Instant): IssuerPack {
  const at = (name: string) => fieldOf(json, name);
  const source = textAt(at('source'), PACK_LIMITS.nameLength);
  const retrievedAt = instantAt(at('retrievedAt'));
  const expiresAt = optionalInstantAt(at('expiresAt'));
  // A pack from the future would make every later one a step back, and so could never be replaced.
  if (millis(retrievedAt) > millis(now) + PACK_LIMITS.clockSkew)
    throw new Malformed('retrievedAt', 'lies in the future');
  if (expiresAt !== null && millis(expiresAt) < millis(retrievedAt)) {
    throw new Malformed('expiresAt', 'lies before retrievedAt');
  }
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    version: versionOf(json),
    source,
    retrievedAt,
    expiresAt: earlier(expiresAt, signatures.expires),
    publishers: signatures.publishers,
    entries: readEntries(at('entries')),
    didDocuments: readDidDocuments(at('didDocuments')),
    statusLists: readStatusLists(at('statusLists')),
    contexts: readContexts(at('contexts')),
    schemas: readSchemas(at('schemas')),
  };
}

/** A text or a number; a pack without one is of the first version. */
function versionOf(json: JsonObject): string {
  const { value, path } = fieldOf(json, 'version');
  if (value === null) return '1';
  return typeof value === 'number' ? String(value) : textAt({ value, path }, PACK_LIMITS.nameLength);
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return millis(one) <= millis(other) ? one : other;
}

function millis(instant: Instant): number {
  return millisecondsOf(instant) ?? Number.NaN;
}

/** A path can hold a URL of any length, so it is cut for the message. */
function malformed(path: string, detail: string): ReturnType<typeof fail> {
  return fail('pack-malformed', { reason: path.slice(0, 300), detail: detail.slice(0, 300) });
}
