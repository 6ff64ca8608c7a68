import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { MODEL_FOLDER_IN_SOURCES } from '../../main/engine/embedder-host.ts';
import { createClient, type Client } from '../../shared/api/client.ts';
import { connectPort } from '../../shared/api/message-port-transport.ts';
import { AT } from './open-engine.ts';

export interface ForkedEngine {
  readonly client: Client;
  readonly child: ChildProcess;
  /** Ends it as a power cut would: nothing in it gets to run any more. */
  kill(): Promise<void>;
  /** Ends it as the desktop does. */
  stop(): Promise<void>;
}

/** The engine in a process of its own, by the same entry file and the same transport as on the desktop. */
export function forkEngine(folder: string): ForkedEngine {
  const entry = join(import.meta.dirname, '..', '..', 'main', 'engine', 'engine-process.ts');
  const child = fork(entry, [`--workspace=${folder}`, `--model=${MODEL_FOLDER_IN_SOURCES}`, `--at=${AT}`], {
    serialization: 'advanced',
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const transport = connectPort({
    // A process that was killed takes no more messages; the open requests are answered at its exit.
    postMessage: (message) => child.connected && child.send(message as object, () => undefined),
    onMessage(listener) {
      child.on('message', listener);
      return () => void child.off('message', listener);
    },
  });
  const exited = once(child, 'exit').then(() => transport.disconnect());
  return {
    client: createClient(transport),
    child,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}
