import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../main/adapters/sqlite/connection.ts';
import type { Client } from '../../shared/api/client.ts';
import { forkEngine } from './fork-engine.ts';
import { addPack, needed, openEngine, poolFiles, stage } from './open-engine.ts';

const KILLS = 20;
const files = poolFiles(
  'manifest.csv',
  ...Array.from({ length: 8 }, (_, index) => `candidates/d-0${index + 1}`).filter(isThere),
);
const root = mkdtempSync(join(tmpdir(), 'tessera-crash-'));
/** What an import that nothing disturbs leaves behind, and how long it takes here from the first request to the end. */
let whole: Awaited<ReturnType<typeof contents>>;
let milliseconds = 0;

beforeAll(async () => {
  const folder = join(root, 'undisturbed');
  const engine = forkEngine(folder);
  const started = await begun(engine.client);
  await importAll(engine.client);
  milliseconds = performance.now() - started;
  whole = await contents(engine.client);
  await engine.stop();
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('an import whose process is killed', () => {
  it.each(moments(KILLS))(
    'at %f of its time leaves each file imported once or not at all, and a second run completes it',
    async (moment) => {
      const folder = join(root, `killed-at-${moment}`);
      const engine = forkEngine(folder);
      await begun(engine.client);
      const work = importAll(engine.client).catch(() => undefined);
      await sleep(moment * milliseconds);
      await engine.kill();
      // Work that was under way when its process died has nobody left to tell of its end.
      await Promise.race([work, sleep(100)]);

      const left = looks(folder);
      expect(left.integrity).toBe('ok');
      // Done means stored, and stored means done: neither is there without the other.
      expect(left.storedButNotDone).toEqual([]);
      expect(left.doneButNotStored).toEqual([]);

      const { client, close } = openEngine({ workspace: { folder } });
      await complete(client);
      expect(await contents(client)).toEqual(whole);
      await close();
    },
    30_000,
  );
});

/** Waits until the engine answers, so that the time of its start is no part of the import's. */
async function begun(client: Client): Promise<number> {
  await needed(client.request('workspace.status', {}));
  return performance.now();
}

async function importAll(client: Client): Promise<void> {
  await addPack(client);
  const batch = await stage(client, files);
  await needed(client.runTask('import.run', { batch }));
}

/** The second run, in this process: what waits is finished; what was never staged is given again. */
async function complete(client: Client): Promise<void> {
  await addPack(client);
  for (const { batch } of await needed(client.request('import.pending', {}))) {
    await needed(client.runTask('import.run', { batch }));
  }
  await needed(client.runTask('import.run', { batch: await stage(client, files) }));
  await needed(client.runTask('credentials.recheck', {}));
  expect(await needed(client.request('import.pending', {}))).toEqual([]);
}

/** Everyone with their credentials and verdicts, without the ids that differ from run to run. */
async function contents(client: Client) {
  await needed(client.request('workspace.set', { blind: false }));
  const rows = await needed(client.request('candidates.list', {}));
  const people = [];
  for (const { candidate } of rows) {
    const { credentials } = await needed(client.request('candidates.get', { candidate: candidate.id }));
    const own = credentials.map(({ key, report }) => `${key} ${report.verdict}`);
    people.push({ ref: candidate.ref, name: candidate.name, credentials: own });
  }
  return people.sort((one, other) => ((one.ref ?? '') < (other.ref ?? '') ? -1 : 1));
}

/** Reads the file as it was left, before any engine has opened it again. */
function looks(folder: string) {
  const opened = openDatabase({ kind: 'file', path: join(folder, 'tessera.sqlite') });
  if (!opened.ok) throw new Error(opened.problem.code);
  const database = opened.value;
  const all = (sql: string) => database.prepare(sql).all();
  const left = {
    integrity: database.pragma('integrity_check', { simple: true }),
    storedButNotDone: all(`SELECT name FROM batch_files JOIN documents USING (hash) WHERE result IS NULL`),
    doneButNotStored: all(
      `SELECT name FROM batch_files WHERE result IS NOT NULL AND json_array_length(result, '$.credentials') > 0
         AND hash NOT IN (SELECT document FROM credentials)`,
    ),
  };
  database.close();
  return left;
}

/** Seeded (mulberry32), so that a failure can be run again. */
function moments(count: number): readonly number[] {
  let state = 20260901;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Number((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32).toFixed(3));
  });
}

function isThere(path: string): boolean {
  try {
    return poolFiles(path).length > 0;
  } catch {
    return false;
  }
}
