import { describe, expect, it } from 'vitest';
import { fuzz, fuzzTargets } from './fuzz-targets.ts';
import { mutateJson } from './mutations.ts';
import { seededRandom } from './seeded-random.ts';

/** The same inputs in every run; `npm run nightly` reads 200,000 others (CONTRIBUTING.md). */
const SEED = 20260901;
const INPUTS = 5000;

describe('the parsers of all containers', () => {
  it(`end ${INPUTS} changed inputs in a verdict or a named problem`, { timeout: 240_000 }, async () => {
    expect(await fuzz(SEED, 0, INPUTS)).toEqual([]);
  });

  it('get a share each, of all the inputs there are', async () => {
    const targets = await fuzzTargets();
    expect(targets.map(({ name }) => name)).toEqual([
      'JSON',
      'JWT',
      'SD-JWT',
      'PNG',
      'SVG',
      'presentation',
      'record',
      'ZIP',
      'manifest',
      'issuer pack',
      'status list',
      'key',
    ]);
    expect(targets.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  it('get the same input for the same seed, and others for another', () => {
    const made = (seed: number): string =>
      JSON.stringify(Array.from({ length: 20 }, (_, index) => mutateJson({ a: ['b', 1] }, seededRandom(seed, index))));
    expect(made(1)).toBe(made(1));
    expect(made(1)).not.toBe(made(2));
  });
});
