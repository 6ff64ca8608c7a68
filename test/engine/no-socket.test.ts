import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import { forkEngine } from './fork-engine.ts';
import { addPack, needed, poolFiles, saveJob, stage } from './open-engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-sockets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform !== 'linux')('the engine, its workers and its embedder', () => {
  it('have no TCP or UDP socket open, neither listening nor connected, while they verify and embed', async () => {
    const engine = forkEngine(folder);
    const pid = engine.child.pid;
    if (pid === undefined) throw new Error('the engine did not start');
    const seen: string[] = [];
    const processes = new Set<number>();
    const stop = engine.client.subscribe('task', () => {
      for (const one of processTree(pid)) {
        processes.add(one);
        seen.push(...networkSockets(one));
      }
    });
    await addPack(engine.client);
    const batch = await stage(engine.client, poolFiles('candidates/d-01'));
    await needed(engine.client.runTask('import.run', { batch }));
    const job = await saveJob(engine.client, 'data-analyst');
    await needed(engine.client.runTask('ranking.compute', { job: job.id, settings: DEFAULT_SETTINGS }));
    stop();
    await engine.stop();
    expect(processes.size).toBeGreaterThanOrEqual(2);
    expect(seen).toEqual([]);
  });

  it('would be found if they had one', async () => {
    const { createServer } = await import('node:net');
    const server = createServer().listen(0);
    await new Promise((resolve) => server.once('listening', resolve));
    expect(networkSockets(process.pid)).toHaveLength(1);
    server.close();
  });
});

function processTree(pid: number): readonly number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/);
    return [pid, ...children.filter((child) => child !== '').flatMap((child) => processTree(Number(child)))];
  } catch {
    // It has ended in the meantime.
    return [];
  }
}

/** Sockets of the process that stand in the kernel's tables of TCP and UDP (proc_pid_net(5)); pipes and Unix sockets don't. */
function networkSockets(pid: number): readonly string[] {
  try {
    const inodes = new Set(
      ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((table) =>
        readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.trim().split(/\s+/)[9]),
      ),
    );
    return readdirSync(`/proc/${pid}/fd`)
      .flatMap((descriptor) => linkOf(`/proc/${pid}/fd/${descriptor}`))
      .filter((link) => inodes.has(/^socket:\[(\d+)\]$/.exec(link)?.[1]));
  } catch {
    return [];
  }
}

function linkOf(path: string): readonly string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    return [];
  }
}
