import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder } from '../../../main/adapters/embedding/load-encoder.ts';
import { checkModelFiles, ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import { calibratedMatch, hasCalibration } from '../../../main/core/matching/calibration.ts';
import { createSimilarity } from '../../../main/core/matching/similarity.ts';
import { BAND_FROM } from '../../../main/core/matching/settings.ts';
import {
  createEmbedder,
  forkEmbedder,
  MODEL_FOLDER_IN_SOURCES,
  type ClosableEmbedder,
} from '../../../main/engine/embedder-host.ts';
import type { EmbedderChannel } from '../../../main/engine/embedder-messages.ts';

/** The real model, in a real process of its own. */
let embedder: ClosableEmbedder;
let scratch: string;
beforeAll(async () => {
  embedder = await createEmbedder(MODEL_FOLDER_IN_SOURCES);
  scratch = await mkdtemp(join(tmpdir(), 'tessera-model-'));
});
afterAll(async () => {
  embedder.close();
  await rm(scratch, { recursive: true, force: true });
});

async function vectorsOf(...texts: readonly string[]) {
  const embedded = await embedder.embed(texts);
  if (!embedded.ok) throw new Error(embedded.problem.code);
  return embedded.value;
}

describe('the model in the product', () => {
  it('has the hashes of the manifest and a calibration of its own', async () => {
    expect(await checkModelFiles(MODEL_FOLDER_IN_SOURCES)).toEqual({ ok: true, value: null });
    expect(hasCalibration(ENCODER.sha256)).toBe(true);
    expect(embedder.model).toEqual({ state: 'ready', id: ENCODER.id, sha256: ENCODER.sha256, calibrated: true });
  });

  it('is refused before loading when a file differs by a byte, and missing when one is not there', async () => {
    const damaged = join(scratch, 'damaged');
    await cp(MODEL_FOLDER_IN_SOURCES, damaged, { recursive: true });
    await writeFile(join(damaged, 'config.json'), '{} ');
    expect(await loadEncoder(damaged)).toMatchObject({
      ok: false,
      problem: { code: 'model-hash-mismatch', params: { file: 'config.json' } },
    });
    await rm(join(damaged, 'config.json'));
    expect(await loadEncoder(damaged)).toMatchObject({ ok: false, problem: { code: 'model-missing' } });
  });

  it('that is absent is a state, and no process is started for it', async () => {
    const absent = await createEmbedder(join(scratch, 'nowhere'), () => {
      throw new Error('A process was started');
    });
    expect(absent.model).toEqual({ state: 'absent', code: 'model-missing' });
    expect(await absent.embed(['welding'])).toMatchObject({ ok: false, problem: { code: 'model-missing' } });
  });
});

describe('vectors', () => {
  it('have the length 1 and the dimensions of the manifest, one a text, in order', async () => {
    const [first, second, again] = await vectorsOf('welding', 'wound care', 'welding');
    for (const vector of [first, second]) {
      expect(vector).toHaveLength(ENCODER.dimensions);
      expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 5);
    }
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
  });

  it('of a text are the same bits, whatever is embedded with it and however it is written', async () => {
    const alone = await vectorsOf('use spreadsheets');
    const among = await vectorsOf(
      'weld',
      'a much longer text about the care of wounds at home and in hospital',
      'USE Spreadsheets',
      'x',
    );
    expect(among[2]).toEqual(alone[0]);
  });

  it.each([
    ['use spreadsheets', 'Microsoft Excel', true],
    ['wound care', 'treat wounds', true],
    ['lead a team', 'team leadership', true],
    ['use spreadsheets', 'wound care', false],
    ['welding', 'lead a team', false],
    ['rust', 'remove rust from motor vehicles', false],
  ])('%s / %s are possibly the same: %s', async (asked, said, possible) => {
    const texts = [asked, said.toLowerCase()];
    const [left, right] = await vectorsOf(...texts);
    if (left === undefined || right === undefined) throw new Error('no vectors');
    const similarity = createSimilarity(
      [],
      new Map([
        [asked, left],
        [said.toLowerCase(), right],
      ]),
    ).compare(asked, said);
    expect((calibratedMatch(similarity, ENCODER.sha256) ?? 0) >= BAND_FROM.possible).toBe(possible);
  });
});

describe('the process of the embedder', () => {
  const texts = Array.from({ length: 200 }, (_, index) => `task number ${index}`);

  it('tells progress and stops when cancelled', async () => {
    const seen: number[] = [];
    const signal = {
      get aborted() {
        return seen.length >= 2;
      },
    };
    const embedded = await embedder.embed(texts, signal as AbortSignal, (done) => seen.push(done));
    expect(embedded).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(seen).toEqual([64, 128]);
  });

  it('is started again when it dies, and the work goes on with the same result', async () => {
    const killed = await createEmbedder(MODEL_FOLDER_IN_SOURCES, dying(1));
    expect(await killed.embed(['welding'])).toEqual(await embedder.embed(['welding']));
    killed.close();
  });

  it('that dies twice in one request is a problem of that request only', async () => {
    const killed = await createEmbedder(MODEL_FOLDER_IN_SOURCES, dying(2));
    expect(await killed.embed(['welding'])).toMatchObject({ ok: false, problem: { code: 'model-failed' } });
    expect(await killed.embed(['welding'])).toMatchObject({ ok: true });
    killed.close();
  });

  /** Real processes, of which the first ones die on their first request. */
  function dying(times: number): () => EmbedderChannel {
    let left = times;
    return () => {
      const channel = forkEmbedder(MODEL_FOLDER_IN_SOURCES);
      left -= 1;
      if (left < 0) return channel;
      return { ...channel, postMessage: () => channel.kill() };
    };
  }
});
