import { createHash } from 'node:crypto';
import type { HolderHints } from '../../core/ports.ts';
import type { IdentifierFacts } from '../../core/verification/facts.ts';
import {
  hashedSpellings,
  isEmailIdentity,
  looksHashed,
  readIdentityHash,
} from '../../core/verification/identity-hash.ts';
import { objectsOf, textOf, valuesOf } from '../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/**
 * Compares the subject's identifiers (Open Badges 3.0 IdentityObject, `mailto:` subject ids) with the e-mail addresses
 * that are known of the candidate. A hash is that of the address and the salt (Open Badges 3.0 §B.5 IdentityHash). An
 * Open Badges 2.0 assertion names its recipient in the same way under other names. Of nothing else is anything known
 * to compare it with; a name is never compared, because many people share one.
 */
export function compareIdentifiers(credential: JsonObject, hints: HolderHints): readonly IdentifierFacts[] {
  const identities = identitiesOf(credential).map((identity) => compareIdentity(identity, hints));
  const addresses = mailAddresses(credential).map((address) =>
    fact('emailAddress', hints, (email) => sameAddress(email, address)),
  );
  return [...identities, ...addresses];
}

/** The e-mail addresses of the subject that stand there readably. */
export function plainAddresses(credential: JsonObject): readonly string[] {
  const stated = identitiesOf(credential)
    .filter((identity) => isEmailIdentity(typeOf(identity)) && !isHashed(identity['hashed'], hashOf(identity)))
    .map(hashOf);
  return [...stated, ...mailAddresses(credential)].filter((address) => address !== '');
}

/** The hashed addresses of the subject, each with its salt, as they stand there. */
export function hashedIdentities(credential: JsonObject): readonly string[] {
  return identitiesOf(credential)
    .filter((identity) => isEmailIdentity(typeOf(identity)) && isHashed(identity['hashed'], hashOf(identity)))
    .map((identity) => `${hashOf(identity)} ${textOf(identity['salt']) ?? ''}`);
}

function identitiesOf(credential: JsonObject): readonly JsonObject[] {
  return [
    ...objectsOf(credential['recipient']).map(asIdentity),
    ...objectsOf(credential['credentialSubject']).flatMap(identityObjects),
  ];
}

/** Open Badges 2.0 IdentityObject: `identity` and `type` are what 3.0 calls `identityHash` and `identityType`. */
function asIdentity(recipient: JsonObject): JsonObject {
  const type = recipient['type'] === 'email' ? 'emailAddress' : (recipient['type'] ?? null);
  return { ...recipient, identityHash: recipient['identity'] ?? null, identityType: type };
}

function identityObjects(subject: JsonObject): readonly JsonObject[] {
  return objectsOf(subject['identifier']).filter((identity) => typeof identity['identityHash'] === 'string');
}

function compareIdentity(identity: JsonObject, hints: HolderHints): IdentifierFacts {
  const stated = hashOf(identity);
  const identityType = typeOf(identity);
  const notComparable: IdentifierFacts = { identityType, matches: null, comparable: false };
  if (!isEmailIdentity(identityType)) return notComparable;
  if (!isHashed(identity['hashed'], stated)) return fact(identityType, hints, (email) => sameAddress(email, stated));
  const hash = readIdentityHash(stated);
  // A hash of a kind that we don't compute says nothing about whose address it is.
  if (hash === null) return notComparable;
  const salt = textOf(identity['salt']) ?? '';
  return fact(identityType, hints, (email) =>
    hashedSpellings(email).some(
      (spelling) =>
        createHash(hash.algorithm)
          .update(spelling + salt)
          .digest('hex') === hash.digest,
    ),
  );
}

function hashOf(identity: JsonObject): string {
  return textOf(identity['identityHash']) ?? '';
}

function typeOf(identity: JsonObject): string {
  return textOf(identity['identityType']) ?? 'unknown';
}

/** A flag that is left out is read from the form of the value, which no address has. */
function isHashed(flag: Json | undefined, stated: string): boolean {
  if (flag === undefined || flag === null) return looksHashed(stated);
  return flag === true || (typeof flag === 'string' && flag.toLowerCase() === 'true');
}

function fact(identityType: string, hints: HolderHints, matches: (email: string) => boolean): IdentifierFacts {
  return { identityType, matches: hints.emails.length === 0 ? null : hints.emails.some(matches), comparable: true };
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function mailAddresses(credential: JsonObject): readonly string[] {
  return objectsOf(credential['credentialSubject'])
    .flatMap(({ id }) => valuesOf(id))
    .flatMap((id) => (typeof id === 'string' ? (/^mailto:([^?]+)/i.exec(id)?.[1] ?? []) : []));
}
