import type { Candidate, Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, Instant } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { MatchEvidence, RankedCandidate, Ranking } from '../../../shared/model/match.ts';
import type { ProfilePart, TProfile } from '../../../shared/model/profile.ts';
import type { RefusedFile, Shortlist, ShortlistCredential, ShortlistPerson } from '../../../shared/model/shortlist.ts';
import { CHECK_AXES } from '../../../shared/model/check.ts';
import { blindText, type Identity } from './blind-text.ts';

export interface ShortlistInput {
  readonly job: Job;
  readonly ranking: Ranking;
  readonly candidates: readonly Candidate[];
  readonly credentials: ReadonlyMap<CandidateId, readonly Credential[]>;
  readonly profiles: ReadonlyMap<CandidateId, TProfile>;
  /** Files that gave nothing, with the sentence that a person reads. */
  readonly refused: readonly RefusedFile[];
  readonly judgedAt: Instant;
  /** False hides names and everything that names a person. */
  readonly named: boolean;
}

/** Puts together what leaves the workspace. In a blind list nothing of the identity is in the result. */
export function buildShortlist(input: ShortlistInput): Shortlist {
  const { ranking } = input;
  return {
    blind: !input.named,
    judgedAt: input.judgedAt,
    job: input.job,
    model: ranking.model,
    settings: ranking.settings,
    inputsHash: ranking.inputsHash,
    people: ranking.candidates.map((ranked) => personOf(ranked, input)),
    refused: input.named ? input.refused : input.refused.map(namelessFile),
  };
}

type Rewrite = (text: string) => string;

function personOf(ranked: RankedCandidate, input: ShortlistInput): ShortlistPerson {
  const candidate = input.candidates.find((one) => one.id === ranked.candidate) ?? null;
  const credentials = input.credentials.get(ranked.candidate) ?? [];
  const profile = input.profiles.get(ranked.candidate) ?? null;
  const identity = identityOf(candidate, credentials);
  const rewrite: Rewrite = input.named ? (text) => text : (text) => blindText(text, identity);
  const pseudonym = candidate?.pseudonym ?? 'Candidate';
  return {
    candidate: ranked.candidate,
    label: input.named ? (candidate?.name ?? pseudonym) : pseudonym,
    name: input.named ? (candidate?.name ?? null) : null,
    email: input.named ? (candidate?.email ?? null) : null,
    ref: input.named ? (candidate?.ref ?? null) : null,
    ranked: rewriteRanked(ranked, rewrite, input.named),
    profile: profile === null ? null : rewriteProfile(profile, rewrite),
    credentials: credentials.map((credential) => credentialOf(credential, rewrite)),
  };
}

function identityOf(candidate: Candidate | null, credentials: readonly Credential[]): Identity {
  const present = (texts: readonly (string | null | undefined)[]) =>
    texts.filter((text) => typeof text === 'string').filter((text) => text !== '');
  return {
    names: present([candidate?.name, ...credentials.map((one) => one.subject.name)]),
    identifiers: present([candidate?.email, candidate?.ref, ...credentials.map((one) => one.subject.id)]),
  };
}

function rewriteRanked(ranked: RankedCandidate, rewrite: Rewrite, named: boolean): RankedCandidate {
  const evidence = (one: MatchEvidence): MatchEvidence => ({
    ...one,
    // An issuer's id of a credential can hold a name or an address; the key is made of the file's hash.
    credentialId: named ? one.credentialId : one.credential,
    credentialName: rewrite(one.credentialName),
    issuerName: rewrite(one.issuerName),
    quote: rewrite(one.quote),
  });
  return {
    ...ranked,
    requirements: ranked.requirements.map((match) => ({
      ...match,
      factors: match.factors.map((factor) => ({ ...factor, reason: rewrite(factor.reason) })),
      evidence: match.evidence === null ? null : evidence(match.evidence),
    })),
  };
}

function rewriteProfile(profile: TProfile, rewrite: Rewrite): TProfile {
  const parts = (all: readonly ProfilePart[]) =>
    all.map((part) => ({
      ...part,
      credentialName: rewrite(part.credentialName),
      issuerName: rewrite(part.issuerName),
      quote: rewrite(part.quote),
    }));
  return {
    ...profile,
    fields: profile.fields.map((field) => ({ ...field, parts: parts(field.parts) })),
    transversal: profile.transversal.map((group) => ({ ...group, parts: parts(group.parts) })),
    notPlaced: profile.notPlaced.map((skill) => ({
      ...skill,
      credentialName: rewrite(skill.credentialName),
      quote: rewrite(skill.quote),
    })),
  };
}

function credentialOf(credential: Credential, rewrite: Rewrite): ShortlistCredential {
  const { report } = credential;
  const name = credential.achievement?.name?.text ?? credential.name?.text ?? 'Credential';
  return {
    key: credential.key,
    name: credential.content === 'withheld' ? 'Words withheld' : rewrite(name),
    issuer: rewrite(credential.issuer.name ?? credential.issuer.id ?? 'not stated'),
    standard: credential.standard,
    container: credential.container,
    verdict: report.verdict,
    validFrom: credential.validFrom,
    validUntil: credential.validUntil,
    openChecks: CHECK_AXES.map((axis) => ({ axis, ...report.checks[axis] }))
      .filter(({ state }) => state !== 'pass' && state !== 'not-applicable')
      .map(({ axis, state, message }) => ({ axis, state, message: rewrite(message) })),
  };
}

function namelessFile({ file, reason }: RefusedFile, index: number): RefusedFile {
  const ending = /\.[a-z0-9]{1,5}$/iu.exec(file)?.[0]?.toLowerCase() ?? '';
  const nameless = `File ${index + 1}${ending === '' ? '' : ` (${ending})`}`;
  const base = file.split(/[\\/]/u).at(-1) ?? file;
  const rewritten = [file, base]
    .filter((part) => part !== '')
    .reduce((text, part) => text.replaceAll(part, nameless), reason);
  return { file: nameless, reason: rewritten };
}
