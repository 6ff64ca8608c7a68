import type { LeftOutSentence, SuggestedRequirement } from '../../../shared/model/job.ts';
import type { LineDecision, RequirementRule } from '../../../shared/model/requirement-rule.ts';
import { defaultWeight } from '../matching/settings.ts';
import { normaliseSkillText } from '../skills/normalise.ts';
import { countedId, suggestedLine } from './job-file.ts';
import type { ReadJob } from './read-job.ts';

/** What a rule says, before it has an id, a time and a person. */
export type TaughtRule = Pick<RequirementRule, 'wording' | 'text' | 'verdict' | 'kind' | 'priority'>;

/**
 * Lets what was learned decide on lines of exactly the same normalised wording: a refused one is left out (and listed
 * as left out), an accepted one gets the kind and priority that a person gave it, and a sentence that asks nothing by
 * its looks becomes a line where a person made one of it. Nothing is inferred for wordings that are merely alike.
 */
export function applyRules(job: ReadJob, rules: readonly RequirementRule[]): ReadJob {
  if (rules.length === 0) return job;
  const byWording = new Map(rules.map((rule) => [rule.wording, rule]));
  const ruleFor = (text: string) => byWording.get(normaliseSkillText(text));
  const refused: LeftOutSentence[] = [];
  const lines: SuggestedRequirement[] = [];
  for (const line of job.lines) {
    const rule = ruleFor(line.text);
    if (rule?.verdict === 'refused') refused.push({ text: line.text, reason: 'rule', rule: rule.id });
    else lines.push(rule === undefined ? line : asTaught(line, rule));
  }
  const stillOut: LeftOutSentence[] = [];
  for (const sentence of job.leftOut) {
    const rule = sentence.reason === 'asks-nothing' ? ruleFor(sentence.text) : undefined;
    if (rule?.verdict === 'accepted') lines.push(madeLine(sentence.text, rule, lines.length));
    else stillOut.push(sentence);
  }
  const hasOwnIds = job.lines.some(({ id }, index) => id !== countedId(index));
  return {
    ...job,
    lines: hasOwnIds ? lines : lines.map((line, index) => ({ ...line, id: countedId(index) })),
    leftOut: [...refused, ...stillOut],
  };
}

/**
 * @param standing The rule that stands for this wording now.
 * @returns The rule to keep, `forget` where a refusal was taken back, or null where there is nothing to learn: a line
 *   that was accepted as it was suggested teaches nothing that the reader does not know.
 */
export function ruleOf(decision: LineDecision, standing: RequirementRule | null): TaughtRule | 'forget' | null {
  const wording = normaliseSkillText(decision.text);
  if (wording === '') return null;
  const rule = { wording, text: decision.text };
  if (!decision.accepted) {
    return standing?.verdict === 'refused' ? null : { ...rule, verdict: 'refused', kind: null, priority: null };
  }
  if (decision.kind === null && decision.priority === null) return standing?.verdict === 'refused' ? 'forget' : null;
  return {
    ...rule,
    verdict: 'accepted',
    kind: decision.kind ?? standing?.kind ?? null,
    priority: decision.priority ?? standing?.priority ?? null,
  };
}

function asTaught(line: SuggestedRequirement, rule: RequirementRule): SuggestedRequirement {
  const priority = rule.priority ?? line.priority;
  const isUsual = line.weight === defaultWeight(line.priority);
  return {
    ...line,
    kind: rule.kind ?? line.kind,
    priority,
    weight: isUsual ? defaultWeight(priority) : line.weight,
    rule: rule.id,
  };
}

function madeLine(sentence: string, rule: RequirementRule, index: number): SuggestedRequirement {
  return suggestedLine(index, {
    text: sentence,
    kind: rule.kind ?? 'skill',
    priority: rule.priority ?? 'want',
    sourceSentence: sentence,
    rule: rule.id,
  });
}
