import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TaskState } from '../../shared/api/contract.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, stage, type TestEngine } from './open-engine.ts';

const folders: string[] = [];
const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function open(options: Parameters<typeof openEngine>[0] = {}) {
  const engine = openEngine(options);
  engines.push(engine);
  return engine.client;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-import-'));
  folders.push(folder);
  return folder;
}

const people = ['manifest.csv', 'candidates/d-01', 'candidates/d-02', 'candidates/d-05.zip'] as const;

describe('an import', () => {
  it('brings every credential of the files, by the person whom the manifest names', async () => {
    const client = open();
    await addPack(client);
    const report = await importFiles(client, poolFiles(...people));
    expect(report.counts).toMatchObject({ candidates: 3, duplicates: 0, refused: 0 });
    await needed(client.request('workspace.set', { blind: false }));
    const rows = await needed(client.request('candidates.list', {}));
    expect(rows.map((row) => row.candidate.ref).sort()).toEqual(['D-01', 'D-02', 'D-05']);
    expect(rows.reduce((sum, row) => sum + row.credentials, 0)).toBe(report.counts.imported);
  });

  it('says in a dry run what it would do, and changes nothing', async () => {
    const client = open();
    await addPack(client);
    const batch = await stage(client, poolFiles(...people, 'wrong'));
    const preview = await needed(client.runTask('import.preview', { batch }));
    expect(await needed(client.request('candidates.list', {}))).toEqual([]);
    const report = await needed(client.runTask('import.run', { batch }));
    expect(preview).toEqual({ ...report, dryRun: true });
  });

  it('finds the same bytes again under any name, and doubles nothing', async () => {
    const client = open();
    const [file] = poolFiles('candidates/d-01');
    if (file === undefined) throw new Error('no file');
    await importFiles(client, [file]);
    const report = await importFiles(client, [file, { ...file, name: 'a copy.json' }]);
    expect(report.counts).toMatchObject({ imported: 0, duplicates: 2, candidates: 1 });
    expect(await needed(client.request('workspace.status', {}))).toMatchObject({ credentials: 1, candidates: 1 });
  });

  it('learns from a manifest that comes later who a nameless person is', async () => {
    const client = open();
    const files = poolFiles('candidates/d-01');
    await importFiles(client, files);
    await importFiles(client, [...poolFiles('manifest.csv'), ...files]);
    await needed(client.request('workspace.set', { blind: false }));
    const rows = await needed(client.request('candidates.list', {}));
    expect(rows.map((row) => row.candidate)).toMatchObject([{ ref: 'D-01', name: expect.any(String) }]);
  });

  it('does the same whatever the order of the files', async () => {
    const files = poolFiles(...people);
    const summaries = [];
    for (const ordered of [files, files.toReversed()]) {
      const client = open();
      await addPack(client);
      const report = await importFiles(client, ordered);
      summaries.push(
        report.files.flatMap((file) =>
          file.credentials.map(({ key, candidate, verdict }) => [key, candidate, verdict]),
        ),
      );
    }
    expect(summaries[0]).toEqual(summaries[1]);
  });

  it('goes on past files that are refused, and names each', async () => {
    const client = open();
    const report = await importFiles(client, poolFiles('wrong', 'candidates/d-01'));
    const refused = report.files.filter((file) => file.credentials.length === 0).map((file) => file.problems[0]?.code);
    expect(refused).toContain('format-pdf');
    expect(refused).toContain('zip-bomb');
    expect(report.counts.imported).toBeGreaterThan(20);
  });

  it('can be cancelled and resumed in another session, and then is whole', async () => {
    const folder = newFolder();
    const files = poolFiles('manifest.csv', 'candidates');
    const first = openEngine({ workspace: { folder } });
    await addPack(first.client);
    const batch = await stage(first.client, files);
    const abort = new AbortController();
    const cancelWhenStoring = (state: TaskState) => state.phase === 'storing' && state.done >= 16 && abort.abort();
    const cancelled = await needed(
      first.client.runTask('import.run', { batch }, { signal: abort.signal, onProgress: cancelWhenStoring }),
    );
    expect(cancelled.cancelled).toBe(true);
    await first.close();

    const second = openEngine({ workspace: { folder } });
    const [pending] = await needed(second.client.request('import.pending', {}));
    expect(pending).toMatchObject({ batch, filesDone: cancelled.counts.files });
    const whole = await needed(second.client.runTask('import.run', { batch }));
    expect(await needed(second.client.request('import.pending', {}))).toEqual([]);
    await second.close();

    const client = open();
    await addPack(client);
    expect(whole.counts).toEqual((await importFiles(client, files)).counts);
  });

  it('lets the same batch run only once at a time, and a discarded one not at all', async () => {
    const client = open();
    const batch = await stage(client, poolFiles('candidates/d-01'));
    const first = client.runTask('import.run', { batch });
    expect(await client.request('import.discard', { batch })).toMatchObject({ problem: { code: 'not-found' } });
    await needed(first);
    const other = await stage(client, poolFiles('candidates/d-02'));
    await needed(client.request('import.discard', { batch: other }));
    expect(await client.runTask('import.run', { batch: other })).toMatchObject({ problem: { code: 'not-found' } });
  });

  it('keeps the people of rows that give only a name apart', async () => {
    const client = open();
    const manifest = 'file,candidate_ref,name\nd-01,,One Example\nd-02,,Other Example\n';
    const rename = (file: { name: string; bytes: Uint8Array<ArrayBuffer> }) => ({
      ...file,
      name: file.name.replace('candidates/', ''),
    });
    const report = await importFiles(client, [
      { name: 'manifest.csv', bytes: new TextEncoder().encode(manifest) },
      ...poolFiles('candidates/d-01', 'candidates/d-02').map(rename),
    ]);
    await needed(client.request('workspace.set', { blind: false }));
    const rows = await needed(client.request('candidates.list', {}));
    expect(rows.map((row) => row.candidate.name).sort()).toEqual(['One Example', 'Other Example']);
    expect(rows.map((row) => row.candidate.ref)).toEqual([null, null]);
    expect(report.counts.candidates).toBe(2);
  });
});

