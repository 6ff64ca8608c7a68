import { Check, FileText, X } from 'lucide-react';
import { useState } from 'react';
import type { JobEdit, JobEditEvent, Suggestion } from './job-draft.ts';
import { job as words, kinds, priorities, unknownWarning, warnings } from '../../../shared/messages/ui.en.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Note, ProblemNote } from '../../ui/problem-note.tsx';
import { newRequirementId } from './requirement-id.ts';

interface ReadAdProps {
  readonly edit: JobEdit;
  readonly step: (event: JobEditEvent) => void;
  readonly startsOpen: boolean;
}

/** Reads a pasted ad or a job file into lines, each of which a person accepts or rejects. */
export function ReadAd({ edit, step, startsOpen }: ReadAdProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [text, setText] = useState('');
  const [isRead, setRead] = useState(false);
  const suggest = useCommand('jobs.suggest');
  const read = (ad: string) =>
    suggest.mutate(
      { text: ad },
      {
        onSuccess: ({ title, field, lines }) => {
          setRead(true);
          step({ type: 'suggested', title, field, lines });
          announce(words.suggested(lines.length));
        },
      },
    );
  if (!isOpen) {
    return (
      <div>
        <Button onPress={() => setOpen(true)}>
          <FileText className="icon" size={15} aria-hidden="true" />
          {words.pasteTitle}
        </Button>
      </div>
    );
  }
  return (
    <Section title={words.pasteTitle} note={words.pasteText}>
      <TextField label={words.paste} rows={6} maxLength={1_000_000} value={text} onChange={setText} />
      <div className="page-actions">
        <Button isDisabled={text.trim() === '' || suggest.isPending} onPress={() => read(text)}>
          {words.suggest}
        </Button>
        <label className="button button-plain button-regular file-choice">
          {words.importFile}
          <input
            type="file"
            accept=".json,.txt,.html,.jsonld"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              void file?.text().then((content) => {
                setText(content);
                read(content);
              });
            }}
          />
        </label>
      </div>
      {suggest.isError && <ProblemNote problem={problemOf(suggest.error)} />}
      {isRead && edit.suggestions.length === 0 && edit.requirements.length === 0 && (
        <p className="muted">{words.noneFound}</p>
      )}
      {edit.suggestions.length > 0 && <Suggestions edit={edit} step={step} />}
    </Section>
  );
}

function Suggestions({ edit, step }: Omit<ReadAdProps, 'startsOpen'>) {
  const calm = edit.suggestions.filter(({ line }) => line.warnings.length === 0);
  return (
    <section className="suggestions" aria-label={words.suggestedTitle}>
      <div className="section-head">
        <p>
          <strong>{words.suggestedTitle}</strong>{' '}
          <span className="muted" role="status">
            {words.suggested(edit.suggestions.length)}
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
      <ul>
        {edit.suggestions.map((suggestion) => (
          <SuggestedLine key={suggestion.key} suggestion={suggestion} step={step} />
        ))}
      </ul>
    </section>
  );
}

function SuggestedLine(props: { readonly suggestion: Suggestion; readonly step: ReadAdProps['step'] }) {
  const { suggestion, step } = props;
  const { line, key } = suggestion;
  return (
    <li className="suggestion">
      <div className="suggestion-words">
        <p className="suggestion-text">
          <bdi>{line.text}</bdi>
        </p>
        <p className="page-actions">
          <Badge tone={line.priority === 'must' ? 'accent' : 'quiet'}>{priorities[line.priority]}</Badge>
          <Badge tone="quiet">{kinds[line.kind]}</Badge>
          {line.level !== null && <Badge tone="quiet">{words.levelOf(line.level)}</Badge>}
        </p>
        {line.sourceSentence !== '' && line.sourceSentence !== line.text && (
          <p className="muted small">
            {words.from}: <q>{line.sourceSentence}</q>
          </p>
        )}
        {line.warnings.map((code) => (
          <Note key={code} look="warn">
            {warnings[code] ?? unknownWarning(code)}
          </Note>
        ))}
      </div>
      <div className="page-actions">
        <Button
          size="small"
          aria-label={words.rejectLine(line.text)}
          onPress={() => {
            step({ type: 'rejected', key });
            announce(words.announceRejected(line.text));
          }}
        >
          <X className="icon" size={14} aria-hidden="true" />
          {words.reject}
        </Button>
        <Button
          size="small"
          aria-label={words.acceptLine(line.text)}
          onPress={() => {
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
