import { useEffect, useRef } from 'react';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { shell, taxonomies as words } from '../../../shared/messages/ui.en.ts';
import type { TaxonomiesAdded } from '../../../shared/model/taxonomy.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Note, ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';
import { closeOutcome, stopAdding, useAdding } from './adding.ts';

/** How adding goes, and then what came of it; nothing where nobody has added any. */
export function AddingOutcome() {
  const { isRunning, outcome, problem } = useAdding();
  if (isRunning) return <Work />;
  if (problem !== null) return <ProblemNote problem={problem} />;
  return outcome === null ? null : <Outcome outcome={outcome} />;
}

function Work() {
  const task = useTaskProgress('taxonomies.add');
  return (
    <div className="taxonomy-work">
      <TaskProgress task={task} label={words.adding} />
      <Button onPress={stopAdding}>{shell.cancel}</Button>
    </div>
  );
}

function Outcome({ outcome: { added, problems, unused } }: { readonly outcome: TaxonomiesAdded }) {
  const sentence = words.done(added.map(({ taxonomy }) => taxonomy.name));
  const replaced = added.filter(({ replaces }) => replaces).map(({ taxonomy }) => taxonomy.name);
  const told = useRef(false);
  useEffect(() => {
    if (!told.current) announce(sentence);
    told.current = true;
  }, [sentence]);
  return (
    <Note look={problems.length > 0 ? 'warn' : 'quiet'}>
      <p>
        <strong>{sentence}</strong> {replaced.length > 0 && words.replaced(replaced)}{' '}
        {unused.length > 0 && words.unused(unused.length)}
      </p>
      {problems.length > 0 && (
        <>
          <p>{words.problems}</p>
          <ul className="taxonomy-problems">
            {problems.map(({ file, problem }, index) => (
              <li key={`${index} ${file}`}>{problemSentence(problem, file)}</li>
            ))}
          </ul>
        </>
      )}
      <Button size="small" takesFocus onPress={closeOutcome}>
        {words.dismiss}
      </Button>
    </Note>
  );
}
