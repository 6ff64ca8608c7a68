import type { Problem } from '../api/problems.ts';
import type { Instant } from './ids.ts';
import type { Band, ModelState } from './match.ts';

/** The forms in which taxonomies are published and that Tessera reads. */
export const TAXONOMY_FORMS = ['esco', 'esco-tabiya', 'onet', 'case', 'ctdl-asn', 'csv'] as const;
export type TaxonomyForm = (typeof TAXONOMY_FORMS)[number];

/**
 * What a concept is. Only a skill can be identified with a requirement; a group (a heading, a field of knowledge) says
 * where a skill belongs, and an occupation is no skill.
 */
export type ConceptKind = 'skill' | 'group' | 'occupation';

/** One entry of a taxonomy, in English. */
export interface TaxonomyConcept {
  /** The publisher's own; where a form has none, one of Tessera's (`urn:tessera:taxonomy:…`). */
  readonly uri: string;
  readonly kind: ConceptKind;
  /** The preferred label as it is written. */
  readonly label: string;
  /** Other labels as they are written, without the preferred one. */
  readonly alternatives: readonly string[];
  /** The publisher's code: of a group (`S4.8`, `0613`), of a statement (CASE `humanCodingScheme`), else null. */
  readonly code: string | null;
  /** URIs of what is next broader, in this taxonomy or, by a cross-walk, in another. */
  readonly broader: readonly string[];
  /** URIs of concepts of other taxonomies that mean the same (SKOS exactMatch). */
  readonly exact: readonly string[];
  /** URIs of concepts of other taxonomies that mean nearly the same (SKOS closeMatch); they identify nothing. */
  readonly close: readonly string[];
}

export interface TaxonomyCounts {
  readonly skills: number;
  readonly groups: number;
  readonly occupations: number;
  /** Preferred and other labels. */
  readonly labels: number;
  /** Steps from a concept to a broader one. */
  readonly broader: number;
  /** Exact and close matches with other taxonomies. */
  readonly crossWalks: number;
}

/** A taxonomy in the workspace, without its concepts. */
export interface Taxonomy {
  /** Names it to people and commands: `esco`, `onet`, `case-…`. Adding one of the same id takes its place. */
  readonly id: string;
  readonly name: string;
  /** As the publisher writes it; null where the files do not say. */
  readonly version: string | null;
  readonly form: TaxonomyForm;
  /** The publisher's words on reuse where they are known. */
  readonly licence: string | null;
  /** SHA-256 of the concepts as they were read: the same files give the same, in whatever order they came. */
  readonly sha256: string;
  /** Names of the files from which it was read, without their folders, sorted. */
  readonly files: readonly string[];
  readonly counts: TaxonomyCounts;
  readonly addedAt: Instant;
}

/** What came of adding files: a file with a problem keeps no other from being read. */
export interface TaxonomiesAdded {
  /** `replaces`: a taxonomy of the same id was there before. */
  readonly added: readonly { readonly taxonomy: Taxonomy; readonly replaces: boolean }[];
  readonly problems: readonly { readonly file: string; readonly problem: Problem }[];
  /** Files of a known download that hold nothing that is used here. */
  readonly unused: readonly string[];
}

/** One concept as it is looked up, with what stands around it by label. */
export interface ConceptView {
  readonly taxonomy: Pick<Taxonomy, 'id' | 'name' | 'version'>;
  readonly concept: TaxonomyConcept;
  readonly broader: readonly { readonly uri: string; readonly label: string }[];
  /** ISCED-F 2013 narrow field code (`061`) to which its groups place it, else null. */
  readonly field: string | null;
  /** False where the label is one of another skill of the same taxonomy too: then it identifies neither. */
  readonly identifies: boolean;
}

/** A skill of a taxonomy that may be what some words mean; nothing counts as the same until a person says so. */
export interface SuggestedSkill {
  readonly taxonomy: Pick<Taxonomy, 'id' | 'name'>;
  readonly uri: string;
  readonly label: string;
  /** A few of its other names, to tell it from another skill of the same label. */
  readonly otherNames: readonly string[];
  /** P that the words mean this skill, 0–1; null for a sentence, which may mean several, and without a calibration. */
  readonly probability: number | null;
  /** The band of that P; null where there is none, and the order is all that is known. */
  readonly band: Band | null;
}

export interface SkillSuggestions {
  /** What the words were compared by; without a model, by their letters. */
  readonly model: ModelState;
  /** Best first. */
  readonly suggestions: readonly SuggestedSkill[];
}
