import type { MatchSettings } from '../../../shared/model/match.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import type { Priority } from '../../../shared/model/job.ts';
import { verdictForMatch } from '../verification/verdict.ts';

/**
 * Every number that decides a match, in one place; the app shows this table. Where a number was measured, the
 * measurement and its command stand in docs/decisions/matching-numbers.md.
 */

/** How two wordings are compared. */
export const SIMILARITY = {
  /** Shares of meaning and letters in the hybrid that orders and gives related credit. */
  embeddingWeight: 0.9,
  lexicalWeight: 0.1,
  /** Lengths of the character n-grams. */
  shortestGram: 3,
  longestGram: 5,
} as const;

/** Narrative text is compared in pieces: whole clauses and windows of so many words. */
export const WINDOWS = {
  lengths: [2, 3, 5],
  /** A clause longer than this is compared by its windows only: the mean of a long text means little. */
  longestWholeClause: 20,
} as const;

/**
 * Related credit, for skills that are near without being the same: q = clip((hybrid − from) / span, 0, 1), and the
 * strength of a similarity is (P + share · q) / (1 + share).
 */
export const RELATED = { from: 0.4, span: 0.45, share: 0.1 } as const;

/**
 * What taxonomies add (docs/decisions/taxonomies.md). A related skill has a strength of its own where its wording has
 * less: a close match, or a broader skill that is held, less with each step that it lies further up.
 */
export const TAXONOMY = {
  /** Other names of a skill that are compared, preferred labels first: of 99 in 100 skills of ESCO these are all. */
  mostNames: 16,
  /**
   * What the odds of P are multiplied with where it rests on another name: the best of many names is often an odd one,
   * which names the skill less surely than the words of the requirement do (measured: docs/decisions/taxonomies.md).
   */
  otherNameOdds: 0.1,
  /** Steps from skill to broader skill that are gone; ESCO has five at most. */
  mostSteps: 10,
  related: { close: 0.5, broader: 0.3, eachFurtherStep: 0.5 },
} as const;

/** A similarity weaker than this is nothing: unrelated wordings have some likeness too. */
export const LEAST_STRENGTH = 0.05;

/**
 * A likeness through an ambiguous name (Rust, Excel …) stays below `possible` unless a skill of the credential
 * is at least so similar to what the name is about.
 */
export const AMBIGUOUS_NAME = { leastSupport: 0.4, strengthWithoutSupport: 0.2 } as const;

/**
 * What the explanation calls sensitive: weights moved by up to this share that move a person by more than so many
 * places. It decides no score.
 */
export const SENSITIVITY = { change: 0.2, fewPlaces: 5 } as const;

/** A search is as long as so many lines, enough to tell people apart; a job may have five hundred. */
export const SEARCH = { mostLines: 60 } as const;

/** Bands by P. A strength without a calibrated P has no band above `possible`. */
export const BAND_FROM = { strong: 0.7, likely: 0.5, possible: 0.3 } as const;

/** What a requirement's weight is unless a person edits it. */
export const DEFAULT_SETTINGS: MatchSettings = {
  useModel: true,
  weights: { must: 1, want: 0.4, trainable: 0.2 },
};

/** @returns The default weight of a line with this priority. */
export function defaultWeight(priority: Priority, settings: MatchSettings = DEFAULT_SETTINGS): number {
  return settings.weights[priority];
}

/** The factor by which evidence counts, by what verification found. */
export const VERIFICATION_FACTOR = {
  recognised: 1,
  issuerUnknown: 0.9,
  notVerifiableOffline: 0.75,
  selfAsserted: 0.6,
  notValid: 0,
} as const;

/** @returns The row of {@link VERIFICATION_FACTOR} and the sentence that the explanation shows. */
export function verificationFactor({ report, content }: Pick<Credential, 'report' | 'content'>): {
  readonly value: number;
  readonly reason: string;
} {
  const { recognition } = report;
  const verdict = verdictForMatch(report);
  if (verdict === 'not-valid') return row('notValid', 'The credential is not valid, so it counts for nothing.');
  if (content !== 'signed') return row('selfAsserted', "No proof covers these words: they are the holder's own claim.");
  if (recognition === 'self-asserted') {
    return row('selfAsserted', 'The holder issued this credential to themselves.');
  }
  if (verdict === 'cannot-verify-offline') {
    return row('notVerifiableOffline', 'The credential could not be verified offline.');
  }
  if (recognition === 'recognised' || recognition === 'pinned') {
    return verdict === 'verified'
      ? row('recognised', 'Verified, and the issuer is recognised.')
      : row('issuerUnknown', 'Verified with reservations.');
  }
  return row('issuerUnknown', 'Verified, but the issuer is not on a list that you trust.');
}

/** Level asked minus level stated → factor; more than two below counts as two below. */
export const LEVEL_FACTOR = { reached: 1, oneBelow: 0.75, twoBelow: 0.5, notStated: 1 } as const;

/** Evidence older than a requirement allows, or of unknown date, where the requirement names an age. */
export const RECENCY_FACTOR = { withinLimit: 1, tooOld: 0.5, dateUnknown: 1 } as const;

function row(
  key: keyof typeof VERIFICATION_FACTOR,
  reason: string,
): { readonly value: number; readonly reason: string } {
  return { value: VERIFICATION_FACTOR[key], reason };
}
