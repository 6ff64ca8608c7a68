import type { IscedFieldCode } from '../../../shared/model/isced-fields.ts';
import type { TransversalGroup } from '../../../shared/model/profile.ts';
import type { TaxonomyConcept } from '../../../shared/model/taxonomy.ts';

/** What one concept is to another. */
export type ConceptRelation = 'same' | 'narrower' | 'broader';

export interface ConceptWay {
  readonly relation: ConceptRelation;
  /** On the shortest way; 0 for the same. */
  readonly steps: number;
}

/**
 * What the workspace's taxonomies say of skills, all of them together. URIs are compared without scheme, case and
 * trailing slash; texts are given normalised (`normaliseSkillText`).
 */
export interface Taxonomies {
  /** Which taxonomies these are, by id: belongs to the inputs of whatever rests on them. */
  readonly state: readonly { readonly id: string; readonly sha256: string }[];
  /**
   * The URIs of the skills whose preferred or alternative label this text is, at most one a taxonomy: a label that two
   * skills of one taxonomy have names neither.
   */
  conceptsNamed(normalisedText: string): readonly string[];
  /** All skills that have this label, and which of them it identifies. */
  skillsLabelled(normalisedText: string): readonly LabelledSkill[];
  /**
   * What the first is to the second, through exact matches and the steps from skill to broader skill, of which at most
   * `TAXONOMY.mostSteps` (settings.ts) are gone; null where nothing is known. Steps that stand in a circle say nothing.
   * Groups are no skills: nothing is narrower than they are.
   */
  relation(uri: string, other: string): ConceptRelation | null;
  /** The same with the steps that lie between the two. */
  wayBetween(uri: string, other: string): ConceptWay | null;
  /** Whether a close match is stated between the two, or exact matches of theirs; it identifies nothing. */
  areClose(uri: string, other: string): boolean;
  /**
   * The names of a concept and of its exact matches, each once by its normalised text: preferred labels first, then
   * the others as they are kept; none for an unknown URI.
   */
  namesOf(uri: string): readonly ConceptName[];
  /** The ISCED-F 2013 narrow field in which the nearest of its groups place a concept; null where they disagree. */
  fieldOf(uri: string): IscedFieldCode | null;
  /** The transversal group (ESCO T1–T6) in which its nearest groups place a concept; null where they disagree. */
  transversalGroupOf(uri: string): TransversalGroup['code'] | null;
  /** The concept as it was published, of the first taxonomy by id that has it. */
  concept(uri: string): { readonly taxonomy: string; readonly concept: TaxonomyConcept } | null;
}

export interface ConceptName {
  /** Normalised. */
  readonly text: string;
  /** As it is written. */
  readonly label: string;
  /** Id of the taxonomy in which it stands. */
  readonly taxonomy: string;
}

export interface LabelledSkill {
  readonly uri: string;
  /** Id of the taxonomy that has it. */
  readonly taxonomy: string;
  /** False where another skill of the same taxonomy has the label too. */
  readonly identifies: boolean;
}

/** The taxonomies of a workspace without any: nothing is known, and nothing changes. */
export const NO_TAXONOMIES: Taxonomies = {
  state: [],
  conceptsNamed: () => [],
  skillsLabelled: () => [],
  relation: () => null,
  wayBetween: () => null,
  areClose: () => false,
  namesOf: () => [],
  fieldOf: () => null,
  transversalGroupOf: () => null,
  concept: () => null,
};
