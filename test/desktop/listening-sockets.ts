import { readdirSync, readlinkSync } from 'node:fs';
import { commandOf, descendantsOf, tryRead } from './processes.ts';

export interface Socket {
  readonly process: string;
  readonly protocol: string;
  readonly local: string;
  readonly remote: string;
  readonly isListening: boolean;
}

const TCP_LISTEN = '0A';
const PROTOCOLS = ['tcp', 'tcp6', 'udp', 'udp6'] as const;

/** All network sockets of a process's descendants, from /proc: Linux only. */
export function socketsBelow(ancestor: number): readonly Socket[] {
  const known = networkSockets();
  return descendantsOf(ancestor).flatMap((id) =>
    inodesOf(id).flatMap((inode) => {
      const socket = known.get(inode);
      return socket === undefined ? [] : [{ ...socket, process: commandOf(id) }];
    }),
  );
}

function networkSockets(): Map<string, Omit<Socket, 'process'>> {
  const sockets = new Map<string, Omit<Socket, 'process'>>();
  for (const protocol of PROTOCOLS) {
    for (const line of (tryRead(`/proc/net/${protocol}`) ?? '').split('\n').slice(1)) {
      const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
      if (inode !== '') sockets.set(inode, { protocol, local, remote, isListening: state === TCP_LISTEN });
    }
  }
  return sockets;
}

function inodesOf(id: number): readonly string[] {
  try {
    return readdirSync(`/proc/${id}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(tryLink(`/proc/${id}/fd/${fd}`) ?? '')?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    return [];
  }
}

// A process may end while it is looked at.
function tryLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
