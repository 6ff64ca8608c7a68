import type { UtilityProcess } from 'electron';
import type { FromEmbedder, ToEmbedder } from '../../shared/api/embedder-relay.ts';

/** Starts, feeds and ends embedder processes as the engine's envelopes say (shared/api/embedder-relay.ts). */
export interface EmbedderDesk {
  take(envelope: ToEmbedder): void;
  /** Ends every embedder: the engine that asked for them is gone. */
  stop(): void;
}

/** @param answer passes an envelope to the engine. */
export function createEmbedderDesk(
  startProcess: () => UtilityProcess,
  answer: (envelope: FromEmbedder) => void,
): EmbedderDesk {
  const lives = new Map<number, UtilityProcess>();

  function start(life: number): void {
    const embedder = startProcess();
    lives.set(life, embedder);
    embedder.on('message', (message: unknown) => answer({ from: 'embedder', life, message }));
    embedder.once('exit', () => {
      lives.delete(life);
      answer({ from: 'embedder', exited: life });
    });
  }

  return {
    take(envelope) {
      if ('start' in envelope) start(envelope.start);
      else if ('stop' in envelope) lives.get(envelope.stop)?.kill();
      else lives.get(envelope.life)?.postMessage(envelope.message);
    },
    stop() {
      for (const embedder of lives.values()) embedder.kill();
    },
  };
}
