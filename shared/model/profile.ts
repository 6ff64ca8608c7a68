import type { Verdict } from './check.ts';
import type { CandidateId, CredentialKey, Instant, JobId, JsonPointer } from './ids.ts';
import { ISCED_FIELD_CODES, type IscedFieldCode } from './isced-fields.ts';
import type { NeededProfile } from './needed-profile.ts';

export const SHAPES = ['I', 'T', 'Π', 'comb', 'dash', 'not-enough-evidence'] as const;
export type Shape = (typeof SHAPES)[number];

/**
 * Depths, 0–1, from which a field is a stem, and from which another counts as breadth, drawn as lines in the picture; and
 * by how much one of them must be passed before a shape that was shown changes.
 */
export const PROFILE_DEPTHS = { stem: 0.45, breadth: 0.25, margin: 0.05 } as const;

export const TRANSVERSAL_CODES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6'] as const;
export type TransversalCode = (typeof TRANSVERSAL_CODES)[number];

/** Where a person may put a skill: a field, a transversal group, or nowhere. */
export type ProfilePlace = IscedFieldCode | TransversalCode | 'none';
export const PROFILE_PLACES: readonly ProfilePlace[] = [...ISCED_FIELD_CODES, ...TRANSVERSAL_CODES, 'none'];

/**
 * On what ground a skill stands where it stands, firmest first: a person put it there, the credential's field of study,
 * its specialization, a framework's code, or text similarity.
 */
export const PLACE_SOURCES = ['person', 'stated', 'specialization', 'framework', 'similarity'] as const;
export type PlaceSource = (typeof PLACE_SOURCES)[number];

/** How a part of the profile is drawn: by pattern as well as by colour. */
export type EvidenceStanding = 'verified' | 'reserved' | 'claimed';

/** Who moved a skill, when and why; it stands until it is taken back. */
export interface PlaceEditMark {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

/** One skill within a part: its words, and why it stands where it stands. */
export interface PlacedSkill {
  readonly pointer: JsonPointer;
  readonly quote: string;
  readonly source: PlaceSource;
  /** 0–1; 1 where stated or put there by a person. */
  readonly confidence: number;
  readonly edit: PlaceEditMark | null;
}

/** One credential's share in a field or a group, with the words that put it there. */
export interface ProfilePart {
  readonly credential: CredentialKey;
  readonly credentialName: string;
  readonly issuerName: string;
  /** Of the skill that tells most: the first of `skills`. */
  readonly pointer: JsonPointer;
  readonly quote: string;
  /** All skills of the credential that stand here, surest first. */
  readonly skills: readonly PlacedSkill[];
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
  /** The firmest ground on which one of its skills stands here. */
  readonly source: PlaceSource;
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

/** A skill that stands in no field and no group; listed rather than forced into one. */
export interface UnplacedSkill {
  readonly credential: CredentialKey;
  readonly credentialName: string;
  readonly pointer: JsonPointer;
  readonly quote: string;
  /** Nothing is near enough; too small a share of its credential's skills; or a person said that it belongs nowhere. */
  readonly why: 'nothing-near' | 'stray' | 'person';
  readonly edit: PlaceEditMark | null;
}

/** Says what is evidenced; ranks nobody and stays out of the score. */
export interface TProfile {
  readonly candidate: CandidateId;
  /** Set where the profile is read relative to a job: its core field is the stem. */
  readonly job: JobId | null;
  readonly shape: Shape;
  /** The shape by the thresholds alone; another than `shape` while no boundary was passed by the margin. */
  readonly plainShape: Shape;
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
  /** What the job needs, on the same axis; null where the profile is read by itself. */
  readonly needed: NeededProfile | null;
}
