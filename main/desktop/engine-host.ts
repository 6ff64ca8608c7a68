import type { UtilityProcess } from 'electron';
import { EVENT_NAMES, type Events } from '../../shared/api/contract.ts';
import { isToEmbedder } from '../../shared/api/embedder-relay.ts';
import { connectPort, type Port } from '../../shared/api/message-port-transport.ts';
import { fail } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';
import { createEmbedderDesk } from './embedder-desk.ts';

export interface EngineHostOptions {
  readonly startEngine: () => UtilityProcess;
  readonly startEmbedder: () => UtilityProcess;
  /** The engine's process ended unasked and was started again; what it was doing is answered as failed. */
  readonly onRestart: () => void;
  /** It ended {@link FALLS_IN_A_ROW} times without having answered once in between. */
  readonly onGivenUp: () => void;
}

/** An engine that can't start will not start the next time either. */
export const FALLS_IN_A_ROW = 3;

/** The engine in a process of its own, as one transport that outlives that process. */
export function hostEngine(options: EngineHostOptions): Transport & { stop(): void } {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let state: 'running' | 'stopped' | 'given-up' = 'running';
  let falls = 0;
  let line = openLine();

  function openLine() {
    const engine = options.startEngine();
    const desk = createEmbedderDesk(options.startEmbedder, (envelope) => engine.postMessage(envelope));
    const transport = connectPort(portOf(engine));
    engine.on('message', (message: unknown) => {
      if (isToEmbedder(message)) desk.take(message);
    });
    for (const name of EVENT_NAMES) transport.subscribe(name, (payload) => tell(name, payload));
    engine.once('exit', () => {
      desk.stop();
      transport.disconnect();
      if (state === 'running') fallen();
    });
    return { engine, transport, desk };
  }

  function fallen(): void {
    falls += 1;
    if (falls >= FALLS_IN_A_ROW) {
      state = 'given-up';
      options.onGivenUp();
      return;
    }
    line = openLine();
    options.onRestart();
    tell('changed', EVERYTHING_CHANGED);
  }

  function tell(event: string, payload: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  }

  return {
    async request(name, input) {
      if (state !== 'running') return fail('internal', { incident: 'engine-stopped' });
      const { transport } = line;
      const result = await transport.request(name, input);
      // An answer from the engine itself, not from its line having been cut.
      if (line.transport === transport) falls = 0;
      return result;
    },
    subscribe(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => void heard.delete(listener);
    },
    stop() {
      state = 'stopped';
      line.desk.stop();
      line.engine.kill();
    },
  };
}

/** After a restart every screen asks again. */
const EVERYTHING_CHANGED: Events['changed'] = { concepts: ['candidates', 'jobs', 'trust', 'workspace', 'import'] };

function portOf(engine: UtilityProcess): Port {
  return {
    postMessage: (message) => engine.postMessage(message),
    onMessage(listener) {
      engine.on('message', listener);
      return () => void engine.removeListener('message', listener);
    },
  };
}
