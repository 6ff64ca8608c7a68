import type { Verdict } from './check.ts';
import type { Counterfactual } from './explanation.ts';
import type { CandidateId, CredentialKey, Instant, JobId, JsonPointer, RefusalId, RequirementId } from './ids.ts';
import type { StatementSource } from './skill.ts';

/**
 * How a requirement was met, strongest first. Only `framework`, `label` and `person` can meet a must-have. `related` is
 * a skill that a taxonomy calls broader than the one asked, or nearly the same.
 */
export const MATCH_TIERS = ['person', 'framework', 'label', 'related', 'similarity', 'none'] as const;
export type MatchTier = (typeof MATCH_TIERS)[number];

export const BANDS = ['strong', 'likely', 'possible', 'none'] as const;
/** strong: P ≥ .7 · likely: .5–.7 · possible: .3–.5 · none: below. Without a calibrated model: bands of rank only. */
export type Band = (typeof BANDS)[number];

/** One multiplicand of the points of a requirement, shown as a row of the explanation. */
export interface Factor {
  readonly name:
    'verification' | 'level' | 'recency' | 'related-skill' | 'text-similarity' | 'word-similarity' | 'calibrated-match';
  readonly value: number;
  /** One plain sentence: why the factor has this value. */
  readonly reason: string;
  /** True where something was not stated and the benefit of the doubt was given. */
  readonly flagged: boolean;
}

export interface MatchEvidence {
  readonly credential: CredentialKey;
  /** The issuer's id of the credential, else its key. */
  readonly credentialId: string;
  readonly credentialName: string;
  readonly issuerName: string;
  readonly pointer: JsonPointer;
  readonly quote: string;
  /** The kind of field in which the quote stands. */
  readonly source: StatementSource;
  readonly verdict: Verdict;
  /** 0–5, the step of the assessment ladder on which the credential rests; shown, and no factor of the score. */
  readonly assessmentBasis: number;
}

/** Which words or entry of the requirement the evidence met: any one of them meets it. */
export type MetBy =
  | {
      readonly kind: 'text' | 'alternative' | 'framework';
      /** As they stand in the requirement; for `framework` the URI. */
      readonly words: string;
    }
  | {
      /** The wording came nearest to another name of the skill that is asked, by a taxonomy of the workspace. */
      readonly kind: 'other-name';
      /** As the taxonomy writes it. */
      readonly words: string;
      /** Id of the taxonomy. */
      readonly taxonomy: string;
    }
  | {
      /**
       * By a taxonomy of the workspace: another name of the same skill or a narrower skill than is asked, which meet it,
       * or a broader skill or a close match, which do not.
       */
      readonly kind: 'taxonomy';
      readonly relation: 'same' | 'narrower' | 'broader' | 'close';
      /** What is asked and what is held, as the taxonomy calls them. */
      readonly words: string;
      readonly held: string;
      /** Id of the taxonomy that has the skill asked; null where only cross-walks name it. */
      readonly taxonomy: string | null;
    };

/**
 * A person's rule that two wordings are not the same skill. It speaks of words and of nobody: whoever shows these words
 * is treated alike. It counts until it is removed.
 */
export interface Refusal {
  readonly id: RefusalId;
  readonly at: Instant;
  readonly by: string;
  /** Null once the person is erased of whose evidence it was said: the words could name them. */
  readonly reason: string | null;
  /** The job whose requirement it is about; null: every job of the workspace. */
  readonly job: JobId | null;
  /** The requirement's text, normalised. */
  readonly asked: string;
  /** What a credential states, normalised. */
  readonly held: string;
}

export interface RequirementMatch {
  readonly requirement: RequirementId;
  readonly requirementText: string;
  readonly tier: MatchTier;
  /** 0–1: strength times factors; what the requirement's weight is multiplied with. */
  readonly strength: number;
  readonly band: Band;
  /** True where a must-have counts as evidenced: by a person, or by an identity tier on words that a proof covers. */
  readonly evidenced: boolean;
  /**
   * True where an identity was found on the holder's own claim alone (no proof covers the words, or the holder is the
   * issuer): it has its points, but evidences nothing until a person confirms it.
   */
  readonly claimed: boolean;
  readonly factors: readonly Factor[];
  readonly evidence: MatchEvidence | null;
  /** Null where there is no evidence. */
  readonly metBy: MetBy | null;
  /** By what it is evidenced or claimed, where other evidence is stronger and is the one that brings the points. */
  readonly identity: {
    readonly tier: MatchTier;
    readonly evidence: MatchEvidence;
    readonly metBy: MetBy;
  } | null;
  /** A person's word on this requirement of this candidate, where it stands. */
  readonly judgement: 'meets' | 'not-the-same' | null;
  /** Rules that kept something which this candidate shows from counting here. */
  readonly refusals: readonly RefusalId[];
  /** weight × strength / Σ weights × 100: the points of the score that come from here. */
  readonly points: number;
}

export interface RankedCandidate {
  readonly candidate: CandidateId;
  /** 1 is first; candidates with equal order share a rank. */
  readonly rank: number;
  readonly band: Band;
  /** 0–100. */
  readonly score: number;
  readonly mustHaves: { readonly evidenced: number; readonly total: number };
  readonly requirements: readonly RequirementMatch[];
  readonly counterfactual: Counterfactual | null;
}

/** The encoder in use, or why there is none. */
export type ModelState =
  | { readonly state: 'ready'; readonly id: string; readonly sha256: string; readonly calibrated: boolean }
  | {
      readonly state: 'absent';
      readonly code: 'model-missing' | 'model-hash-mismatch' | 'model-failed' | 'switched-off';
    };

/** Every number that decides a score; shown in the app, stored with each ranking. */
export interface MatchSettings {
  readonly useModel: boolean;
  readonly weights: { readonly must: number; readonly want: number; readonly trainable: number };
}

/** A number that decides something about a person, as the screen “About the model” lists it. */
export interface DecidingNumber {
  /** What it belongs to, in plain words, e.g. `Verification factor`; rows of one group stand together. */
  readonly group: string;
  readonly name: string;
  readonly value: number;
  /** What it does, in one sentence. */
  readonly decides: string;
}

export interface Ranking {
  readonly job: JobId;
  readonly jobVersion: number;
  readonly model: ModelState;
  readonly settings: MatchSettings;
  /** SHA-256 over all inputs (job, settings, model, statements, verdicts): equal inputs give equal bytes. */
  readonly inputsHash: string;
  readonly candidates: readonly RankedCandidate[];
  /**
   * Everybody after `candidates`, ranked alike and explained when asked (`ranking.explain`). Absent where all are among
   * `candidates`.
   */
  readonly others?: OtherCandidates;
}

/** People in the order of the ranking, as columns of equal length. */
export interface OtherCandidates {
  readonly candidates: readonly CandidateId[];
  readonly ranks: readonly number[];
  readonly bands: readonly Band[];
  /** 0–100. */
  readonly scores: readonly number[];
  /** Must-haves that are evidenced; how many are asked is the same for everybody. */
  readonly evidenced: readonly number[];
}
