import './progress.css';
import { Label, ProgressBar } from 'react-aria-components';
import type { TaskState } from '../../shared/api/contract.ts';
import { importing } from '../../shared/messages/ui.en.ts';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How far work is; without a total it only says that it goes on. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <ProgressBar className="progress" value={done} maxValue={Math.max(total, 1)} isIndeterminate={total === 0}>
      {({ percentage }) => (
        <>
          <Label className="progress-label">{label}</Label>
          <span className="muted numeric">{total === 0 ? '' : importing.progress(done, total)}</span>
          <div className="progress-track">
            <div
              className={total === 0 ? 'progress-fill progress-fill-unknown' : 'progress-fill'}
              style={total === 0 ? {} : { width: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  );
}

/** The phase of long work with its own done and total. */
export function TaskProgress({ task, label }: { readonly task: TaskState | null; readonly label: string }) {
  if (task === null) return <Progress label={label} done={0} total={0} />;
  return <Progress label={`${label}: ${importing.phases[task.phase]}`} done={task.done} total={task.total} />;
}
