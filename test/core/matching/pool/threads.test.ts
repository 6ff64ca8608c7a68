import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { rankSamples } from './rank-samples.ts';

const SEED = 20261123;

function inThread(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./rank-worker.ts', import.meta.url), {
      workerData: SEED,
      execArgv: ['--import', 'tsx'],
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

it('one thread or two at once: the same bytes', async () => {
  const here = rankSamples(SEED);
  expect(here.some((bytes) => bytes.includes('"tier":"similarity"'))).toBe(true);
  const both = await Promise.all([inThread(), inThread()]);
  expect(both).toEqual([here, here]);
});
