import type { Candidate, Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, Instant } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { RankedCandidate, Ranking } from '../../../shared/model/match.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import type { RefusedFile, Shortlist, ShortlistCredential, ShortlistPerson } from '../../../shared/model/shortlist.ts';
import { CHECK_AXES } from '../../../shared/model/check.ts';
import { hideInProfile, hideInRanked, hidingOf, identityOf, type Hiding } from './hide-person.ts';

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
    people: inListedOrder(input).map((ranked) => personOf(ranked, input)),
    refused: input.named ? input.refused : input.refused.map(namelessFile),
  };
}

/** The order of the screen: by rank, and where AI is off by import, so that nothing but reading orders people. */
function inListedOrder({ ranking, candidates }: ShortlistInput): readonly RankedCandidate[] {
  if (ranking.settings.useModel) return ranking.candidates;
  const imported = new Map(candidates.map(({ id, importedAt }) => [id, `${importedAt} ${id}`]));
  const key = ({ candidate }: RankedCandidate) => imported.get(candidate) ?? '';
  return ranking.candidates.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** In a named list every text stays as it is. */
const NOTHING_HIDDEN: Hiding = { words: (text) => text, trust: (text) => text };

function personOf(ranked: RankedCandidate, input: ShortlistInput): ShortlistPerson {
  const candidate = input.candidates.find((one) => one.id === ranked.candidate) ?? null;
  const credentials = input.credentials.get(ranked.candidate) ?? [];
  const profile = input.profiles.get(ranked.candidate) ?? null;
  const hiding = input.named ? NOTHING_HIDDEN : hidingOf(identityOf(candidate, credentials));
  const pseudonym = candidate?.pseudonym ?? 'Candidate';
  return {
    candidate: ranked.candidate,
    label: input.named ? (candidate?.name ?? pseudonym) : pseudonym,
    name: input.named ? (candidate?.name ?? null) : null,
    email: input.named ? (candidate?.email ?? null) : null,
    ref: input.named ? (candidate?.ref ?? null) : null,
    ranked: input.named ? ranked : hideInRanked(ranked, hiding),
    profile: profile && hideInProfile(profile, hiding),
    credentials: credentials.map((credential) => credentialOf(credential, hiding)),
  };
}

function credentialOf(credential: Credential, { words, trust }: Hiding): ShortlistCredential {
  const { report } = credential;
  const name = credential.achievement?.name?.text ?? credential.name?.text ?? 'Credential';
  return {
    key: credential.key,
    name: credential.content === 'withheld' ? 'Words withheld' : words(name),
    issuer: trust(credential.issuer.name ?? credential.issuer.id ?? 'not stated'),
    standard: credential.standard,
    container: credential.container,
    verdict: report.verdict,
    validFrom: credential.validFrom,
    validUntil: credential.validUntil,
    openChecks: CHECK_AXES.map((axis) => ({ axis, ...report.checks[axis] }))
      .filter(({ state }) => state !== 'pass' && state !== 'not-applicable')
      .map(({ axis, state, message }) => ({ axis, state, message: trust(message) })),
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
