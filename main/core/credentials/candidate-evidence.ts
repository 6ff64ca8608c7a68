import type { Credential } from '../../../shared/model/credential.ts';

/** What a credential says of whose it is, and what that word is worth. */
export type CredentialSigns = Pick<
  Credential,
  'key' | 'parent' | 'fileName' | 'standard' | 'content' | 'issuer' | 'subject'
>;

/**
 * The subject's id where it can name a person in other credentials too: a DID or another URI. Not one that is the
 * issuer's own, a blank node, or an e-mail address (which is compared as such).
 */
export function subjectIdsOf({ subject, issuer, standard }: CredentialSigns): readonly string[] {
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
