import type { Instant, JobId, RequirementId, RequirementRuleId } from './ids.ts';

export const REQUIREMENT_KINDS = [
  'skill',
  'competency',
  'characteristic',
  'credential',
  'licence',
  'language',
] as const;
/** Characteristics go to the interview, never to the match. */
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

export const PRIORITIES = ['must', 'want', 'trainable'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** One line of a job: what is asked, how much it weighs, and where it came from. */
export interface Requirement {
  readonly id: RequirementId;
  readonly text: string;
  readonly kind: RequirementKind;
  readonly priority: Priority;
  /** 0–1; the default follows from the priority (must 1.0, want 0.4, trainable 0.2). */
  readonly weight: number;
  /** EQF level 1–8 that is asked, or null for any. */
  readonly level: number | null;
  /** Other wordings that would do as well: any one meets the requirement. */
  readonly alternatives: readonly string[];
  /** Framework URIs that name the same skill (ESCO, O*NET, CASE, CTDL). */
  readonly frameworkIds: readonly string[];
  /** Evidence must not be older than this many years; null: age does not matter. */
  readonly maxAgeYears: number | null;
  /** The words of the ad from which it was taken, as accepted by a person. */
  readonly sourceSentence: string | null;
  /**
   * Years of experience that the ad asks for, at least (1–50). They stand in for a skill, so they never enter the match;
   * a person is warned of them and can ask in the interview. Absent in jobs that were saved before they were kept.
   */
  readonly years?: number | null | undefined;
  /**
   * A level as the ad states it, other than EQF: `A1`–`C2` of a language, else a word such as `advanced`. It is no EQF
   * level, so the match does not weigh it; it stays with the words for the person who decides. Absent like `years`.
   */
  readonly statedLevel?: string | null | undefined;
}

export interface Job {
  readonly id: JobId;
  readonly title: string;
  /** The job's core field (ISCED-F narrow field code, e.g. `061`), for the T-profile relative to the job. */
  readonly field: string | null;
  readonly requirements: readonly Requirement[];
  /** Counts from 1; each save makes a new version. */
  readonly version: number;
  readonly savedAt: Instant;
}

/**
 * A line that was read out of an ad or a job file and that a person has not accepted yet. Accepted, it is what
 * {@link requirementOfLine} makes of it.
 */
export interface SuggestedRequirement extends Requirement {
  /** The words from which it was taken; for a job file without such words the line itself. */
  readonly sourceSentence: string;
  /** Codes of things to think about: `age`, `native-speaker`, `digital-native`, `years-as-proxy`, `gender`, `degree-without-alternative`. */
  readonly warnings: readonly string[];
  readonly years: number | null;
  readonly statedLevel: string | null;
  /** The learned rule that made the line what it is; null where the ad alone did. */
  readonly rule: RequirementRuleId | null;
}

/** A sentence of an ad that no line was made of. */
export interface LeftOutSentence {
  readonly text: string;
  /** `rule`: refused before; `order`: speaks to a program; `asks-nothing`: about the employer, the pay, how to apply. */
  readonly reason: 'rule' | 'order' | 'not-english' | 'asks-nothing';
  readonly rule: RequirementRuleId | null;
}

/** The requirement that a suggested line becomes when a person accepts it as it stands. */
export function requirementOfLine(line: SuggestedRequirement): Requirement {
  const { warnings: _warnings, rule: _rule, ...requirement } = line;
  return requirement;
}
