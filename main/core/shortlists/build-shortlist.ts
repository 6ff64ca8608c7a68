import type { Candidate, Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, Instant } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { MatchSettings, RankedCandidate, Ranking } from '../../../shared/model/match.ts';
import type { TProfile } from '../../../shared/model/profile.ts';
import type {
  RefusedFile,
  ShortlistCredential,
  ShortlistHead,
  ShortlistPerson,
} from '../../../shared/model/shortlist.ts';
import { CHECK_AXES } from '../../../shared/model/check.ts';
import type { Identity } from './blind-text.ts';
import { hideInProfile, hideInRanked, hidingOf, type Hiding } from './hide-person.ts';

export interface ShortlistInput {
  readonly job: Job;
  readonly ranking: Pick<Ranking, 'model' | 'settings' | 'inputsHash'>;
  /** How many people there are. */
  readonly count: number;
  /** Files that gave nothing, with the sentence that a person reads. */
  readonly refused: readonly RefusedFile[];
  readonly judgedAt: Instant;
  /** False hides names and everything that names a person. */
  readonly named: boolean;
}

/** What a list says before its people. In a blind list nothing of the identity of anybody is in it. */
export function shortlistHead({ job, ranking, count, refused, judgedAt, named }: ShortlistInput): ShortlistHead {
  const { model, settings, inputsHash } = ranking;
  return {
    blind: !named,
    judgedAt,
    job,
    model,
    settings,
    inputsHash,
    count,
    refused: named ? refused : refused.map(namelessFile),
  };
}

/**
 * People of a ranking in the order of the screen: by rank, and where AI is off by import, so that nothing but reading
 * orders people.
 */
export function inListedOrder(
  ranked: readonly CandidateId[],
  { useModel }: Pick<MatchSettings, 'useModel'>,
  candidates: readonly Candidate[],
): readonly CandidateId[] {
  if (useModel) return ranked;
  const imported = new Map(candidates.map(({ id, importedAt }) => [id, `${importedAt} ${id}`]));
  const key = (candidate: CandidateId) => imported.get(candidate) ?? '';
  return ranked.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

export interface ShortlistPersonInput {
  readonly ranked: RankedCandidate;
  readonly candidate: Candidate | null;
  readonly credentials: readonly Credential[];
  readonly profile: TProfile | null;
  /** By what the person could be known; hidden in a blind list. */
  readonly identity: Identity;
}

/** In a named list every text stays as it is. */
const NOTHING_HIDDEN: Hiding = { words: (text) => text, trust: (text) => text };

/** One person as the list shows them. */
export function shortlistPerson(
  { ranked, candidate, credentials, profile, identity }: ShortlistPersonInput,
  { blind }: Pick<ShortlistHead, 'blind'>,
): ShortlistPerson {
  const hiding = blind ? hidingOf(identity) : NOTHING_HIDDEN;
  const pseudonym = candidate?.pseudonym ?? 'Candidate';
  return {
    candidate: ranked.candidate,
    label: blind ? pseudonym : (candidate?.name ?? pseudonym),
    name: blind ? null : (candidate?.name ?? null),
    email: blind ? null : (candidate?.email ?? null),
    ref: blind ? null : (candidate?.ref ?? null),
    ranked: blind ? hideInRanked(ranked, hiding) : ranked,
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
