import { EventEmitter } from 'node:events';

/** `--import`ed into the child process that stands for a utility process: gives it `process.parentPort`. */
const emitter = new EventEmitter();
const send = process.send?.bind(process);
const early: unknown[] = [];

// As in Electron, nothing is lost that comes before the first listener.
process.on('message', (data) => {
  if (emitter.listenerCount('message') === 0) early.push(data);
  else emitter.emit('message', { data, ports: [] });
});
process.on('disconnect', () => process.exit(0));

Object.defineProperty(process, 'parentPort', {
  value: {
    on(event: string, listener: (event: { data: unknown }) => void) {
      emitter.on(messageOnly(event), listener);
      for (const data of early.splice(0)) emitter.emit('message', { data, ports: [] });
    },
    off: (event: string, listener: (event: { data: unknown }) => void) =>
      void emitter.off(messageOnly(event), listener),
    postMessage: (message: unknown) => void send?.(message),
  },
});
// A utility process has no IPC channel of Node's.
Object.defineProperty(process, 'send', { value: undefined });

function messageOnly(event: string): string {
  if (event !== 'message') throw new Error(`The Electron double does not model parentPort's event '${event}'`);
  return event;
}
