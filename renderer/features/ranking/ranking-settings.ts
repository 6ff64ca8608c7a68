import { useSyncExternalStore } from 'react';
import type { MatchSettings } from '../../../shared/model/match.ts';

export type Weights = MatchSettings['weights'];

/** What the engine starts from; shown as the sliders' rest. */
export const DEFAULT_WEIGHTS: Weights = { must: 1, want: 0.4, trainable: 0.2 };

let current: Weights = DEFAULT_WEIGHTS;
const listeners = new Set<() => void>();

/** The weights as set in this window; the ranking and the profile of a person read the same ones. */
export function useWeights(): readonly [Weights, (weights: Weights) => void] {
  const weights = useSyncExternalStore(listen, () => current);
  return [weights, setWeights];
}

function setWeights(weights: Weights): void {
  current = weights;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
