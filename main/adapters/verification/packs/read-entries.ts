import type { IssuerKey, IssuerPack, PackEvidence } from '../../../core/ports.ts';
import { isList, isObject } from '../../../core/verification/json-fields.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { decodeMultibase } from '../keys/multibase.ts';
import {
  fieldOf,
  listAt,
  Malformed,
  objectAt,
  optionalInstantAt,
  optionalTextAt,
  textAt,
  textsAt,
  type Field,
} from './pack-field.ts';
import { PACK_LIMITS } from './pack-limits.ts';

/** The issuers of a pack: their ids, names and keys, and how the publisher came to know them. Throws {@link Malformed}. */
export function readEntries(field: Field): IssuerPack['entries'] {
  return listAt(field, PACK_LIMITS.entries).map(readEntry);
}

function readEntry(field: Field): IssuerPack['entries'][number] {
  const json = objectAt(field);
  const at = (name: string) => fieldOf(json, name, field.path);
  const { idLength, nameLength } = PACK_LIMITS;
  const ids = ['ids', 'id'].flatMap((name) => textsAt(at(name), PACK_LIMITS.idsOfEntry, idLength));
  const names = ['names', 'name'].flatMap((name) => textsAt(at(name), PACK_LIMITS.namesOfEntry, nameLength));
  if (ids.length === 0) throw new Malformed(at('ids').path, 'names no id');
  for (const id of ids) {
    if (!/^[a-z][a-z\d+.-]*:\S+$/i.test(id)) throw new Malformed(at('ids').path, 'is not an id (did:…, https://…)');
  }
  const keepers = textsAt(at('statusListIssuers'), PACK_LIMITS.idsOfEntry, idLength);
  return {
    ids,
    names,
    homepage: optionalTextAt(at('homepage'), idLength),
    keys: listAt(at('keys'), PACK_LIMITS.keysOfEntry).map(readKey),
    ...(keepers.length === 0 ? {} : { statusListIssuers: keepers }),
    evidence: readEvidence(at('evidence')),
  };
}

/** A key with its dates. One of an unknown kind is kept, and named where a signature needs it. */
function readKey(field: Field): IssuerKey {
  const json = objectAt(field);
  const at = (name: string) => fieldOf(json, name, field.path);
  const publicKey = readPublicKey(json, at);
  const validFrom = optionalInstantAt(at('validFrom'));
  const validUntil = optionalInstantAt(at('validUntil'));
  if (validFrom !== null && validUntil !== null && millis(validFrom) > millis(validUntil)) {
    throw new Malformed(at('validUntil').path, 'lies before validFrom');
  }
  const id = optionalTextAt(at('id'), PACK_LIMITS.idLength) ?? (typeof publicKey === 'string' ? publicKey : null);
  if (id === null) throw new Malformed(at('id').path, 'is missing');
  const type = optionalTextAt(at('type'), PACK_LIMITS.nameLength);
  return {
    id,
    type: type ?? (typeof publicKey === 'string' ? 'Multikey' : 'JsonWebKey'),
    publicKey,
    validFrom,
    validUntil,
    ...(isRevoked(at('revoked')) ? { revoked: true } : {}),
  };
}

const KEY_FIELDS = ['publicKey', 'publicKeyMultibase', 'publicKeyJwk'] as const;

function readPublicKey(json: JsonObject, at: (name: string) => Field): string | JsonObject {
  const given = KEY_FIELDS.filter((name) => at(name).value !== null);
  const [name, second] = given;
  if (name === undefined) throw new Malformed(at('publicKey').path, 'is missing');
  if (second !== undefined) throw new Malformed(at(second).path, `stands beside ${name}: one key has one form`);
  const value = at(name).value;
  if (isObject(value ?? undefined)) return publicJwk(objectAt(at(name)), at(name).path);
  const text = textAt(at(name), PACK_LIMITS.idLength);
  if (decodeMultibase(text) === null) throw new Malformed(at(name).path, 'is neither a multibase text nor a JWK');
  return text;
}

function publicJwk(jwk: JsonObject, path: string): JsonObject {
  textAt(fieldOf(jwk, 'kty', path), PACK_LIMITS.nameLength);
  // RFC 7518 §6: these make a private or a shared key, which nobody should hand round.
  const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].find((name) => jwk[name] !== undefined);
  if (secret !== undefined) throw new Malformed(`${path}/${secret}`, 'is part of a private key');
  return jwk;
}

function isRevoked({ value, path }: Field): boolean {
  if (value === null || value === false) return false;
  if (value === true) return true;
  optionalInstantAt({ value, path });
  return true;
}

/** A sentence, an address, or both with a date; one alone may stand without a list. */
function readEvidence(field: Field): readonly PackEvidence[] {
  const list: Field = isList(field.value ?? undefined)
    ? field
    : { value: field.value === null ? null : [field.value], path: field.path };
  return listAt(list, PACK_LIMITS.evidenceOfEntry).map((item) => evidenceOf(item.value, item));
}

function evidenceOf(value: Json, field: Field): PackEvidence {
  if (typeof value === 'string') {
    const text = textAt(field, PACK_LIMITS.idLength);
    return /^https?:\/\/\S+$/.test(text)
      ? { description: null, url: text, date: null }
      : { description: text, url: null, date: null };
  }
  const json = objectAt(field);
  const text = (name: string) => optionalTextAt(fieldOf(json, name, field.path), PACK_LIMITS.idLength);
  return { description: text('description') ?? text('name'), url: text('url') ?? text('id'), date: text('date') };
}

function millis(instant: string): number {
  return millisecondsOf(instant) ?? Number.NaN;
}
