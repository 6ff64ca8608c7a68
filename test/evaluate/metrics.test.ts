import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../bench/matching/seeded-random.ts';
import {
  calibrationErrorByChance,
  calibrationErrorEqualCount,
  debiasedCalibrationError,
  expectedCalibrationError,
  figuresOf,
  gradedNdcg,
  mean,
  placesOf,
  reliability,
  reliabilityTable,
  spearman,
} from './metrics.ts';

describe('figures of one ranking', () => {
  it('are all 1 where everything relevant stands first', () => {
    expect(figuresOf([1, 2, 3])).toEqual({ mrr: 1, map: 1, rp1: 1, rp5: 1, rp10: 1, ndcg10: 1 });
  });

  it('are those of the definitions for places 2 and 6', () => {
    const { mrr, map, rp1, rp5, rp10, ndcg10 } = figuresOf([2, 6]);
    expect([mrr, map]).toEqual([1 / 2, (1 / 2 + 2 / 6) / 2]);
    // R = 2: one place could be filled at 1, two at 5 and at 10.
    expect([rp1, rp5, rp10]).toEqual([0, 1 / 2, 1]);
    expect(ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(7)) / (1 + 1 / Math.log2(3)), 12);
  });

  it('count nothing past the tenth place in nDCG@10, and go on in MRR', () => {
    expect(figuresOf([11])).toEqual({ mrr: 1 / 11, map: 1 / 11, rp1: 0, rp5: 0, rp10: 0, ndcg10: 0 });
  });

  it('take twelve relevant entries for at most ten places', () => {
    const places = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(figuresOf(places).rp10).toBe(1);
    expect(figuresOf(places.map((place) => place + 10)).rp10).toBe(0);
  });
});

describe('places', () => {
  it('fall with the score; equal scores stand in the order of the corpus', () => {
    const scores = Float64Array.from([0.5, 0.9, 0.5, 0.1]);
    expect(placesOf(scores, [0, 2])).toEqual([2, 3]);
    expect(placesOf(scores, [3, 1, 3])).toEqual([1, 4]);
  });

  it('are those of a sorted list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), (values) => {
        const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        for (const entry of values.keys()) {
          expect(placesOf(Float64Array.from(values), [entry])).toEqual([order.indexOf(entry) + 1]);
        }
      }),
    );
  });
});

describe('graded nDCG', () => {
  it('is the gain found over the best gain', () => {
    expect(gradedNdcg([1, 0.5], [0.5, 1, 0], 10)).toBe(1);
    expect(gradedNdcg([0.5, 1], [0.5, 1], 2)).toBeCloseTo((0.5 + 1 / Math.log2(3)) / (1 + 0.5 / Math.log2(3)), 12);
    expect(gradedNdcg([0, 1], [0, 1], 1)).toBe(0);
    expect(gradedNdcg([0], [0], 10)).toBe(0);
  });
});

describe('Spearman', () => {
  it.each([
    [[1, 2, 3], [10, 20, 30], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3, 4], [1, 3, 2, 4], 0.8],
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    [[1, 2, 2, 3], [1, 2, 3, 4], 4.5 / Math.sqrt(4.5 * 5)],
    [[1, 1, 1], [1, 2, 3], 0],
  ])('%j and %j: %d', (a, b, expected) => {
    expect(spearman(a, b)).toBeCloseTo(expected, 12);
  });
});

describe('calibration error', () => {
  it('is nought where as many come true as was said', () => {
    const forecasts = [true, true, true, false].map((right) => ({ probability: 0.75, right }));
    expect(expectedCalibrationError(forecasts)).toBe(0);
  });

  it('weighs the gap of each bin by its size', () => {
    const forecasts = [
      { probability: 1, right: false },
      { probability: 0.25, right: false },
      { probability: 0.25, right: false },
      { probability: 0.25, right: true },
    ];
    expect(expectedCalibrationError(forecasts)).toBeCloseTo((1 * 1 + 3 * (1 / 3 - 0.25)) / 4, 12);
    expect(reliability(forecasts).filter(({ count }) => count > 0)).toEqual([
      { from: 0.2, count: 3, said: 0.25, cameTrue: 1 / 3 },
      { from: 0.9, count: 1, said: 1, cameTrue: 0 },
    ]);
  });

  it('over bins of equal count weighs ten tenths alike', () => {
    // Twenty rising forecasts, two a bin; only the last two come true.
    const forecasts = Array.from({ length: 20 }, (_, index) => ({ probability: index / 20, right: index >= 18 }));
    const said = Array.from({ length: 10 }, (_, bin) => (4 * bin + 1) / 40);
    const gaps = said.map((value, bin) => Math.abs(value - Number(bin === 9)));
    expect(calibrationErrorEqualCount(forecasts.toReversed())).toBeCloseTo(mean(gaps), 12);
  });

  it('without what chance adds is the definition of Kumar, Liang and Ma', () => {
    // One bin of four by hand, ten times over: said .5, one in four came true.
    const bin = (base: number) => [true, false, false, false].map((right) => ({ probability: base, right }));
    const forecasts = Array.from({ length: 10 }, () => bin(0.5)).flat();
    expect(debiasedCalibrationError(forecasts)).toBeCloseTo(Math.sqrt(0.0625 - (0.25 * 0.75) / 3), 12);
    const wrong = Array.from({ length: 40 }, () => ({ probability: 0.7, right: false }));
    expect(debiasedCalibrationError(wrong)).toBeCloseTo(0.7, 12);
  });

  it('without what chance adds is about nought for forecasts without fault, where the usual one is not', () => {
    const random = seededRandom(3);
    const rounds = Array.from({ length: 200 }, () =>
      Array.from({ length: 200 }, () => {
        const probability = random();
        return { probability, right: random() < probability };
      }),
    );
    // The squares are unbiased before the root is taken; its mean over rounds stays small all the same.
    expect(mean(rounds.map(expectedCalibrationError))).toBeGreaterThan(0.06);
    expect(mean(rounds.map(debiasedCalibrationError))).toBeLessThan(0.035);
  });

  it('by chance is the mean distance of a fair coin thrown so often', () => {
    const forecasts = Array.from({ length: 400 }, () => ({ probability: 0.5, right: true }));
    expect(calibrationErrorByChance(forecasts)).toBeCloseTo(Math.sqrt((2 / Math.PI) * 0.25 * 400) / 400, 12);
    expect(calibrationErrorByChance([{ probability: 1, right: true }])).toBe(0);
  });
});

describe('a table of reliability', () => {
  it('counts one round where things were forecast in several', () => {
    const round = [
      { probability: 0.85, right: true },
      { probability: 0.85, right: false },
      { probability: 0.15, right: false },
    ];
    const table = reliabilityTable([round, round]);
    expect(table.bins).toHaveLength(10);
    expect(table.bins.filter(({ count }) => count > 0)).toEqual([
      { from: 0.1, count: 1, said: 0.15, cameTrue: 0 },
      { from: 0.8, count: 2, said: 0.85, cameTrue: 0.5 },
    ]);
    expect(table.error).toBeCloseTo((0.15 + 2 * 0.35) / 3, 4);
    expect(table.byChance).toBeCloseTo(calibrationErrorByChance(round), 4);
  });
});
