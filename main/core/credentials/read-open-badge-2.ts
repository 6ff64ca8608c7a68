import type { Achievement, SubjectIdentifier } from '../../../shared/model/credential.ts';
import { instant, list, member, object, stated, text, type Located } from './located.ts';
import { readAlignments, readCriteria, readTags } from './read-achievement.ts';
import type { CredentialContent } from './read-credential.ts';
import { isHashed } from './read-subject.ts';

/**
 * An Open Badges 2.0 (or 1.x) assertion on the same model: badge class → achievement, recipient → subject. A badge class
 * or issuer that stands only as an address is known by its id alone.
 */
export function readOpenBadge2(assertion: Located): CredentialContent {
  const badge = object(member(assertion, 'badge'));
  const issuer = member(badge, 'issuer') ?? member(assertion, 'issuer');
  const types = list(member(assertion, 'type')).flatMap((type) => stated(type) ?? []);
  return {
    credentialId: stated(member(assertion, 'id') ?? member(assertion, 'uid')),
    types,
    name: text(member(badge, 'name')),
    issuer: {
      id: stated(issuer) ?? stated(member(object(issuer), 'id')),
      name: text(member(object(issuer), 'name'))?.text ?? null,
    },
    subject: readRecipient(member(assertion, 'recipient')),
    validFrom: instant(member(assertion, 'issuedOn')),
    validUntil: instant(member(assertion, 'expires')),
    awardedDate: instant(member(assertion, 'issuedOn')),
    achievement: readBadgeClass(badge, stated(member(assertion, 'badge'))),
    results: [],
    creditsEarned: null,
    licenseNumber: null,
    role: null,
    narrative: text(member(assertion, 'narrative')),
    source: null,
    evidenceCount: list(member(assertion, 'evidence')).length,
    associations: [],
  };
}

/** A recipient is an e-mail, a telephone number or an address, as text or hashed (OB 2.0 IdentityObject). */
function readRecipient(recipient: Located | null): CredentialContent['subject'] {
  const identity = stated(member(object(recipient), 'identity')) ?? stated(recipient);
  if (identity === null) return { id: null, name: null, identifiers: [] };
  const type = stated(member(object(recipient), 'type')) ?? 'email';
  const hashed = isHashed(member(object(recipient), 'hashed'), identity);
  if (!hashed && (type === 'url' || type === 'id')) return { id: identity, name: null, identifiers: [] };
  const identifier: SubjectIdentifier = {
    identityHash: identity,
    identityType: type === 'email' ? 'emailAddress' : type,
    hashed,
    salt: stated(member(object(recipient), 'salt')),
  };
  return { id: null, name: null, identifiers: [identifier] };
}

function readBadgeClass(badge: Located | null, address: string | null): Achievement | null {
  if (!badge && address === null) return null;
  return {
    id: stated(member(badge, 'id')) ?? address,
    name: text(member(badge, 'name')),
    description: text(member(badge, 'description')),
    criteria: readCriteria(member(badge, 'criteria')),
    achievementType: null,
    fieldOfStudy: null,
    specialization: null,
    tags: readTags(badge, 'tags'),
    creditsAvailable: null,
    inLanguage: stated(member(badge, '@language')),
    alignments: readAlignments(badge),
    resultDescriptions: [],
  };
}
