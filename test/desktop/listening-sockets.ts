import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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

export function descendantsOf(ancestor: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? tryRead(`/proc/${name}/stat`) : null;
    const parent = stat === null ? null : /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    if (parent != null) parents.set(Number(name), Number(parent));
  }
  const found: number[] = [];
  const waiting = [ancestor];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [id, parent] of parents) {
      if (parent !== next) continue;
      found.push(id);
      waiting.push(id);
    }
  }
  return found;
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

function commandOf(id: number): string {
  return (tryRead(`/proc/${id}/cmdline`) ?? '').split('\0').slice(0, 3).join(' ');
}

// A process may end while it is looked at.
function tryRead(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function tryLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
