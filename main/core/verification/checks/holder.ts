import type { CredentialFacts, PresentationFacts } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';
import { isEmailIdentity } from '../identity-hash.ts';
import { objectsOf, textOf } from '../json-fields.ts';

/**
 * Does it belong to this candidate: by a presentation that the subject signed, by an e-mail address, or by an identifier
 * that an earlier proof showed to be the candidate's. Whoever merely sends a file has not shown that it is theirs, and
 * a name shows nothing. What a credential shows by itself comes before what is known from others, so that what is known
 * never rests on itself.
 */
export function checkHolder(facts: CredentialFacts): Finding {
  const subjects = objectsOf(facts.json['credentialSubject']).flatMap((subject) => textOf(subject['id']) ?? []);
  const known = facts.holder.subjectIds;
  const bound = facts.keyBinding ?? null;
  if (bound !== null && stateOf(bound) === 'fail') return bound;
  if (facts.presentation !== null && facts.presentation.proofs.length > 0) {
    return byPresentation(facts.presentation, subjects, facts);
  }
  if (bound !== null && stateOf(bound) === 'pass') return bound;
  if (emailsOf(facts).some((identifier) => identifier.matches === true)) return { code: 'holder-email-matches' };
  if (subjects.some((subject) => known.includes(subject))) return { code: 'holder-id-matches' };
  const finding = byIdentifier(facts, subjects);
  // An address that matches or differs says more of the candidate than a key that nobody showed.
  return stateOf(finding) === 'not-checked' ? (bound ?? finding) : finding;
}

function byPresentation(presentation: PresentationFacts, subjects: readonly string[], facts: CredentialFacts): Finding {
  const findings = presentation.proofs.flatMap((proof) => [proof.integrity, proof.binding]);
  if (findings.some((finding) => stateOf(finding) === 'fail')) return { code: 'holder-presentation-broken' };
  if (findings.some((finding) => stateOf(finding) !== 'pass')) return { code: 'holder-presentation-not-checked' };
  if (presentation.holder !== null && subjects.includes(presentation.holder)) return { code: 'holder-proved-earlier' };
  // An address or a made-up id can't sign, so that another signer says nothing about it.
  if (subjects.some((subject) => /^(?:did|https?):/i.test(subject)))
    return { code: 'holder-presented-by-other', evidence: { holder: presentation.holder ?? '' } };
  return byIdentifier(facts, subjects);
}

function byIdentifier(facts: CredentialFacts, subjects: readonly string[]): Finding {
  const emails = emailsOf(facts);
  if (emails.some((identifier) => identifier.matches === true)) return { code: 'holder-email-matches' };
  if (facts.differsFromRecord === 'identifier') return { code: 'holder-differs-from-record' };
  if (emails.some((identifier) => identifier.matches === false)) return { code: 'holder-email-differs' };
  if (facts.differsFromRecord === 'email') return { code: 'holder-email-differs-from-record' };
  const subject = subjects.find((each) => !/^mailto:/i.test(each));
  if (subject !== undefined) return { code: 'holder-not-proved', evidence: { subject } };
  if (emails.length > 0) return { code: 'holder-email-not-known' };
  const kinds = [...new Set(facts.identifiers.map((identifier) => identifier.identityType))];
  return kinds.length > 0
    ? { code: 'holder-identifier-not-comparable', evidence: { kinds: kinds.join(', ') } }
    : { code: 'holder-not-stated' };
}

/** Addresses that can be compared; a hash of an unknown kind is none. */
function emailsOf({ identifiers }: CredentialFacts): CredentialFacts['identifiers'] {
  return identifiers.filter(({ identityType, comparable }) => comparable && isEmailIdentity(identityType));
}
