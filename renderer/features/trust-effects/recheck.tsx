import './trust-effects.css';
import { useEffect, useRef } from 'react';
import { effects, shell, trust } from '../../../shared/messages/ui.en.ts';
import { closeRecheck, recheckAll, stopRecheck, useRecheck } from '../../api/recheck.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';
import { EffectReport } from './effect-report.tsx';

/** Checks every credential again by hand. */
export function RecheckButton() {
  const { isRunning } = useRecheck();
  return (
    <Button isDisabled={isRunning} onPress={() => void recheckAll()}>
      {trust.recheck}
    </Button>
  );
}

/** How checking again goes, and then what it changed; nothing where nobody has asked for it. */
export function RecheckOutcome() {
  const { isRunning, result, problem } = useRecheck();
  if (!isRunning && result === null && problem === null) return null;
  return <Outcome />;
}

function Outcome() {
  const { isRunning, result, problem } = useRecheck();
  const task = useTaskProgress('credentials.recheck');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was pressed has gone, with a step or behind a dialog: the keyboard goes on here.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section className="changes" aria-labelledby="recheck-title">
      <div className="section-head">
        <h2 id="recheck-title" ref={heading} tabIndex={-1}>
          {effects.resultTitle}
        </h2>
        {!isRunning && (
          <Button size="small" onPress={closeRecheck}>
            {effects.dismiss}
          </Button>
        )}
      </div>
      {isRunning && (
        <div className="effect-work">
          <TaskProgress task={task} label={trust.rechecking} />
          <Button onPress={stopRecheck}>{shell.cancel}</Button>
        </div>
      )}
      {problem !== null && <ProblemNote problem={problem} onRetry={() => void recheckAll()} />}
      {result !== null && <EffectReport effect={result} tense="did" />}
    </section>
  );
}
