import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createVerifierPool } from '../../main/engine/verifier-pool.ts';
import type { TaskState } from '../../shared/api/contract.ts';
import { importFiles, needed, openEngine, poolFiles, stage, type TestFile } from './open-engine.ts';

const root = mkdtempSync(join(tmpdir(), 'tessera-work-'));
const stillOpen = new Set<() => Promise<void>>();
afterAll(async () => {
  for (const close of stillOpen) await close();
  rmSync(root, { recursive: true, force: true });
});

/** An engine without trust data that counts the files for which a worker was asked. */
function open(workspace: 'memory' | { readonly folder: string } = 'memory') {
  const verifier = createVerifierPool({ workers: 2 });
  const { client, close } = openEngine({ workspace, verifier });
  stillOpen.add(close);
  const closeOnce = () => (stillOpen.delete(close), close());
  return { client, close: closeOnce, verified: () => verifier.counts().verified };
}

const files = jsonFiles();

describe('the work of an import', () => {
  it('is done once for a dry run and the import after it', async () => {
    const { client, verified } = open();
    const batch = await stage(client, files);
    const preview = await needed(client.runTask('import.preview', { batch }));
    expect(verified()).toBe(files.length);
    const report = await needed(client.runTask('import.run', { batch }));
    expect(report.counts).toEqual(preview.counts);
    expect(verified()).toBe(files.length);
  });

  it('is done once for files that come a second time, and for a workspace that is opened again', async () => {
    const folder = join(root, 'again');
    const first = open({ folder });
    await importFiles(first.client, files);
    expect(first.verified()).toBe(files.length);
    await first.close();

    const second = open({ folder });
    const report = await importFiles(second.client, files);
    expect(report.counts.imported).toBe(0);
    expect(await needed(second.client.runTask('credentials.recheck', {}))).toMatchObject({ checked: 0 });
    expect(second.verified()).toBe(0);
  });

  it('goes on after a cancel with what is left, and says beforehand what was done', async () => {
    const folder = join(root, 'cancelled');
    // More than one piece of them, each with bytes of its own.
    const many = Array.from({ length: 12 }, (_, copy) => files.map((file) => copyOf(file, copy))).flat();
    const first = open({ folder });
    const batch = await stage(first.client, many);
    const abort = new AbortController();
    const states: TaskState[] = [];
    const report = await needed(
      first.client.runTask(
        'import.run',
        { batch },
        {
          signal: abort.signal,
          onProgress(state) {
            states.push(state);
            if (state.phase === 'storing') abort.abort();
          },
        },
      ),
    );
    expect(report.cancelled).toBe(true);
    const done = report.counts.files;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(many.length);
    // A bar that shows the progress never runs backwards.
    const shown = states.filter((state) => state.phase !== 'finished').map((state) => state.done);
    expect(shown).toEqual([...shown].sort((one, other) => one - other));
    await first.close();

    const second = open({ folder });
    const [pending] = await needed(second.client.request('import.pending', {}));
    expect(pending).toMatchObject({ batch, filesDone: done, filesLeft: many.length - done });
    const whole = await needed(second.client.runTask('import.run', { batch }));
    expect(whole.counts.files).toBe(many.length);
    expect(second.verified()).toBe(many.length - done);
  });
});

/** Badges of the pool, by content: files that are the same are one. */
function jsonFiles(): readonly TestFile[] {
  const all = poolFiles('candidates').filter((file) => file.name.endsWith('.json'));
  return [...new Map(all.map((file) => [Buffer.from(file.bytes).toString('base64'), file])).values()];
}

function copyOf({ name, bytes }: TestFile, copy: number): TestFile {
  const text = `${new TextDecoder().decode(bytes)}${' '.repeat(copy)}`;
  return { name: `${copy}/${name}`, bytes: new TextEncoder().encode(text) };
}
