import type { RefusalId } from '../../../shared/model/ids.ts';
import type { Job, Requirement } from '../../../shared/model/job.ts';
import type { Refusal } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { namesPerson, type Identity } from '../shortlists/blind-text.ts';
import { normaliseSkillText } from '../skills/normalise.ts';

/** Of each wording that a person refused for a requirement, the rule that did. */
export type RefusedWordings = ReadonlyMap<string, RefusalId>;

export const NOTHING_REFUSED: RefusedWordings = new Map();

/**
 * What people have refused for this requirement: rules of its job and of the whole workspace. A rule follows the
 * requirement's words, so that it stays when the line is edited elsewhere and goes when its words change.
 */
export function refusedWordings(
  { id: job }: Pick<Job, 'id'>,
  { text }: Pick<Requirement, 'text'>,
  refusals: readonly Refusal[],
): RefusedWordings {
  const asked = normaliseSkillText(text);
  const own = refusals.filter((rule) => rule.asked === asked && (rule.job === null || rule.job === job));
  // The first of two rules that say the same is the one that is named.
  return new Map(own.toReversed().map(({ held, id }) => [held, id]));
}

/**
 * Whether a refusal may become a rule. What was written about one person or names them stays that person's: it is judged
 * for them alone, and goes with them when they are erased.
 *
 * @param of By what the person could be known who shows the words.
 */
export function mayBecomeRule({ quote, source }: Pick<SkillStatement, 'quote' | 'source'>, of: Identity): boolean {
  return source !== 'narrative' && !namesPerson(quote, of);
}
