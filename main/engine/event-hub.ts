import type { EventName, Events } from '../../shared/api/contract.ts';

/** Passes events from where they happen to whoever listens. */
export interface EventHub {
  emit<Name extends EventName>(event: Name, payload: Events[Name]): void;
  subscribe(event: string, listener: (payload: unknown) => void): () => void;
}

export function createEventHub(): EventHub {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
    subscribe(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => void heard.delete(listener);
    },
  };
}
