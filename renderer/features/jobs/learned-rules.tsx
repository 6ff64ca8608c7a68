import { X } from 'lucide-react';
import { job as words, kinds, priorities } from '../../../shared/messages/ui.en.ts';
import type { RequirementRule } from '../../../shared/model/requirement-rule.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useRules } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatMoment } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** What people's yes and no to lines of ads has taught the workspace, each rule to read and to remove. */
export function LearnedRules() {
  const rules = useRules();
  const remove = useCommand('jobs.removeRule', ['jobs']);
  if (rules.data === undefined) return null;
  return (
    <Disclosure title={words.rulesCount(rules.data.length)} level={3}>
      <p className="muted small">{rules.data.length === 0 ? words.noRules : words.rulesText}</p>
      {remove.isError && <ProblemNote problem={problemOf(remove.error)} />}
      {rules.data.length > 0 && (
        <ul className="left-out" aria-label={words.rulesTitle}>
          {rules.data.map((rule) => (
            <li key={rule.id} className="suggestion">
              <div className="suggestion-words">
                <p>
                  <bdi>{sentenceOf(rule)}</bdi>
                </p>
                <p className="muted small">
                  {formatMoment(rule.at)} · {rule.by}
                </p>
              </div>
              <Button
                size="small"
                aria-label={words.removeRuleNamed(rule.text)}
                isDisabled={remove.isPending}
                onPress={() =>
                  remove.mutate({ rule: rule.id }, { onSuccess: () => announce(words.announceRuleRemoved(rule.text)) })
                }
              >
                <X className="icon" size={14} aria-hidden="true" />
                {words.removeRule}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

function sentenceOf({ verdict, text, kind, priority }: RequirementRule): string {
  if (verdict === 'refused') return words.refusedRule(text);
  const made = [kind === null ? null : kinds[kind], priority === null ? null : priorities[priority]]
    .filter((part) => part !== null)
    .join(', ')
    .toLowerCase();
  return words.acceptedRule(text, made === '' ? words.asTheAdSays : made);
}
