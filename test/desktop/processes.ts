import { readdirSync, readFileSync } from 'node:fs';

/** The processes that a process started, and those that they started, from /proc: Linux only. */
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

/** What a process was started with; '' when it is over. */
export function commandOf(id: number): string {
  return (tryRead(`/proc/${id}/cmdline`) ?? '').replaceAll('\0', ' ').trim();
}

/** A file of /proc, or null: a process may end while it is looked at. */
export function tryRead(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
