import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import workerThreads from 'node:worker_threads';

/**
 * Loaded before a program: everything that would reach a network, or listen on a socket, throws and is told on stderr,
 * also in the program's own child processes and worker threads. Pipes between processes go on working.
 */
function refuse(what: string): never {
  process.stderr.write(`NETWORK USE: ${what}\n`);
  throw new Error(`Network use: ${what}`);
}

globalThis.fetch = () => refuse('fetch');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
  dns[name] = (() => refuse(`dns.${name}`)) as never;
  dns.promises[name] = (() => refuse(`dns.promises.${name}`)) as never;
}
dgram.createSocket = () => refuse('dgram.createSocket');
net.Server.prototype.listen = () => refuse('net.Server.listen');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const [first] = args.flat();
  const isPipe = typeof first === 'object' && first !== null && 'path' in first && typeof first.path === 'string';
  return isPipe ? (Reflect.apply(connect, this, args) as net.Socket) : refuse('net.Socket.connect');
} as typeof connect;

// A worker thread has modules of its own, so each is given this file as well.
const Thread = workerThreads.Worker;
workerThreads.Worker = class extends Thread {
  constructor(file: string | URL, options: workerThreads.WorkerOptions = {}) {
    super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--import', import.meta.url] });
  }
};
syncBuiltinESMExports();
