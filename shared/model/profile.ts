import type { Verdict } from './check.ts';
import type { CandidateId, CredentialKey, JobId, JsonPointer } from './ids.ts';
import { ISCED_FIELD_CODES, type IscedFieldCode } from './isced-fields.ts';

export const SHAPES = ['I', 'T', 'Π', 'comb', 'dash', 'not-enough-evidence'] as const;
export type Shape = (typeof SHAPES)[number];

/** Depths, 0–1, from which a field is a stem, and from which another counts as breadth; drawn as lines in the picture. */
export const PROFILE_DEPTHS = { stem: 0.45, breadth: 0.25 } as const;

export const TRANSVERSAL_CODES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const;
export type TransversalCode = (typeof TRANSVERSAL_CODES)[number];

/** Where a person may put a skill: a field, a transversal group, or nowhere. */
export type ProfilePlace = IscedFieldCode | TransversalCode | 'none';
export const PROFILE_PLACES: readonly ProfilePlace[] = [...ISCED_FIELD_CODES, ...TRANSVERSAL_CODES, 'none'];

/** How a part of the profile is drawn: by pattern as well as by colour. */
export type EvidenceStanding = 'verified' | 'reserved' | 'claimed';

/** One credential's share in a field or a group, with the words that put it there. */
export interface ProfilePart {
  readonly credential: CredentialKey;
  readonly credentialName: string;
  readonly issuerName: string;
  readonly pointer: JsonPointer;
  readonly quote: string;
  readonly verdict: Verdict;
  readonly standing: EvidenceStanding;
  /** 0–1, EQF/8, rubric position or result scale; null where not stated. */
  readonly level: number | null;
  /** 0–5, the assessment-basis ladder of E1. */
  readonly assessmentBasis: number;
  /** 0–1: min(1, ECTS/60), 0.15 for a badge without credits; 0 where a parent subsumes it or it is a second copy. */
  readonly volume: number;
  /** 0–1 by verification. */
  readonly trust: number;
  /** level × assessment basis × trust, as entered into the maximum. */
  readonly quality: number;
}

export interface ProfileField {
  /** ISCED-F 2013 narrow field code, e.g. `061`. */
  readonly code: string;
  readonly name: string;
  readonly source: 'stated' | 'framework' | 'similarity';
  /** 0–1; 1 where stated. */
  readonly confidence: number;
  /** 0–1: 0.7 · max quality + 0.3 · (1 − e^(−Σ volume·trust / 0.5)). */
  readonly depth: number;
  readonly parts: readonly ProfilePart[];
}

/** One of the six transversal groups that form the bar (after ESCO T1–T6). */
export interface TransversalGroup {
  readonly code: TransversalCode;
  readonly name: string;
  readonly evidenced: boolean;
  readonly parts: readonly ProfilePart[];
}

/** A skill that no field and no group is near enough to; listed rather than forced into one. */
export interface UnplacedSkill {
  readonly credential: CredentialKey;
  readonly credentialName: string;
  readonly pointer: JsonPointer;
  readonly quote: string;
}

/** Says what is evidenced; ranks nobody and stays out of the score. */
export interface TProfile {
  readonly candidate: CandidateId;
  /** Set where the profile is read relative to a job: its core field is the stem. */
  readonly job: JobId | null;
  readonly shape: Shape;
  /** The field code that is the stem; null where there is none. */
  readonly stem: string | null;
  /** Deepest first; ties by code. */
  readonly fields: readonly ProfileField[];
  /** Other fields with depth ≥ .25 and groups evidenced. */
  readonly breadth: { readonly fields: number; readonly groups: number };
  readonly transversal: readonly TransversalGroup[];
  readonly notPlaced: readonly UnplacedSkill[];
  /** Items of evidence counted: distinct wordings of a skill, so that ten copies of a badge are one. */
  readonly evidenceCount: number;
}
