import '../../ui/disclosure.css';
import { ChevronRight, X } from 'lucide-react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { job as words, kinds, priorities, suggestSkill } from '../../../shared/messages/ui.en.ts';
import { PRIORITIES, REQUIREMENT_KINDS, type Requirement } from '../../../shared/model/job.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField, WeightSlider } from '../../ui/field.tsx';
import { withPriority } from './job-draft.ts';
import { SkillMeaning } from './suggest-skill.tsx';

interface RequirementEditorProps {
  readonly requirement: Requirement;
  readonly onChange: (requirement: Requirement) => void;
  readonly onRemove: () => void;
}

const LEVELS = ['any', '1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** One line of a job: its words, kind and priority at hand, the rest one step away. */
export function RequirementEditor({ requirement, onChange, onRemove }: RequirementEditorProps) {
  const change = (part: Partial<Requirement>) => onChange({ ...requirement, ...part });
  return (
    <li>
      <div className="requirement" role="group" aria-label={requirement.text || words.emptyLine}>
        <div className="requirement-line">
          <TextField label={words.text} hiddenLabel value={requirement.text} onChange={(text) => change({ text })} />
          <SelectField
            label={words.priority}
            hiddenLabel
            value={requirement.priority}
            options={PRIORITIES.map((value) => ({ value, label: priorities[value] }))}
            onChange={(priority) => onChange(withPriority(requirement, priority))}
          />
          <SelectField
            label={words.kind}
            hiddenLabel
            value={requirement.kind}
            options={REQUIREMENT_KINDS.map((value) => ({ value, label: kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
          <Button look="plain" aria-label={words.removeLine(requirement.text)} onPress={onRemove}>
            <X className="icon" size={15} aria-hidden="true" />
          </Button>
        </div>
        {requirement.kind === 'characteristic' && <p className="muted small">{words.interviewOnly}</p>}
        <Disclosure className="disclosure">
          <Heading level={3} className="disclosure-heading">
            <AriaButton slot="trigger" className="disclosure-trigger small muted">
              <ChevronRight className="icon disclosure-arrow" size={14} aria-hidden="true" />
              <span>
                {words.more}: <span className="visually-hidden">{requirement.text}</span>
                {summaryOf(requirement)}
              </span>
            </AriaButton>
          </Heading>
          <DisclosurePanel className="disclosure-panel">
            <div className="requirement-more">
              <WeightSlider label={words.weight} value={requirement.weight} onChange={(weight) => change({ weight })} />
              <SelectField
                label={words.level}
                value={LEVELS[requirement.level ?? 0] ?? 'any'}
                options={LEVELS.map((value) => ({
                  value,
                  label: value === 'any' ? words.anyLevel : words.levelOf(Number(value)),
                }))}
                onChange={(level) => change({ level: level === 'any' ? null : Number(level) })}
              />
              <TextField
                label={words.maxAge}
                maxLength={2}
                value={requirement.maxAgeYears === null ? '' : String(requirement.maxAgeYears)}
                onChange={(years) => change({ maxAgeYears: yearsOf(years) })}
              />
              <div className="requirement-alternatives">
                <TextField
                  label={words.alternatives}
                  hint={words.alternativesHint}
                  rows={2}
                  maxLength={20_000}
                  value={requirement.alternatives.join('\n')}
                  onChange={(text) => change({ alternatives: text === '' ? [] : text.split('\n').slice(0, 50) })}
                />
              </div>
            </div>
            <SkillMeaning requirement={requirement} onChange={(ids) => change({ frameworkIds: ids })} />
            <p className="muted small">
              {requirement.sourceSentence === null ? (
                words.sourceNone
              ) : (
                <>
                  {words.from}: <q>{requirement.sourceSentence}</q>
                </>
              )}
            </p>
          </DisclosurePanel>
        </Disclosure>
      </div>
    </li>
  );
}

function summaryOf({ weight, level, alternatives, frameworkIds }: Requirement): string {
  return [
    `${words.weight.toLowerCase()} ${weight.toFixed(1)}`,
    level === null ? words.anyLevel.toLowerCase() : words.levelOf(level).toLowerCase(),
    ...(alternatives.length === 0 ? [] : [words.alternativeCount(alternatives.length)]),
    ...(frameworkIds.length === 0 ? [] : [suggestSkill.entryCount(frameworkIds.length)]),
  ].join(', ');
}

function yearsOf(text: string): number | null {
  const years = Number.parseInt(text, 10);
  return Number.isNaN(years) ? null : Math.min(80, Math.max(0, years));
}
