import type { Securing } from '../../core/credentials/found-credential.ts';
import { at, instant, member } from '../../core/credentials/located.ts';
import type { IssuerPack } from '../../core/ports.ts';
import { idOf, isObject, objectsOf, textOf } from '../../core/verification/json-fields.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** An Open Badges 2.0 (or 1.x) assertion, with the names under which verifiable credentials say the same. */
export interface AssertionReading {
  readonly issuerId: string | null;
  /** The key that it says it was signed with: `verification.creator`, in 1.x `verify.url`. */
  readonly key: string | null;
  readonly issuedOn: Instant | null;
  /** The assertion with `issuer` at its top and dates in one form, as the checks want it. */
  readonly json: JsonObject;
}

/**
 * Reads who issued an assertion and with which key. The issuer stands in the badge class; where the assertion gives
 * only the badge class's address, it is the one whose key, by an issuer pack, is the key that is named. A key that the
 * assertion brings along is not looked at.
 */
export function readAssertion(
  assertion: JsonObject,
  securing: Securing,
  packs: readonly IssuerPack[],
): AssertionReading {
  const key = signingKeyOf(assertion);
  // Without a signature the name of a key is anybody's word, and must not lend the name of its owner.
  const issuer = statedIssuer(assertion) ?? (securing.kind === 'jwt' ? ownerOfKey(key, packs) : null);
  const issuedOn = instant(member(at(assertion), 'issuedOn'));
  const expires = instant(member(at(assertion), 'expires'));
  const json: JsonObject = {
    ...assertion,
    ...(issuer === null ? {} : { issuer }),
    ...(issuedOn === null ? {} : { issuedOn }),
    ...(expires === null ? {} : { expires }),
    ...statusEntries(assertion, issuer, packs),
  };
  return { issuerId: idOf(issuer ?? undefined), key, issuedOn, json };
}

function statedIssuer(assertion: JsonObject): Json | null {
  const badge = isObject(assertion['badge']) ? assertion['badge'] : null;
  return badge?.['issuer'] ?? assertion['issuer'] ?? null;
}

function signingKeyOf(assertion: JsonObject): string | null {
  const [how] = [...objectsOf(assertion['verification']), ...objectsOf(assertion['verify'])];
  return idOf(how?.['creator']) ?? textOf(how?.['url']);
}

function ownerOfKey(key: string | null, packs: readonly IssuerPack[]): JsonObject | null {
  if (key === null) return null;
  const entries = packs.flatMap((pack) => pack.entries);
  // Only a key's full address tells whose it is: bare names are the same everywhere.
  const owner = entries.find((entry) => /^[a-z][a-z\d+.-]*:/i.test(key) && entry.keys.some(({ id }) => id === key));
  const id = owner?.ids[0];
  return id === undefined ? null : { id, ...(owner?.names[0] === undefined ? {} : { name: owner.names[0] }) };
}

/** Open Badges 2.0 §RevocationList: the issuer's profile says where the list is; a profile in a pack outweighs the badge's. */
function statusEntries(assertion: JsonObject, issuer: Json | null, packs: readonly IssuerPack[]): JsonObject {
  const id = idOf(issuer ?? undefined);
  const profiles = packs.flatMap(({ didDocuments }) =>
    id !== null && Object.hasOwn(didDocuments, id) ? [didDocuments[id] ?? {}] : [],
  );
  const lists = [...profiles, ...(isObject(issuer ?? undefined) ? objectsOf(issuer ?? undefined) : [])].flatMap(
    (profile) => idOf(profile['revocationList']) ?? [],
  );
  const entries: Json[] = [...new Set(lists)].map((list) => ({ id: list, type: 'RevocationList' }));
  if (assertion['revoked'] === true) entries.push({ type: 'RevokedAssertion' });
  return entries.length === 0 ? {} : { credentialStatus: entries };
}
