import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { listening, modelled, onlyModelled } from './unmodelled.ts';

/** A Node child process that sees `process.parentPort`, as a utility process does. */
function forkUtility(
  modulePath: string,
  args: readonly string[] = [],
  options: Electron.ForkOptions = {},
): Electron.UtilityProcess {
  onlyModelled('utilityProcess.fork', options, ['serviceName']);
  const emitter = new EventEmitter();
  const child = fork(modulePath, [...args], {
    execArgv: ['--import', import.meta.resolve('./parent-port.ts')],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.on('spawn', () => emitter.emit('spawn'));
  child.on('message', (message) => emitter.emit('message', message));
  child.on('exit', (code) => emitter.emit('exit', code ?? 1));
  process.on('exit', () => child.kill('SIGKILL'));
  const part = {
    pid: child.pid,
    kill: () => child.kill(),
    postMessage(message: unknown, transfer?: unknown[]) {
      if (transfer !== undefined) throw new Error('The Electron double does not model the transfer of ports');
      if (child.connected) child.send(message as object, () => undefined);
    },
  } satisfies Partial<Electron.UtilityProcess>;
  return modelled<Electron.UtilityProcess>('UtilityProcess', {
    ...part,
    ...listening('UtilityProcess', emitter, ['spawn', 'message', 'exit']),
  });
}

export const utilityProcess = modelled<typeof Electron.utilityProcess>('utilityProcess', { fork: forkUtility });
