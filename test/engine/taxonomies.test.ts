import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskState } from '../../shared/api/contract.ts';
import { BEES, ESCO_FILES, file, INSECTS, lines } from '../adapters/taxonomies/taxonomy-files.ts';
import { zip } from '../fixtures/signing/zip.ts';
import { needed, openEngine, type TestEngine } from './open-engine.ts';

let engine: TestEngine;
beforeEach(() => {
  engine = openEngine();
});
afterEach(() => engine.close());

/** As they cross the border: plain files of names and bytes. */
const escoZip = { name: 'esco.zip', bytes: Uint8Array.from(zip(ESCO_FILES)) };
const plain = (name: string, ...rows: readonly string[]) => {
  const { bytes } = file(name, lines(...rows));
  return { name, bytes: Uint8Array.from(bytes) };
};

describe('taxonomies', () => {
  it('are read out of an archive with progress, told to every screen, logged and listed', async () => {
    const changes: string[] = [];
    engine.client.subscribe('changed', ({ concepts }) => changes.push(...concepts));
    const phases = new Set<TaskState['phase']>();
    const onProgress = (state: TaskState) => void phases.add(state.phase);
    const files = [escoZip, plain('letter.txt', 'Dear all,')];
    const outcome = await needed(engine.client.runTask('taxonomies.add', { files }, { onProgress }));
    expect(outcome.added).toMatchObject([{ taxonomy: { id: 'esco', version: '1.2.0' }, replaces: false }]);
    expect(outcome.problems).toEqual([{ file: 'letter.txt', problem: { code: 'taxonomy-unknown', params: {} } }]);
    expect(phases).toContain('reading');
    expect(changes).toContain('taxonomies');
    expect(await needed(engine.client.request('taxonomies.list', {}))).toEqual(
      outcome.added.map(({ taxonomy }) => taxonomy),
    );
    const [entry] = await needed(engine.client.request('log.list', { limit: 1 }));
    expect(entry).toMatchObject({ kind: 'taxonomy.added', subject: 'ESCO', detail: { replaces: false } });
  });

  it('are looked into by label and by URI, as they stand now', async () => {
    const look = (text: string) => needed(engine.client.request('taxonomies.lookUp', { text }));
    expect(await look('Beekeeping')).toEqual([]);
    await needed(engine.client.runTask('taxonomies.add', { files: [escoZip] }));
    const [found] = await look('Beekeeping');
    expect(found).toMatchObject({
      taxonomy: { id: 'esco', name: 'ESCO', version: '1.2.0' },
      concept: { uri: BEES, label: 'keep bees' },
      broader: expect.arrayContaining([{ uri: INSECTS, label: 'insects' }]),
      field: '081',
      identifies: true,
    });
    expect(await look(BEES)).toEqual([found]);
    const own = plain('own.csv', 'id,label,alternatives', 'a,hive care,beekeeping', 'b,queen care,beekeeping');
    await needed(engine.client.runTask('taxonomies.add', { files: [own] }));
    expect((await look('beekeeping')).map(({ taxonomy, identifies }) => [taxonomy.id, identifies])).toEqual([
      ['csv-own', false],
      ['csv-own', false],
      ['esco', true],
    ]);
  });

  it('go when they are removed, once', async () => {
    await needed(engine.client.runTask('taxonomies.add', { files: [escoZip] }));
    expect(await needed(engine.client.request('taxonomies.remove', { taxonomy: 'esco' }))).toBeNull();
    expect(await needed(engine.client.request('taxonomies.list', {}))).toEqual([]);
    expect(await needed(engine.client.request('taxonomies.lookUp', { text: 'beekeeping' }))).toEqual([]);
    expect(await engine.client.request('taxonomies.remove', { taxonomy: 'esco' })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('are not stored by work that was cancelled', async () => {
    const abort = new AbortController();
    const outcome = engine.client.runTask(
      'taxonomies.add',
      { files: [escoZip] },
      { signal: abort.signal, onProgress: () => abort.abort() },
    );
    expect(await outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await needed(engine.client.request('taxonomies.list', {}))).toEqual([]);
  });
});
