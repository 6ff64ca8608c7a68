import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbedder, MODEL_FOLDER_IN_SOURCES, type ClosableEmbedder } from '../../main/engine/embedder-host.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, type TestEngine } from './open-engine.ts';

/** The steps build on each other: a workspace in a folder, opened again and again, with the real encoder. */
const folder = mkdtempSync(join(tmpdir(), 'tessera-names-'));
/** Six hundred names, so that they are embedded in several pieces. */
const NAMES = Array.from({ length: 600 }, (_, index) => `craft number ${index}`);
const table = (names: readonly string[]) => ({
  name: 'crafts.csv',
  bytes: new TextEncoder().encode(
    ['id,label', 'bees,keeping bees', 'bikes,repairing bicycles', ...names.map((name) => `${name},${name}`)].join('\n'),
  ),
});

let embedder: ClosableEmbedder;
let asked: string[] = [];
let afterPiece: () => void = () => undefined;
beforeAll(async () => {
  embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
});
afterAll(() => {
  embedder.close();
  rmSync(folder, { recursive: true, force: true });
});

async function withEngine<Value>(work: (engine: TestEngine) => Promise<Value>): Promise<Value> {
  asked = [];
  const counting: ClosableEmbedder = {
    ...embedder,
    async embed(texts, signal, onProgress) {
      const rows = await embedder.embed(texts, signal, onProgress);
      asked.push(...texts);
      afterPiece();
      return rows;
    },
    close: () => undefined,
  };
  const engine = openEngine({ workspace: { folder: join(folder, 'workspace') }, embedder: counting });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

const suggest = ({ client }: TestEngine, signal?: AbortSignal) =>
  client.runTask(
    'taxonomies.suggest',
    { text: 'mending bikes', useModel: true, limit: 3 },
    signal === undefined ? {} : { signal },
  );

describe('the vectors of the names in a taxonomy', () => {
  it('stay as far as they came where the work is cancelled, and it goes on from there', async () => {
    await withEngine(async (engine) => {
      await needed(engine.client.runTask('taxonomies.add', { files: [table(NAMES)] }));
      const abort = new AbortController();
      // After the words themselves and a first piece of names.
      afterPiece = () => {
        if (asked.length > 1) abort.abort();
      };
      expect(await suggest(engine, abort.signal)).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
      afterPiece = () => undefined;
      const before = asked.length;
      expect(before).toBeLessThan(NAMES.length);
      const { suggestions } = await needed(suggest(engine));
      expect(suggestions[0]).toMatchObject({ label: 'repairing bicycles', band: expect.any(String) as string });
      // Each once: the words, and the names.
      expect(asked.length).toBe(new Set(asked).size);
      expect(asked.length).toBe(NAMES.length + 3);
      const now = asked.length;
      await needed(suggest(engine));
      expect(asked.length).toBe(now);
    });
  });

  it('are there after a restart, and after a person was erased', async () => {
    await withEngine(async (engine) => {
      const { suggestions } = await needed(suggest(engine));
      expect(suggestions[0]?.label).toBe('repairing bicycles');
      expect(asked).toEqual([]);
      await addPack(engine.client);
      await importFiles(engine.client, poolFiles('candidates/d-01'));
      const [person] = await needed(engine.client.request('candidates.list', {}));
      if (person === undefined) throw new Error('nobody came');
      await needed(engine.client.request('candidates.erase', { candidate: person.candidate.id, reason: 'asked' }));
    });
    await withEngine(async (engine) => {
      await needed(suggest(engine));
      // What somebody typed is let go with the texts of people; the names are not.
      expect(asked.filter((text) => text !== 'mending bikes')).toEqual([]);
    });
  });

  it('are embedded for what is new alone where a taxonomy takes the place of another, and go with it', async () => {
    await withEngine(async (engine) => {
      await needed(engine.client.runTask('taxonomies.add', { files: [table([...NAMES.slice(1), 'tending sheep'])] }));
      await needed(suggest(engine));
      expect(asked.filter((text) => text !== 'mending bikes')).toEqual(['tending sheep']);
      await needed(engine.client.request('taxonomies.remove', { taxonomy: 'csv-crafts' }));
      await needed(engine.client.runTask('taxonomies.add', { files: [table([])] }));
      asked = [];
      await needed(suggest(engine));
      expect(asked).toEqual(['keeping bees', 'repairing bicycles']);
    });
  });
});
