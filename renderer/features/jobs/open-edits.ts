import { useCallback, useSyncExternalStore } from 'react';
import type { JobId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import { NEW_JOB, editOf, stepJobEdit, type JobEdit, type JobEditEvent } from './job-draft.ts';

const edits = new Map<JobId | null, JobEdit>();
const listeners = new Set<() => void>();

/** The work on a job, kept while the window is open, so that a look at another screen loses nothing. */
export function useJobEdit(id: JobId | null, saved: Job | null): readonly [JobEdit, (event: JobEditEvent) => void] {
  const kept = useSyncExternalStore(listen, () => edits.get(id) ?? null);
  const current = kept ?? (saved === null ? NEW_JOB : editOf(saved));
  const step = useCallback(
    (event: JobEditEvent) => {
      edits.set(id, stepJobEdit(edits.get(id) ?? (saved === null ? NEW_JOB : editOf(saved)), event));
      tell();
    },
    [id, saved],
  );
  return [current, step];
}

/** Forgets the work on a job; what is saved stands. */
export function forgetJobEdit(id: JobId | null): void {
  edits.delete(id);
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
