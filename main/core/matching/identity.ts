import type { Credential } from '../../../shared/model/credential.ts';
import type { Requirement } from '../../../shared/model/job.ts';
import type { MetBy } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { isNarrative, normaliseFrameworkId, type PreparedRequirement } from './wording-strength.ts';

/** The tiers that need no likeness: the same entry of a framework, or the same words. */
export type IdentityTier = 'framework' | 'label';

/** @returns The strongest tier by which the statement names the very skill that is asked, or null where none does. */
export function identityTier(
  { requirement, wordings, frameworkIds }: PreparedRequirement,
  statement: SkillStatement,
): IdentityTier | null {
  if (statement.frameworkIds.some((id) => frameworkIds.has(normaliseFrameworkId(id)))) return 'framework';
  return wordings.includes(statement.text) && namesTheThing(requirement, statement) ? 'label' : null;
}

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

/** @returns The entry of the requirement that the statement names, as it stands there. */
export function metByFramework({ frameworkIds }: Requirement, statement: SkillStatement): MetBy {
  const held = new Set(statement.frameworkIds.map(normaliseFrameworkId));
  return { kind: 'framework', words: frameworkIds.find((id) => held.has(normaliseFrameworkId(id))) ?? '' };
}

/** @param wording Normalised. @returns The text or the alternative of the requirement that has this wording. */
export function metByWording({ text, alternatives }: Requirement, wording: string): MetBy {
  if (normaliseSkillText(text) === wording) return { kind: 'text', words: text };
  const alternative = alternatives.find((one) => normaliseSkillText(one) === wording);
  return alternative === undefined ? { kind: 'text', words: text } : { kind: 'alternative', words: alternative };
}

/**
 * A licence is held by a credential of that type and a credential by its name; a word of a description names neither.
 * For skills every field names, but not a clause of a narrative that happens to be one word.
 */
function namesTheThing({ kind }: Requirement, { source, text }: SkillStatement): boolean {
  if (kind === 'licence') return source === 'licence';
  return !isNarrative(source) || text.includes(' ');
}
