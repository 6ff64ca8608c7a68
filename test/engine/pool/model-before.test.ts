import { afterAll, beforeAll, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../../main/core/matching/settings.ts';
import type { Embedder } from '../../../main/core/ports.ts';
import { ok } from '../../../shared/api/problems.ts';
import { vectorOf } from '../../core/matching/pool/pool-cases.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, saveJob } from '../open-engine.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An encoder of made-up vectors; `piece` is called before each piece of work. */
function encoder(letter: string, piece: () => Promise<void> = () => Promise.resolve()): Embedder {
  return {
    model: { state: 'ready', id: `encoder ${letter}`, sha256: letter.repeat(64), calibrated: false },
    embed: async (texts) => {
      await piece();
      return ok(texts.map((text) => vectorOf(`${letter} ${text}`)));
    },
  };
}

it('the ranking of the model before stays until the new model has embedded everything', async () => {
  const before = openEngine({ workspace: { folder }, embedder: encoder('a') });
  await addPack(before.client);
  await importFiles(before.client, poolFiles('manifest.csv', 'candidates/d-01', 'candidates/d-02'));
  const job = await saveJob(before.client, 'data-analyst');
  const question = { job: job.id, settings: DEFAULT_SETTINGS };
  const old = await needed(before.client.runTask('ranking.compute', question));
  await before.close();

  const shown: (string | undefined)[] = [];
  const after = openEngine({
    workspace: { folder },
    embedder: encoder('b', async () => {
      const soFar = await needed(after.client.request('ranking.soFar', { ...question, first: 10 }));
      shown.push(JSON.stringify(soFar?.ranking.candidates));
      expect(soFar?.ranking.model).toMatchObject({ sha256: 'a'.repeat(64) });
    }),
  });
  const anew = await needed(after.client.runTask('ranking.compute', question));
  expect(shown.length).toBeGreaterThan(1);
  expect(new Set(shown)).toEqual(new Set([JSON.stringify(old.candidates)]));
  expect(anew.model).toMatchObject({ sha256: 'b'.repeat(64) });
  const soFar = await needed(after.client.request('ranking.soFar', { ...question, first: 10 }));
  expect(soFar?.ranking).toEqual(anew);
  await after.close();
});
