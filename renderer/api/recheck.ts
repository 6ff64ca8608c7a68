import { useSyncExternalStore } from 'react';
import type { TaskResultOf } from '../../shared/api/contract.ts';
import type { Problem, Result } from '../../shared/api/problems.ts';
import { engine } from './engine.ts';
import { queryClient } from './query-client.ts';

/** How checking every stored credential again stands. */
export interface RecheckState {
  readonly isRunning: boolean;
  readonly result: TaskResultOf<'credentials.recheck'> | null;
  readonly problem: Problem | null;
}

let state: RecheckState = { isRunning: false, result: null, problem: null };
let isWanted = false;
const listeners = new Set<() => void>();

export function useRecheck(): RecheckState {
  return useSyncExternalStore(listen, () => state);
}

/**
 * Judges every stored credential with the trust data of now. Whoever changes that data calls it, so that no screen
 * shows a verdict that rests on what has gone. A call during a run makes one more run.
 */
export async function recheckAll(): Promise<void> {
  isWanted = true;
  if (state.isRunning) return;
  tell({ isRunning: true, result: null, problem: null });
  let answer: Result<TaskResultOf<'credentials.recheck'>> | null = null;
  while (isWanted) {
    isWanted = false;
    answer = await engine.runTask('credentials.recheck', {});
  }
  await queryClient.invalidateQueries();
  tell({
    isRunning: false,
    result: answer?.ok === true ? answer.value : null,
    problem: answer?.ok === false ? answer.problem : null,
  });
}

function tell(next: RecheckState): void {
  state = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
