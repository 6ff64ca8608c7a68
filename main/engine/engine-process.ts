/**
 * Entry of the engine's own process: `engine-process --workspace=FOLDER --model=FOLDER [--at=INSTANT]`. As Electron's
 * utility process it speaks over the parent port, and reaches the embedder through the desktop
 * (shared/api/embedder-relay.ts); forked by Node it speaks over the IPC channel (`serialization: 'advanced'`) and
 * forks the embedder itself. It opens no socket.
 */
import { parseArgs } from 'node:util';
import { isFromEmbedder, type ToEmbedder } from '../../shared/api/embedder-relay.ts';
import { EVENT_NAMES } from '../../shared/api/contract.ts';
import { servePort, type Port } from '../../shared/api/message-port-transport.ts';
import type { Transport } from '../../shared/api/transport.ts';
import { composeEngine } from './compose-engine.ts';
import { createEmbedder, forkEmbedder } from './embedder-host.ts';
import type { EmbedderChannel } from './embedder-messages.ts';
import { createVerifierPool } from './verifier-pool.ts';

/** An hour: status lists live for days, credentials for years. */
const UP_TO_DATE_MILLISECONDS = 3_600_000;

const host = parentPort() ?? processChannel();
// Messages wait in the port until someone listens, so listening starts before the slow part.
const waiting = hold(host.port);
servePort(waiting, await openEngine(), EVENT_NAMES);

async function openEngine(): Promise<Transport> {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, model: { type: 'string' }, at: { type: 'string' } },
  });
  if (values.workspace === undefined || values.model === undefined)
    throw new Error('--workspace and --model are needed');
  const modelFolder = values.model;
  const relay = host.relaysEmbedder ? relayedEmbedders(host.port) : () => forkEmbedder(modelFolder);
  const verifier = createVerifierPool();
  const embedder = await createEmbedder(modelFolder, relay);
  const engine = composeEngine({
    workspace: { folder: values.workspace },
    embedder,
    verifier,
    ...(values.at === undefined ? {} : { at: values.at }),
  });
  // A workspace that can't be opened answers everything with the reason, so that the window can say it.
  if (!engine.ok) {
    await verifier.close();
    return { request: () => Promise.resolve(engine), subscribe: () => () => undefined };
  }
  const { transport, keepUpToDate, close } = engine.value;
  // A list or a credential can run out while nobody does anything.
  keepUpToDate();
  const timer = setInterval(keepUpToDate, UP_TO_DATE_MILLISECONDS);
  host.onEnd(() => {
    clearInterval(timer);
    void close().finally(() => process.exit(0));
  });
  return transport;
}

interface Host {
  readonly port: Port;
  readonly relaysEmbedder: boolean;
  /** Calls `listener` when the other side is gone. */
  onEnd(listener: () => void): void;
}

/** The port that Electron gives to a utility process; named here because this file knows no Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  off(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

function parentPort(): Host | null {
  if (!('parentPort' in process)) return null;
  const port: unknown = process.parentPort;
  if (!isParentPort(port)) return null;
  return {
    port: {
      postMessage: (message) => port.postMessage(message),
      onMessage(listener) {
        const unwrap = ({ data }: { readonly data: unknown }) => listener(data);
        port.on('message', unwrap);
        return () => port.off('message', unwrap);
      },
    },
    relaysEmbedder: true,
    onEnd: (listener) => void process.once('SIGTERM', listener),
  };
}

function isParentPort(port: unknown): port is ParentPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port && 'off' in port;
}

function processChannel(): Host {
  return {
    port: {
      // The other side may be gone already; then nobody waits for the answer.
      postMessage: (message) => void process.send?.(message, undefined, undefined, () => undefined),
      onMessage(listener) {
        process.on('message', listener);
        return () => void process.off('message', listener);
      },
    },
    relaysEmbedder: false,
    onEnd: (listener) => {
      process.once('disconnect', listener);
      process.once('SIGTERM', listener);
    },
  };
}

/** Keeps what comes before the first listener and hands it over then. */
function hold(port: Port): Port {
  const early: unknown[] = [];
  const stop = port.onMessage((message) => early.push(message));
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage(listener) {
      stop();
      const stopListening = port.onMessage(listener);
      for (const message of early.splice(0)) listener(message);
      return stopListening;
    },
  };
}

function relayedEmbedders(port: Port): () => EmbedderChannel {
  let lives = 0;
  return () => {
    const life = (lives += 1);
    const post = (message: ToEmbedder) => port.postMessage(message);
    post({ to: 'embedder', start: life });
    return {
      postMessage: (message) => post({ to: 'embedder', life, message }),
      onMessage: (listener) =>
        void port.onMessage((message) => {
          if (isFromEmbedder(message) && 'message' in message && message.life === life) listener(message.message);
        }),
      onExit: (listener) => {
        const stop = port.onMessage((message) => {
          if (!isFromEmbedder(message) || !('exited' in message) || message.exited !== life) return;
          stop();
          listener();
        });
      },
      kill: () => post({ to: 'embedder', stop: life }),
    };
  };
}
