import './problem-note.css';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../shared/api/problems.ts';
import { problemMessage } from '../../shared/messages/problem-messages.ts';
import { shell } from '../../shared/messages/ui.en.ts';
import { Button } from './button.tsx';

/** What went wrong and what to do next, in words. */
export function ProblemNote(props: { readonly problem: Problem; readonly onRetry?: () => void }) {
  const { what, next } = problemMessage(props.problem);
  return (
    <Note look="bad" role="alert">
      <p>
        <strong>{what}</strong> {next}
      </p>
      {props.onRetry !== undefined && (
        <Button size="small" onPress={props.onRetry}>
          {shell.retry}
        </Button>
      )}
    </Note>
  );
}

interface NoteProps {
  readonly look: 'bad' | 'warn' | 'quiet';
  readonly role?: 'alert' | 'status' | 'note';
  readonly children: ReactNode;
}

export function Note({ look, role = 'note', children }: NoteProps) {
  return (
    <div className={`note note-${look}`} role={role}>
      <CircleAlert className="icon" size={16} aria-hidden="true" />
      <div className="note-body">{children}</div>
    </div>
  );
}
