import { importing, trust } from '../../../shared/messages/ui.en.ts';
import { recheckAll, useRecheck } from '../../api/recheck.ts';
import { useTaskProgress } from '../../api/task-progress.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** Shows how checking again stands, and starts it by hand. */
export function Recheck() {
  const task = useTaskProgress('credentials.recheck');
  const { isRunning, result, problem } = useRecheck();
  return (
    <>
      <span className="muted" role="status">
        {isRunning && trust.rechecking}
        {isRunning && task !== null && ` ${importing.progress(task.done, task.total)}`}
        {result !== null && trust.recheckDone(result.checked, result.moved.length)}
      </span>
      {problem !== null && <ProblemNote problem={problem} />}
      <Button isDisabled={isRunning} onPress={() => void recheckAll()}>
        {trust.recheck}
      </Button>
    </>
  );
}
