import './trust-effects.css';
import { effects, shell } from '../../../shared/messages/ui.en.ts';
import { assertNever } from '../../../shared/model/never.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TaskProgress } from '../../ui/progress.tsx';
import { EffectReport } from './effect-report.tsx';
import type { Preview } from './preview.ts';

/** What a change would do, while it is being found out and when it is known. */
export function EffectPreview({ preview }: { readonly preview: Preview }) {
  const { state, stop, lookAgain } = preview;
  switch (state.step) {
    case 'none':
      return null;
    case 'looking':
      return (
        <div className="effect-work">
          <TaskProgress task={state.task} label={effects.looking} />
          <Button onPress={stop}>{shell.cancel}</Button>
        </div>
      );
    case 'stopped':
      return (
        <p className="page-actions" role="status">
          {effects.cancelled}
          <Button size="small" onPress={lookAgain}>
            {effects.again}
          </Button>
        </p>
      );
    case 'failed':
      return <ProblemNote problem={state.problem} onRetry={lookAgain} />;
    case 'known':
      return <EffectReport effect={state.effect} tense="would" />;
    default:
      return assertNever(state);
  }
}
