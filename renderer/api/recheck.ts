import { useSyncExternalStore } from 'react';
import type { Problem } from '../../shared/api/problems.ts';
import type { TrustEffect } from '../../shared/model/trust.ts';
import { engine } from './engine.ts';
import { queryClient } from './query-client.ts';

/** How checking every stored credential again stands, or what the last time came to. */
export interface RecheckState {
  readonly isRunning: boolean;
  readonly result: TrustEffect | null;
  readonly problem: Problem | null;
}

const NOTHING: RecheckState = { isRunning: false, result: null, problem: null };

let state = NOTHING;
let isWanted = false;
let abort: AbortController | null = null;
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
  tell({ ...NOTHING, isRunning: true });
  abort = new AbortController();
  const { signal } = abort;
  let result: TrustEffect | null = null;
  let problem: Problem | null = null;
  while (isWanted && problem === null) {
    isWanted = false;
    const answer = await engine.runTask('credentials.recheck', {}, { signal });
    if (answer.ok) result = together(result, answer.value);
    else problem = answer.problem;
  }
  await queryClient.invalidateQueries();
  tell({ isRunning: false, result, problem });
}

/** Stops a run; what was judged by then stays judged. */
export function stopRecheck(): void {
  isWanted = false;
  abort?.abort();
}

/** Forgets the last result, when somebody has read it. */
export function closeRecheck(): void {
  if (!state.isRunning) tell(NOTHING);
}

/** Two runs of one wait are one to the person who waits. */
function together(before: TrustEffect | null, then: TrustEffect): TrustEffect {
  if (before === null) return then;
  return {
    checked: Math.max(before.checked, then.checked),
    moved: [...before.moved, ...then.moved],
    otherwiseChanged: Math.max(before.otherwiseChanged, then.otherwiseChanged),
  };
}

function tell(next: RecheckState): void {
  state = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
