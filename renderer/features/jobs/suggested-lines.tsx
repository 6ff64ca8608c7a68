import { Check, Pencil, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { job as words, kinds, priorities, unknownWarning, warnings } from '../../../shared/messages/ui.en.ts';
import { PRIORITIES, REQUIREMENT_KINDS, type SuggestedRequirement } from '../../../shared/model/job.ts';
import { announce } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/problem-note.tsx';
import { withPriority, type JobEdit, type JobEditEvent, type Suggestion } from './job-draft.ts';
import { newRequirementId } from './requirement-id.ts';

interface SuggestedLinesProps {
  readonly edit: JobEdit;
  readonly step: (event: JobEditEvent) => void;
}

/** The lines that wait for a person's yes or no, each with the sentence that it came from. */
export function SuggestedLines({ edit, step }: SuggestedLinesProps) {
  const { suggestions } = edit;
  const list = useRef<HTMLUListElement>(null);
  /** Where the focus goes once a line is gone: to the yes of the line that took its place. */
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const accepts = list.current?.querySelectorAll<HTMLElement>('[data-accept]') ?? [];
    accepts[Math.min(next.current, accepts.length - 1)]?.focus();
    next.current = null;
  }, [suggestions.length]);
  const calm = suggestions.filter(({ line }) => line.warnings.length === 0);
  return (
    <section className="suggestions" aria-label={words.suggestedTitle}>
      <div className="section-head">
        <p>
          <strong>{words.suggestedTitle}</strong>{' '}
          <span className="muted" role="status">
            {words.suggested(suggestions.length)}
          </span>
        </p>
        {calm.length > 0 && (
          <Button
            size="small"
            onPress={() => {
              for (const { key } of calm) step({ type: 'accepted', key, spare: newRequirementId() });
            }}
          >
            {words.acceptAll}
          </Button>
        )}
      </div>
      <ul ref={list}>
        {suggestions.map((suggestion, index) => (
          <SuggestedLine
            key={suggestion.key}
            suggestion={suggestion}
            step={step}
            onDecided={() => {
              next.current = index;
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface SuggestedLineProps {
  readonly suggestion: Suggestion;
  readonly step: SuggestedLinesProps['step'];
  readonly onDecided: () => void;
}

function SuggestedLine({ suggestion, step, onDecided }: SuggestedLineProps) {
  const [isEdited, setEdited] = useState(false);
  const { line, key } = suggestion;
  return (
    <li className="suggestion">
      <div className="suggestion-words">
        {isEdited ? (
          <CorrectLine line={line} onChange={(changed) => step({ type: 'corrected', key, line: changed })} />
        ) : (
          <LineWords line={line} />
        )}
        {line.sourceSentence !== '' && line.sourceSentence !== line.text && (
          <p className="muted small">
            {words.from}: <q>{line.sourceSentence}</q>
          </p>
        )}
        {line.rule !== null && <p className="muted small">{words.byRule}</p>}
        {line.warnings.map((code) => (
          <Note key={code} look="warn">
            {warnings[code] ?? unknownWarning(code)}
          </Note>
        ))}
      </div>
      <div className="page-actions">
        <Button
          size="small"
          look="plain"
          aria-label={isEdited ? words.correctedLine(line.text) : words.correctLine(line.text)}
          onPress={() => setEdited(!isEdited)}
        >
          <Pencil className="icon" size={14} aria-hidden="true" />
          {isEdited ? words.corrected : words.correct}
        </Button>
        <Button
          size="small"
          aria-label={words.rejectLine(line.text)}
          onPress={() => {
            onDecided();
            step({ type: 'rejected', key });
            announce(words.announceRejected(line.text));
          }}
        >
          <X className="icon" size={14} aria-hidden="true" />
          {words.reject}
        </Button>
        <Button
          size="small"
          data-accept=""
          aria-label={words.acceptLine(line.text)}
          isDisabled={line.text.trim() === ''}
          onPress={() => {
            onDecided();
            step({ type: 'accepted', key, spare: newRequirementId() });
            announce(words.announceAccepted(line.text));
          }}
        >
          <Check className="icon" size={14} aria-hidden="true" />
          {words.accept}
        </Button>
      </div>
    </li>
  );
}

function LineWords({ line }: { readonly line: SuggestedRequirement }) {
  return (
    <>
      <p className="suggestion-text">
        <bdi>{line.text}</bdi>
      </p>
      <p className="page-actions">
        <Badge tone={line.priority === 'must' ? 'accent' : 'quiet'}>{priorities[line.priority]}</Badge>
        <Badge tone="quiet">{kinds[line.kind]}</Badge>
        {line.level !== null && <Badge tone="quiet">{words.levelOf(line.level)}</Badge>}
        {line.statedLevel !== null && <Badge tone="quiet">{words.statedLevelOf(line.statedLevel)}</Badge>}
        {line.years !== null && <Badge tone="quiet">{words.yearsOf(line.years)}</Badge>}
      </p>
      {line.alternatives.length > 0 && (
        <p className="small">
          {words.anyOf}: <bdi>{line.alternatives.join(' · ')}</bdi>
        </p>
      )}
    </>
  );
}

interface CorrectLineProps {
  readonly line: SuggestedRequirement;
  readonly onChange: (line: SuggestedRequirement) => void;
}

function CorrectLine({ line, onChange }: CorrectLineProps) {
  return (
    <div className="suggestion-correct">
      <TextField
        label={words.text}
        hiddenLabel
        autoFocus
        value={line.text}
        onChange={(text) => onChange({ ...line, text })}
      />
      <SelectField
        label={words.priority}
        hiddenLabel
        value={line.priority}
        options={PRIORITIES.map((value) => ({ value, label: priorities[value] }))}
        onChange={(priority) => onChange(withPriority(line, priority))}
      />
      <SelectField
        label={words.kind}
        hiddenLabel
        value={line.kind}
        options={REQUIREMENT_KINDS.map((value) => ({ value, label: kinds[value] }))}
        onChange={(kind) => onChange({ ...line, kind })}
      />
    </div>
  );
}
