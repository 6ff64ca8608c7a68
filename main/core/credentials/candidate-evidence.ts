import type { Credential, SubjectIdentifier } from '../../../shared/model/credential.ts';

/** Lower-case hex digest of the UTF-8 bytes of a text. */
export type HashFunction = (algorithm: 'sha256' | 'md5', text: string) => string;

/**
 * The subject's id where it can name a person in other credentials too: a DID or another URI. Not one that is the
 * issuer's own, a blank node, or an e-mail address (which is compared as such).
 */
export function subjectIdsOf({ subject, issuer, standard }: Credential): readonly string[] {
  const { id } = subject;
  // What an endorsement speaks of is an issuer, an achievement or another credential, not the person who hands it in.
  if (standard === 'endorsement-3.0') return [];
  if (id === null || id === issuer.id || !/^[a-z][a-z0-9+.-]*:\S+$/i.test(id) || /^mailto:/i.test(id)) return [];
  return [id];
}

/** E-mails are compared in lower case: mailboxes that differ in case alone do not exist in practice. */
export function comparableEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Which of these e-mails (as people wrote them) the subject's identifiers name, in plain text or by hash. */
export function emailsOf(credential: Credential, emails: readonly string[], hash: HashFunction): readonly string[] {
  const { subject } = credential;
  const named = subject.identifiers.filter(isEmail).flatMap((identifier) => emailOf(identifier, emails, hash));
  const address = /^mailto:(.+)$/i.exec(subject.id ?? '')?.[1];
  return address === undefined ? named : [...named, ...emails.filter((email) => isSame(email, address))];
}

/** `emailAddress` in OB 3.0, `email` in 2.0; OB 3.0 allows extensions as `ext:…`. */
function isEmail({ identityType }: SubjectIdentifier): boolean {
  return /^(?:ext:)?e-?mail(?:address)?$/i.test(identityType);
}

function emailOf(identifier: SubjectIdentifier, emails: readonly string[], hash: HashFunction): readonly string[] {
  if (!identifier.hashed) return emails.filter((email) => isSame(email, identifier.identityHash));
  const parts = /^(sha256|md5)\$([0-9a-f]+)$/i.exec(identifier.identityHash);
  const [, algorithm, digest] = parts ?? [];
  if (algorithm === undefined || digest === undefined) return [];
  const name = algorithm.toLowerCase() === 'md5' ? 'md5' : 'sha256';
  // The salt is appended to the e-mail (OB 3.0 IdentityObject, OB 2.0 section 5.3). An issuer may have hashed what the
  // person typed or its lower-case form.
  const isHashed = (text: string) => hash(name, text + (identifier.salt ?? '')) === digest.toLowerCase();
  return emails.filter((email) => [...new Set([comparableEmail(email), email.trim()])].some(isHashed));
}

function isSame(email: string, other: string): boolean {
  return comparableEmail(email) === comparableEmail(other);
}
