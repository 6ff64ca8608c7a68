import { createHash } from 'node:crypto';
import type { HolderHints } from '../../core/ports.ts';
import type { IdentifierFacts } from '../../core/verification/facts.ts';
import { objectsOf, textOf, valuesOf } from '../../core/verification/json-fields.ts';
import type { JsonObject } from '../../../shared/model/json.ts';

/**
 * Compares the subject's identifiers (Open Badges 3.0 IdentityObject, `mailto:` subject ids) with the e-mail addresses
 * that are known of the candidate. A hash is that of the address and the salt (Open Badges 3.0 §B.5 IdentityHash). An
 * Open Badges 2.0 assertion names its recipient in the same way under other names.
 */
export function compareIdentifiers(credential: JsonObject, hints: HolderHints): readonly IdentifierFacts[] {
  const recipients = objectsOf(credential['recipient']).map((recipient) =>
    compareIdentity(asIdentity(recipient), hints),
  );
  const subjects = objectsOf(credential['credentialSubject']).flatMap((subject) => [
    ...identityObjects(subject).map((identity) => compareIdentity(identity, hints)),
    ...mailAddress(subject).map((address) => fact('emailAddress', hints, (email) => sameAddress(email, address))),
  ]);
  return [...recipients, ...subjects];
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
  const stated = textOf(identity['identityHash']) ?? '';
  const type = textOf(identity['identityType']) ?? 'unknown';
  if (type !== 'emailAddress') return { identityType: type, matches: null };
  const salt = textOf(identity['salt']) ?? '';
  return fact(type, hints, (email) =>
    identity['hashed'] === true ? hashedForms(email, salt).includes(stated.toLowerCase()) : sameAddress(email, stated),
  );
}

function fact(identityType: string, hints: HolderHints, matches: (email: string) => boolean): IdentifierFacts {
  return { identityType, matches: hints.emails.length === 0 ? null : hints.emails.some(matches) };
}

/** Issuers hash the address as it was typed or in lower case; both are tried. */
function hashedForms(email: string, salt: string): readonly string[] {
  const spellings = [email.trim(), email.trim().toLowerCase()];
  return spellings.flatMap((spelling) =>
    ['sha256', 'md5'].map(
      (algorithm) =>
        `${algorithm}$${createHash(algorithm)
          .update(spelling + salt)
          .digest('hex')}`,
    ),
  );
}

function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function mailAddress(subject: JsonObject): readonly string[] {
  return valuesOf(subject['id']).flatMap((id) =>
    typeof id === 'string' && id.startsWith('mailto:') ? [id.slice('mailto:'.length)] : [],
  );
}
