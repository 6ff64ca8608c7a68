import type { Candidate, Credential } from '../../../shared/model/credential.ts';
import type { MatchEvidence, RankedCandidate } from '../../../shared/model/match.ts';
import type { ChangeCause, ProfileStep } from '../../../shared/model/profile-change.ts';
import type { PlaceEditMark, ProfilePart, TProfile } from '../../../shared/model/profile.ts';
import { blindText, type Identity } from './blind-text.ts';

/** How the texts of an answer or an export are rewritten so that one person can't be known by them. */
export interface Hiding {
  /** Words of the person's own records: names, parts of names, addresses, pronouns. */
  readonly words: (text: string) => string;
  /**
   * What speaks of issuers, packs and keys: whole names and identifiers only, because a word of theirs that is also a
   * surname is no secret; whoever issued to themselves is hidden all the same.
   */
  readonly trust: (text: string) => string;
}

export function hidingOf(identity: Identity): Hiding {
  const whole = { names: [], identifiers: [...identity.identifiers, ...identity.names] };
  return { words: (text) => blindText(text, identity), trust: (text) => blindText(text, whole) };
}

/** By what a person could be known, from what the employer gave and what their credentials say. */
export function identityOf(
  candidate: Candidate | null,
  credentials: readonly Credential[],
  subjectIds: readonly string[] = [],
): Identity {
  const subjects = credentials.map(({ subject }) => subject);
  return {
    names: present([candidate?.name, ...subjects.map(({ name }) => name)]),
    identifiers: present([
      candidate?.email,
      candidate?.ref,
      ...subjects.map(({ id }) => id),
      ...subjects.flatMap(({ identifiers }) => identifiers.map(({ identityHash }) => identityHash)),
      ...subjectIds,
    ]),
  };
}

export function hideInRanked(ranked: RankedCandidate, { words, trust }: Hiding): RankedCandidate {
  const hide = (evidence: MatchEvidence): MatchEvidence => ({
    ...evidence,
    // An issuer's id of a credential can hold a name or an address; the key is made of the file's hash.
    credentialId: evidence.credential,
    credentialName: words(evidence.credentialName),
    issuerName: trust(evidence.issuerName),
    quote: words(evidence.quote),
  });
  return {
    ...ranked,
    requirements: ranked.requirements.map((match) => ({
      ...match,
      factors: match.factors.map((factor) => ({ ...factor, reason: words(factor.reason) })),
      evidence: match.evidence && hide(match.evidence),
      identity: match.identity && { ...match.identity, evidence: hide(match.identity.evidence) },
    })),
  };
}

export function hideInProfile(profile: TProfile, { words, trust }: Hiding): TProfile {
  const editOf = (edit: PlaceEditMark | null) => edit && { ...edit, reason: words(edit.reason) };
  const parts = (all: readonly ProfilePart[]) =>
    all.map((part) => ({
      ...part,
      credentialName: words(part.credentialName),
      issuerName: trust(part.issuerName),
      quote: words(part.quote),
      skills: part.skills.map((skill) => ({ ...skill, quote: words(skill.quote), edit: editOf(skill.edit) })),
    }));
  return {
    ...profile,
    fields: profile.fields.map((field) => ({ ...field, parts: parts(field.parts) })),
    transversal: profile.transversal.map((group) => ({ ...group, parts: parts(group.parts) })),
    notPlaced: profile.notPlaced.map((skill) => ({
      ...skill,
      credentialName: words(skill.credentialName),
      quote: words(skill.quote),
      edit: editOf(skill.edit),
    })),
  };
}

export function hideInProfileSteps(steps: readonly ProfileStep[], { words }: Hiding): readonly ProfileStep[] {
  const because = (causes: readonly ChangeCause[]) =>
    causes.map((cause) => ({ ...cause, credentialName: words(cause.credentialName), quote: words(cause.quote) }));
  return steps.map((step) => ({
    ...step,
    credentials: step.credentials.map((one) => ({ ...one, credentialName: words(one.credentialName) })),
    fields: step.fields.map((field) => ({ ...field, because: because(field.because) })),
    groups: step.groups.map((group) => ({ ...group, because: because(group.because) })),
  }));
}

function present(texts: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text) => typeof text === 'string').filter((text) => text.trim() !== ''))];
}
