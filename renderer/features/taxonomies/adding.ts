import { useSyncExternalStore } from 'react';
import type { Problem } from '../../../shared/api/problems.ts';
import type { TaxonomiesAdded } from '../../../shared/model/taxonomy.ts';
import { engine } from '../../api/engine.ts';
import { queryClient } from '../../api/query-client.ts';

/** How adding taxonomies stands, or what the last time came to; it goes on while another screen is open. */
export interface AddingState {
  readonly isRunning: boolean;
  readonly outcome: TaxonomiesAdded | null;
  readonly problem: Problem | null;
}

const NOTHING: AddingState = { isRunning: false, outcome: null, problem: null };

let state = NOTHING;
let abort: AbortController | null = null;
const listeners = new Set<() => void>();

export function useAdding(): AddingState {
  return useSyncExternalStore(listen, () => state);
}

/** Reads the chosen files and hands them to the engine; one choice at a time. */
export async function addChosen(files: readonly File[]): Promise<void> {
  if (state.isRunning || files.length === 0) return;
  tell({ ...NOTHING, isRunning: true });
  abort = new AbortController();
  const { signal } = abort;
  const read = await bytesOf(files);
  if (signal.aborted) return tell(NOTHING);
  if (!read.ok) return tell({ ...NOTHING, problem: read.problem });
  const answer = await engine.runTask('taxonomies.add', { files: read.files }, { signal });
  await queryClient.invalidateQueries({ queryKey: ['taxonomies'] });
  if (answer.ok) tell({ ...NOTHING, outcome: answer.value });
  else tell(answer.problem.code === 'cancelled' ? NOTHING : { ...NOTHING, problem: answer.problem });
}

/** Stops reading; nothing of it is stored. */
export function stopAdding(): void {
  abort?.abort();
}

/** Forgets the last outcome, when somebody has read it. */
export function closeOutcome(): void {
  if (!state.isRunning) tell(NOTHING);
}

async function bytesOf(files: readonly File[]) {
  const read = [];
  for (const file of files) {
    try {
      read.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // It was moved or locked since it was chosen.
      const problem: Problem = { code: 'file-unreadable', params: { file: file.name } };
      return { ok: false as const, problem };
    }
  }
  return { ok: true as const, files: read };
}

function tell(next: AddingState): void {
  state = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
