import type { CredentialFacts, PresentationFacts } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';
import { objectsOf, textOf } from '../json-fields.ts';

/**
 * Does it belong to this candidate: by a presentation that the subject signed, by an identifier that is known to be
 * the candidate's, or by an e-mail address. Whoever merely sends a file has not shown that it is theirs.
 */
export function checkHolder(facts: CredentialFacts): Finding {
  const subjects = objectsOf(facts.json['credentialSubject']).flatMap((subject) => textOf(subject['id']) ?? []);
  const known = facts.holder.subjectIds;
  const bound = facts.keyBinding ?? null;
  if (bound !== null && stateOf(bound) === 'fail') return bound;
  if (facts.presentation !== null && facts.presentation.proofs.length > 0) {
    return byPresentation(facts.presentation, subjects, facts);
  }
  if (subjects.some((subject) => known.includes(subject))) return { code: 'holder-id-matches' };
  if (bound !== null && stateOf(bound) === 'pass') return bound;
  const finding = byIdentifier(facts, subjects);
  // An address that matches or differs says more of the candidate than a key that nobody showed.
  return stateOf(finding) === 'not-checked' ? (bound ?? finding) : finding;
}

function byPresentation(presentation: PresentationFacts, subjects: readonly string[], facts: CredentialFacts): Finding {
  const findings = presentation.proofs.flatMap((proof) => [proof.integrity, proof.binding]);
  if (findings.some((finding) => stateOf(finding) === 'fail')) return { code: 'holder-presentation-broken' };
  if (findings.some((finding) => stateOf(finding) !== 'pass')) return { code: 'holder-presentation-not-checked' };
  if (presentation.holder !== null && subjects.includes(presentation.holder)) return { code: 'holder-proved-earlier' };
  if (subjects.length > 0)
    return { code: 'holder-presented-by-other', evidence: { holder: presentation.holder ?? '' } };
  return byIdentifier(facts, subjects);
}

function byIdentifier(facts: CredentialFacts, subjects: readonly string[]): Finding {
  const emails = facts.identifiers.filter((identifier) => identifier.identityType === 'emailAddress');
  if (emails.some((identifier) => identifier.matches === true)) return { code: 'holder-email-matches' };
  if (emails.some((identifier) => identifier.matches === false)) return { code: 'holder-email-differs' };
  const subject = subjects[0];
  if (subject !== undefined && !subject.startsWith('mailto:'))
    return { code: 'holder-not-proved', evidence: { subject } };
  return { code: emails.length > 0 ? 'holder-email-not-known' : 'holder-not-stated' };
}
