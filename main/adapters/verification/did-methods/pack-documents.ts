import type { IssuerKey, IssuerPack } from '../../../core/ports.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import { isObject, objectsOf, textOf, valuesOf } from '../../../core/verification/json-fields.ts';
import { absoluteKeyId } from '../../../core/verification/trust-data/key-ids.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { keyFromJwk, keyFromMultibase } from '../keys/verification-key.ts';
import { keyOfMethod } from '../keys/verification-method.ts';
import type { IssuerDocument, IssuerKeyMethod, IssuerResolution } from './issuer-document.ts';

/**
 * The keys of an id out of the issuer packs: from a DID or key document, and from the keys of an entry that lists the
 * id. Both count together; the newest pack that knows the id is the one that is asked.
 */
export function resolveFromPacks(id: string, packs: readonly IssuerPack[]): IssuerResolution {
  const newestFirst = packs.toSorted((one, other) => retrievedAt(other) - retrievedAt(one));
  for (const pack of newestFirst) {
    const documents = [fromDocument(id, pack), fromEntries(id, pack)].filter((each) => each !== null);
    const [first, second] = documents;
    if (first !== undefined) return { state: 'found', document: second === undefined ? first : joined(first, second) };
  }
  return { state: 'missing' };
}

function retrievedAt(pack: IssuerPack): number {
  return millisecondsOf(pack.retrievedAt) ?? -Infinity;
}

function joined(one: IssuerDocument, other: IssuerDocument): IssuerDocument {
  const added = other.methods.filter((method) => !one.methods.some((each) => each.id === method.id));
  const ids = added.map((method) => method.id);
  return {
    ...one,
    methods: [...one.methods, ...added],
    assertionMethods: [...one.assertionMethods, ...ids],
  };
}

function fromEntries(id: string, pack: IssuerPack): IssuerDocument | null {
  const methods = pack.entries
    .filter((entry) => entry.ids.includes(id))
    .flatMap((entry) => entry.keys.map((key) => fromPackKey(id, key)));
  if (methods.length === 0) return null;
  return { id, methods, assertionMethods: methods.map((method) => method.id), authenticationMethods: [], pack };
}

function fromPackKey(id: string, key: IssuerKey): IssuerKeyMethod {
  const parsed = typeof key.publicKey === 'string' ? keyFromMultibase(key.publicKey) : keyFromJwk(key.publicKey);
  return {
    id: absoluteKeyId(key.id, id),
    // A pack's publisher vouches that the key is that of the entry's ids.
    controller: id,
    key: parsed,
    kind: parsed?.kind ?? key.type,
    validFrom: key.validFrom,
    validUntil: key.validUntil,
    revoked: key.revoked === true,
  };
}

function fromDocument(id: string, pack: IssuerPack): IssuerDocument | null {
  const json = Object.hasOwn(pack.didDocuments, id) ? pack.didDocuments[id] : undefined;
  if (json === undefined || json['id'] !== id) return null;
  const relationships = ['verificationMethod', 'assertionMethod', 'authentication'].flatMap((name) =>
    objectsOf(json[name]),
  );
  return {
    id,
    methods: relationships.map((method) => fromMethod(id, method)),
    assertionMethods: references(id, json['assertionMethod']),
    authenticationMethods: references(id, json['authentication']),
    pack,
  };
}

function references(id: string, relationship: Json | undefined): readonly string[] {
  return valuesOf(relationship).flatMap((value) => {
    const reference = isObject(value) ? textOf(value['id']) : textOf(value);
    return reference === null ? [] : [absoluteKeyId(reference, id)];
  });
}

function fromMethod(id: string, method: JsonObject): IssuerKeyMethod {
  const { key, kind } = keyOfMethod(method);
  return {
    id: absoluteKeyId(textOf(method['id']) ?? '', id),
    controller: textOf(method['controller']) ?? id,
    key,
    kind,
    validFrom: textOf(method['validFrom']),
    validUntil: textOf(method['validUntil']) ?? textOf(method['expires']),
    revoked: method['revoked'] !== undefined && method['revoked'] !== null && method['revoked'] !== false,
  };
}
