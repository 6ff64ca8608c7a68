import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Set up before every unit test: whatever tries to look up a name, to connect or to call `fetch` throws, so that a
 * test can't pass because a server happened to answer. Pipes to child processes go on working.
 */
const refuse = (what: string) => (): never => {
  throw new Error(`Network use in a test: ${what}`);
};

globalThis.fetch = refuse('fetch');
dns.lookup = refuse('dns.lookup') as unknown as typeof dns.lookup;
dns.promises.lookup = refuse('dns.promises.lookup') as unknown as typeof dns.promises.lookup;
dgram.createSocket = refuse('dgram.createSocket');

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const [first] = args.flat();
  const isPipe = typeof first === 'object' && first !== null && 'path' in first && typeof first.path === 'string';
  if (!isPipe) refuse('net.Socket.connect')();
  return Reflect.apply(connect, this, args) as net.Socket;
} as typeof connect;
