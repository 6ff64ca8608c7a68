import canonicalize from 'canonicalize';
import type { JsonObject } from '../../../../shared/model/json.ts';
import type { PackDifference } from '../../../../shared/model/trust.ts';
import type { IssuerPack } from '../../ports.ts';
import { objectsOf, textOf } from '../json-fields.ts';
import { absoluteKeyId } from './key-ids.ts';

/**
 * What the newer of two packs holds that the older does not, and the other way round. A key id that stands for another
 * key than before is both removed and added. Order and spelling of the JSON make no difference.
 */
export function differenceOfPacks(older: IssuerPack, newer: IssuerPack): PackDifference {
  const [issuersAdded, issuersRemoved] = addedAndRemoved(older, newer, issuersOf);
  const [keysAdded, keysRemoved] = addedAndRemoved(older, newer, keysOf);
  const [statusListsAdded, statusListsRemoved] = addedAndRemoved(older, newer, (pack) => contentsOf(pack.statusLists));
  const [documentsAdded, documentsRemoved] = addedAndRemoved(older, newer, (pack) => [
    ...contentsOf(pack.contexts),
    ...contentsOf(pack.schemas),
  ]);
  return {
    issuersAdded,
    issuersRemoved,
    keysAdded: [...keysAdded, ...changed(keysOf(older), keysOf(newer))].toSorted(),
    keysRemoved: [...keysRemoved, ...changed(keysOf(older), keysOf(newer))].toSorted(),
    statusListsAdded,
    statusListsRemoved,
    documentsAdded,
    documentsRemoved,
    documentsChanged: changedDocuments(older, newer),
  };
}

/** Ids or URLs, each with a text that is the same where nothing was changed. */
type Contents = readonly (readonly [id: string, content: string])[];

function addedAndRemoved(
  older: IssuerPack,
  newer: IssuerPack,
  read: (pack: IssuerPack) => Contents,
): readonly [added: readonly string[], removed: readonly string[]] {
  const [before, after] = [idsOf(read(older)), idsOf(read(newer))];
  return [without(after, before), without(before, after)];
}

function without(ids: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...ids].filter((id) => !others.has(id)).toSorted();
}

function changed(before: Contents, after: Contents): readonly string[] {
  const contents = Map.groupBy(before, ([id]) => id);
  const wasThere = (id: string, content: string) => contents.get(id)?.some((one) => one[1] === content) ?? true;
  return [...new Set(after.flatMap(([id, content]) => (wasThere(id, content) ? [] : [id])))].toSorted();
}

function idsOf(contents: Contents): ReadonlySet<string> {
  return new Set(contents.map(([id]) => id));
}

function issuersOf(pack: IssuerPack): Contents {
  return [...pack.entries.flatMap((entry) => entry.ids), ...Object.keys(pack.didDocuments)].map((id) => [id, '']);
}

function keysOf(pack: IssuerPack): Contents {
  const ofEntries = pack.entries.flatMap(({ ids, keys }) =>
    ids.flatMap((id) => keys.map((key) => [absoluteKeyId(key.id, id), textFor(key.publicKey)] as const)),
  );
  const ofDocuments = Object.entries(pack.didDocuments).flatMap(([id, document]) =>
    ['verificationMethod', 'assertionMethod', 'authentication']
      .flatMap((relationship) => objectsOf(document[relationship]))
      .map((method) => [absoluteKeyId(textOf(method['id']) ?? '', id), textFor(publicKeyIn(method))] as const),
  );
  return [...ofEntries, ...ofDocuments];
}

function publicKeyIn(method: JsonObject): JsonObject[string] {
  return method['publicKeyMultibase'] ?? method['publicKeyJwk'] ?? method;
}

/** An id can stand in several tables (an issuer's entry, its document, its list), so each is compared with its own kind. */
function changedDocuments(older: IssuerPack, newer: IssuerPack): readonly string[] {
  const found = [
    ...changed(entriesOf(older), entriesOf(newer)),
    ...TABLES.flatMap((table) => changed(contentsOf(older[table]), contentsOf(newer[table]))),
  ];
  return [...new Set(found)].toSorted();
}

const TABLES = ['didDocuments', 'statusLists', 'contexts', 'schemas'] as const;

/** Of an entry all but its keys, which are told on their own. */
function entriesOf(pack: IssuerPack): Contents {
  return pack.entries.flatMap(({ ids, names, homepage, keys }) =>
    ids.map((id) => [id, textFor({ names, homepage, windows: windowsOf(keys) })] as const),
  );
}

/** When which key counts; a key that was withdrawn is told by its end. */
function windowsOf(keys: IssuerPack['entries'][number]['keys']): JsonObject {
  return Object.fromEntries(
    keys
      .filter((key) => key.validFrom !== null || key.validUntil !== null)
      .map((key) => [key.id, [key.validFrom, key.validUntil]]),
  );
}

function contentsOf(documents: Readonly<Record<string, JsonObject | string>>): Contents {
  return Object.entries(documents).map(([id, document]) => [id, textFor(document)]);
}

function textFor(json: JsonObject[string]): string {
  return canonicalize(json) ?? '';
}
