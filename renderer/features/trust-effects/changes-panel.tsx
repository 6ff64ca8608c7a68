import './trust-effects.css';
import { useState } from 'react';
import { changes as words } from '../../../shared/messages/ui.en.ts';
import { problemOf } from '../../api/engine.ts';
import { useChanges, useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { MovedVerdicts } from './moved-verdicts.tsx';

/** Verdicts that moved since a person last looked; it goes when they say that they have seen them. */
export function ChangesPanel() {
  const changed = useChanges().data ?? [];
  const [isOpen, setOpen] = useState(false);
  const seen = useCommand('credentials.changesSeen', ['credentials']);
  if (changed.length === 0) return null;
  return (
    <section className="changes" aria-label={words.title(changed.length)}>
      <div className="section-head">
        <div>
          <h2>{words.title(changed.length)}</h2>
          <p className="muted">{words.note}</p>
        </div>
        <div className="page-actions">
          <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? words.hide : words.show}
          </Button>
          <Button isDisabled={seen.isPending} onPress={() => seen.mutate({})}>
            {words.seen}
          </Button>
        </div>
      </div>
      {seen.isError && <ProblemNote problem={problemOf(seen.error)} />}
      {isOpen && <MovedVerdicts moved={changed} label={words.title(changed.length)} />}
    </section>
  );
}