describe('an endorsement that comes by itself', () => {
  it('makes no candidate, and its sender is told what to ask for', async () => {
    const client = open();
    const [badge] = poolFiles('candidates/d-01/team-facilitation-2023.json');
    const { endorsement } = JSON.parse(new TextDecoder().decode(badge?.bytes)) as { endorsement: readonly unknown[] };
    const bytes = new TextEncoder().encode(JSON.stringify(endorsement[0]));
    const report = await importFiles(client, [{ name: 'endorsement.json', bytes }]);
    expect(report.files).toMatchObject([{ credentials: [], problems: [{ code: 'endorsement-alone' }] }]);
    expect(await needed(client.request('candidates.list', {}))).toEqual([]);
  });
});

describe('what was imported', () => {
  it('is judged anew when the trust data have changed, and only then', async () => {
    const client = open();
    await importFiles(client, poolFiles('candidates/d-01'));
    await addPack(client);
    const first = await needed(client.runTask('credentials.recheck', {}));
    expect(first.checked).toBeGreaterThan(0);
    expect(first.moved.map((change) => change.to)).toContain('verified');
    expect(await needed(client.runTask('credentials.recheck', {}))).toEqual({
      checked: 0,
      moved: [],
      otherwiseChanged: 0,
    });
  });

  it('is still there in the next session, byte for byte', async () => {
    const folder = newFolder();
    const first = openEngine({ workspace: { folder } });
    const report = await importFiles(first.client, poolFiles('candidates/d-01'));
    await first.close();
    const client = open({ workspace: { folder } });
    for (const { key } of report.files.flatMap((file) => file.credentials)) {
      const { credential, json } = await needed(client.request('credentials.get', { credential: key }));
      expect(credential.key).toBe(key);
      expect(JSON.parse(json)).toHaveProperty('issuer');
    }
  });
});
