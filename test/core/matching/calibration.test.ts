import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODER } from '../../../main/adapters/embedding/model-manifest.ts';
import { calibratedMatch, hasCalibration } from '../../../main/core/matching/calibration.ts';
import { decidingNumbers } from '../../../main/core/matching/deciding-numbers.ts';
import { modelNumbers, modelsWithNumbers, WORDS_ONLY } from '../../../main/core/matching/hybrid/model-numbers.ts';

const pair = (cosine: number | null, lexical: number) => ({ cosine, lexical, hybrid: 0 });

describe('calibrated match', () => {
  it('is known for the model that ships, and for no other', () => {
    expect(hasCalibration(ENCODER.sha256)).toBe(true);
    expect(calibratedMatch(pair(0.9, 0.9), 'another model')).toBeNull();
  });

  it('is near nought for strangers and near one for the same words', () => {
    expect(calibratedMatch(pair(0.34, 0.05), ENCODER.sha256)).toBeLessThan(0.01);
    expect(calibratedMatch(pair(1, 1), ENCODER.sha256)).toBeGreaterThan(0.95);
    expect(calibratedMatch(pair(null, 0), null)).toBeLessThan(0.01);
    expect(calibratedMatch(pair(null, 1), null)).toBeGreaterThan(0.95);
  });

  it('never falls as the meaning comes nearer, whatever the letters', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (a, b, lexical) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
          (cosine) => calibratedMatch(pair(cosine, lexical), ENCODER.sha256) ?? Number.NaN,
        );
        expect(more).toBeGreaterThanOrEqual(less ?? Infinity);
      }),
    );
  });

  it('rests on letters alone where one of the vectors is missing', () => {
    expect(calibratedMatch(pair(null, 0.4), ENCODER.sha256)).toBe(calibratedMatch(pair(null, 0.4), null));
  });
});

describe('the table of deciding numbers', () => {
  it.each([...modelsWithNumbers(), 'no model'])('lists every fitted number of %s', (sha256) => {
    const listed = new Set(decidingNumbers().map(({ value }) => value));
    const { pair: calibration, search } = modelNumbers(sha256) ?? WORDS_ONLY;
    const fitted = [calibration, search, search.suggestion].flatMap((table) => Object.values<unknown>({ ...table }));
    for (const value of fitted) if (typeof value === 'number') expect(listed).toContain(value);
  });
});
