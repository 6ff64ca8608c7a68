import { ruleOf } from '../../core/requirements/learned-rules.ts';
import { normaliseSkillText } from '../../core/skills/normalise.ts';
import type { JobId, RequirementRuleId } from '../../../shared/model/ids.ts';
import type { LineDecision } from '../../../shared/model/requirement-rule.ts';
import type { EngineContext } from '../engine-context.ts';

/** Keeps what a person's decisions on suggested lines teach; the last word on a wording stands. In one transaction. */
export function learnFrom(context: EngineContext, job: JobId, decisions: readonly LineDecision[]): void {
  const { workspace, clock, ids, by } = context;
  const rules = workspace.requirementRules;
  let learned = 0;
  for (const decision of decisions) {
    const standing = rules.ofWording(normaliseSkillText(decision.text));
    const taught = ruleOf(decision, standing);
    if (taught === null) continue;
    learned += 1;
    if (taught !== 'forget') rules.put({ ...taught, id: ids.next() as RequirementRuleId, at: clock.now(), by });
    else if (standing !== null) rules.remove(standing.id);
  }
  if (learned > 0) context.record('job.rules-learned', null, { job, rules: learned });
}
