import type { CheckAxis, CheckState, Verdict } from './check.ts';
import type { Container, Standard } from './credential.ts';
import type { CandidateId, CredentialKey, Instant } from './ids.ts';
import type { Job } from './job.ts';
import type { MatchSettings, ModelState, RankedCandidate } from './match.ts';
import type { TProfile } from './profile.ts';

/**
 * A ranking made ready to leave the workspace: with names, or blind. What blind mode hides is not in it at all, so that
 * no format can leak it. The people come after it, piece by piece: in the order of the ranking, and where AI is off in
 * that of the import; nobody is left out.
 */
export interface ShortlistHead {
  readonly blind: boolean;
  readonly judgedAt: Instant;
  readonly job: Job;
  readonly model: ModelState;
  readonly settings: MatchSettings;
  readonly inputsHash: string;
  /** How many people there are. */
  readonly count: number;
  readonly refused: readonly RefusedFile[];
}

export interface ShortlistPerson {
  readonly candidate: CandidateId;
  /** The pseudonym where the list is blind, else the name if there is one. */
  readonly label: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly ref: string | null;
  readonly ranked: RankedCandidate;
  readonly profile: TProfile | null;
  readonly credentials: readonly ShortlistCredential[];
}

export interface ShortlistCredential {
  readonly key: CredentialKey;
  readonly name: string;
  readonly issuer: string;
  readonly standard: Standard;
  readonly container: Container;
  readonly verdict: Verdict;
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  /** The checks that neither passed nor were without object. */
  readonly openChecks: readonly { readonly axis: CheckAxis; readonly state: CheckState; readonly message: string }[];
}

/** A file that gave nothing, and why. In a blind list it is named by number and ending: names of files name people. */
export interface RefusedFile {
  readonly file: string;
  readonly reason: string;
}
