import { basename, dirname, sep } from 'node:path';
import { env, pipeline } from '@huggingface/transformers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder, type Encoder } from '../../../main/adapters/embedding/load-encoder.ts';
import { meanOfLengthOne } from '../../../main/adapters/embedding/mean-pooling.ts';
import { MODEL_FOLDER_IN_SOURCES } from '../../../main/engine/embedder-host.ts';

let encoder: Encoder;
let plain: (text: string) => Promise<Float32Array>;
beforeAll(async () => {
  const loaded = await loadEncoder(MODEL_FOLDER_IN_SOURCES);
  if (!loaded.ok) throw new Error(loaded.problem.code);
  encoder = loaded.value;
  env.allowRemoteModels = false;
  env.localModelPath = dirname(MODEL_FOLDER_IN_SOURCES) + sep;
  const extract = await pipeline('feature-extraction', basename(MODEL_FOLDER_IN_SOURCES), {
    dtype: 'q8',
    local_files_only: true,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
  plain = async (text) => {
    const { data } = await extract(text.toLowerCase(), { pooling: 'mean', normalize: true });
    if (!(data instanceof Float32Array)) throw new Error('no floats');
    return data.slice();
  };
});
afterAll(() => encoder.close());

describe('the runtime fed directly gives the very bits of the pipeline of transformers.js', () => {
  it.each([
    ['a short text', 'use spreadsheets'],
    ['one letter', 'c'],
    ['nothing', ''],
    ['signs, accents and capitals', 'C++ / C#, Pflégé & 漢字 — „weiß“'],
    ['pieces of no word', 'xqzzvv '.repeat(30)],
    ['more than the model has positions for', 'dress wounds at home and in hospital '.repeat(120)],
  ])('of %s', async (_, text) => {
    expect(await encoder.encode(text)).toEqual(await plain(text));
  });

  it('of whatever is written', async () => {
    const words = fc.array(fc.oneof(fc.lorem({ maxCount: 1 }), fc.string({ unit: 'grapheme', maxLength: 8 })), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(words, async (parts) => {
        const text = parts.join(' ');
        expect(await encoder.encode(text)).toEqual(await plain(text));
      }),
      { numRuns: 60 },
    );
  });

  it('for several texts at once', async () => {
    const texts = ['weld pipes', 'wound care', 'weld', 'plan shifts'];
    const together = await Promise.all(texts.map((text) => encoder.encode(text)));
    for (const [index, text] of texts.entries()) expect(together[index]).toEqual(await plain(text));
  });
});

it('a mean is made of length 1', () => {
  expect([...meanOfLengthOne(Float32Array.of(3, 0, 3, 8), 2)]).toEqual([...Float32Array.of(0.6, 0.8)]);
});
