import { describe, expect, it } from 'vitest';
import { ENCODER } from '../../../../main/adapters/embedding/model-manifest.ts';
import { hasCalibration } from '../../../../main/core/matching/calibration.ts';
import { reliabilities } from '../../../../main/core/matching/hybrid/reliability.ts';

const tables = reliabilities().flatMap(({ model, pairs, suggestions }) =>
  [pairs, suggestions].flatMap((table) => (table === null ? [] : [{ model, table }])),
);

describe('what was measured of the probabilities', () => {
  it('is known of the model that ships and of words alone, for pairs and for suggestions', () => {
    const known = new Map(reliabilities().map((one) => [one.model, one]));
    for (const model of [ENCODER.sha256, null]) {
      expect(known.get(model)?.pairs).toBeTruthy();
      expect(known.get(model)?.suggestions).toBeTruthy();
    }
  });

  it('is given of no model whose numbers are not known', () => {
    for (const { model } of reliabilities()) if (model !== null) expect(hasCalibration(model)).toBe(true);
  });

  it.each(tables)('adds up: $model', ({ table: { bins, error } }) => {
    expect(bins.map(({ from }) => from)).toEqual(Array.from({ length: 10 }, (_, bin) => bin / 10));
    const count = bins.reduce((sum, bin) => sum + bin.count, 0);
    const gap = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.said - bin.cameTrue), 0) / count;
    // Counts are rounded to whole cases of one round.
    expect(error).toBeCloseTo(gap, 2);
    for (const { from, count: cases, said } of bins) {
      if (cases > 0) expect(Math.abs(said - from - 0.05)).toBeLessThanOrEqual(0.0501);
    }
  });
});
