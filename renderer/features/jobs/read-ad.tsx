import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { JobEdit, JobEditEvent } from './job-draft.ts';
import { job as words } from '../../../shared/messages/ui.en.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Note, ProblemNote } from '../../ui/problem-note.tsx';
import { LeftOut } from './left-out.tsx';
import { textOfFile } from './text-of-file.ts';
import { SuggestedLines } from './suggested-lines.tsx';

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
        onSuccess: ({ title, field, lines, leftOut, beyond }) => {
          setRead(true);
          step({ type: 'suggested', title, field, lines, leftOut, beyond });
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
            accept=".json,.txt,.html,.htm,.jsonld,.csv,.tsv,.md"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              void file?.arrayBuffer().then((bytes) => {
                const content = textOfFile(new Uint8Array(bytes));
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
      {edit.suggestions.length > 0 && <SuggestedLines edit={edit} step={step} />}
      {edit.beyond > 0 && <Note look="quiet">{words.beyond(edit.beyond)}</Note>}
      {edit.leftOut.length > 0 && <LeftOut sentences={edit.leftOut} step={step} />}
    </Section>
  );
}
