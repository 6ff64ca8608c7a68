import { useSyncExternalStore } from 'react';
import type { TaskName, TaskState } from '../../shared/api/contract.ts';
import { engine } from './engine.ts';

const newest = new Map<string, TaskState>();
const listeners = new Set<() => void>();

/** Keeps the newest state of each kind of work. @returns how to stop. */
export function followTasks(): () => void {
  return engine.subscribe('task', (state) => {
    newest.set(state.operation, state);
    for (const listener of listeners) listener();
  });
}

/** The newest work of this kind while it runs, else null. */
export function useTaskProgress(operation: TaskName): TaskState | null {
  const state = useSyncExternalStore(listen, () => newest.get(operation) ?? null);
  return state?.state === 'running' ? state : null;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
