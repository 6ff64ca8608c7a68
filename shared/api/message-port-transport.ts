import { fail, type Result } from './problems.ts';
import type { Transport } from './transport.ts';

/**
 * One end of a pair of message ports, whatever the host calls it: a MessagePort, Electron's `parentPort`, the channel
 * of a child process. It must carry values by structured clone (for a child process: `serialization: 'advanced'`).
 */
export interface Port {
  postMessage(message: unknown): void;
  /** Calls `listener` for each message until the returned function is called. */
  onMessage(listener: (message: unknown) => void): () => void;
}

type Message =
  | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown };

/** The asking end. `disconnect` is for when the other process has died: what is open, and whatever is asked after, is answered. */
export function connectPort(port: Port): Transport & { disconnect(): void } {
  const open = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let lastId = 0;
  let connected = true;
  const stop = port.onMessage((message) => {
    if (!isMessage(message)) return;
    if (message.kind === 'answer') {
      open.get(message.id)?.(message.result);
      open.delete(message.id);
    } else if (message.kind === 'event') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.payload);
    }
  });
  return {
    request: (name, input) =>
      new Promise((resolve) => {
        if (!connected) return resolve(DISCONNECTED);
        const id = (lastId += 1);
        open.set(id, resolve);
        port.postMessage({ kind: 'request', id, name, input } satisfies Message);
      }),
    subscribe(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => void heard.delete(listener);
    },
    disconnect() {
      stop();
      connected = false;
      for (const resolve of open.values()) resolve(DISCONNECTED);
      open.clear();
    },
  };
}

const DISCONNECTED = fail('internal', { incident: 'disconnected' });

/** The answering end: hands requests to `endpoint` and passes on its events of the given names. Returns how to stop. */
export function servePort(port: Port, endpoint: Transport, events: readonly string[]): () => void {
  const stops = events.map((name) =>
    endpoint.subscribe(name, (payload) => port.postMessage({ kind: 'event', name, payload } satisfies Message)),
  );
  stops.push(
    port.onMessage((message) => {
      if (!isMessage(message) || message.kind !== 'request') return;
      const { id, name, input } = message;
      void endpoint
        .request(name, input)
        .then((result) => port.postMessage({ kind: 'answer', id, result } satisfies Message));
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

// Both ends are ours; the check tells our messages from other traffic on the same port (the embedder's relay).
function isMessage(message: unknown): message is Message {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    (message.kind === 'request' || message.kind === 'answer' || message.kind === 'event')
  );
}
