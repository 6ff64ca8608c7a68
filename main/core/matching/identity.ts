import type { Credential } from '../../../shared/model/credential.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { MetBy } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import type { TaxonomyIdentity } from '../taxonomies/identity-through.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { isNarrative, normaliseFrameworkId, type PreparedRequirement } from './wording-strength.ts';

/** The tiers that need no likeness: the same entry of a framework, or the same words. */
export type IdentityTier = 'framework' | 'label';

/** What is known of a statement and a requirement without comparing their wordings. */
export type Relation =
  | {
      /** The statement names the very skill that is asked, or a narrower one. */
      readonly tier: IdentityTier;
      /** What a taxonomy says of the two, where it led from one to the other. */
      readonly through: TaxonomyIdentity | null;
    }
  | {
      /** A broader skill or a close match by a taxonomy: it counts for something, and meets nothing. */
      readonly tier: 'related';
      readonly through: TaxonomyIdentity;
    };

/** Looks a statement up in the workspace's taxonomies, for one requirement; `createIdentityFinder` makes it. */
export type IdentityFinder = (statement: SkillStatement) => TaxonomyIdentity | null;

/**
 * The strongest of what is known of a statement and a requirement, or null: the same framework URI, the same words, and
 * then what a taxonomy knows under another URI or another name, as a narrower skill, or as a related one.
 */
export function relationOf(
  { requirement, wordings, frameworkIds }: PreparedRequirement,
  statement: SkillStatement,
  finder: IdentityFinder | null = null,
): Relation | null {
  const isSameEntry = statement.frameworkIds.some((id) => frameworkIds.has(normaliseFrameworkId(id)));
  if (isSameEntry) return BY_FRAMEWORK;
  const isNamed = namesTheThing(requirement, statement);
  if (isNamed && wordings.includes(statement.text)) return BY_LABEL;
  const through = finder?.(statement) ?? null;
  if (through === null || (through.tier === 'label' && !isNamed)) return null;
  return { tier: through.meets ? through.tier : 'related', through };
}

const BY_FRAMEWORK: Relation = { tier: 'framework', through: null };
const BY_LABEL: Relation = { tier: 'label', through: null };

/** Where a credential is asked, what it is called may be evidence, and what it is about is none. */
export function mayEvidence({ kind }: Requirement, { source }: SkillStatement): boolean {
  const asksCredential = kind === 'licence' || kind === 'credential';
  return !asksCredential || source === 'achievement-name' || source === 'licence' || source === 'alignment';
}

/**
 * True where the words are the holder's own: no proof covers them, or the holder is the issuer. Then an identity shows
 * that the skill is claimed, and evidences nothing until a person confirms it.
 */
export function isClaimed({ content, report }: Pick<Credential, 'content' | 'report'>): boolean {
  return content !== 'signed' || report.recognition === 'self-asserted';
}

export function metByTaxonomy({ relation, asked, held }: TaxonomyIdentity): MetBy {
  return {
    kind: 'taxonomy',
    relation,
    words: asked.label,
    held: held.label,
    taxonomy: asked.taxonomy,
  };
}

/** @returns The entry of the requirement that the statement names, as it stands there. */
export function metByFramework({ frameworkIds }: Requirement, statement: SkillStatement): MetBy {
  const held = new Set(statement.frameworkIds.map(normaliseFrameworkId));
  return { kind: 'framework', words: frameworkIds.find((id) => held.has(normaliseFrameworkId(id))) ?? '' };
}

/**
 * @param wording Normalised.
 * @returns The text or the alternative of the requirement that has this wording, or the other name by which a taxonomy
 *   knows it.
 */
export function metByWording({ requirement, otherNames }: PreparedRequirement, wording: string): MetBy {
  const { text, alternatives } = requirement;
  if (normaliseSkillText(text) === wording) return { kind: 'text', words: text };
  const alternative = alternatives.find((one) => normaliseSkillText(one) === wording);
  if (alternative !== undefined) return { kind: 'alternative', words: alternative };
  const name = otherNames.find((one) => one.text === wording);
  if (name !== undefined) return { kind: 'other-name', words: name.label, taxonomy: name.taxonomy };
  return { kind: 'text', words: text };
}

/**
 * A licence is held by a credential of that type and a credential by its name; a word of a description names neither.
 * For skills every field names, but not a clause of a narrative that happens to be one word.
 */
function namesTheThing({ kind }: Requirement, { source, text }: SkillStatement): boolean {
  if (kind === 'licence') return source === 'licence';
  return !isNarrative(source) || text.includes(' ');
}
