import type { Reliability } from '../../../../shared/model/reliability.ts';

/**
 * What forecasts were worth that were held out while numbers were fitted. Written by test/bench/matching
 * (fit-search.ts, fit-calibration.ts); not edited by hand.
 */
export const MEASURED: readonly Reliability[] = [
  {
    model: null,
    pairs: {
      bins: [
        { from: 0, count: 123667, said: 0.0208, cameTrue: 0.0209 },
        { from: 0.1, count: 10846, said: 0.1407, cameTrue: 0.107 },
        { from: 0.2, count: 3830, said: 0.2438, cameTrue: 0.2164 },
        { from: 0.3, count: 2379, said: 0.3463, cameTrue: 0.4187 },
        { from: 0.4, count: 1778, said: 0.4432, cameTrue: 0.4933 },
        { from: 0.5, count: 1530, said: 0.5484, cameTrue: 0.5601 },
        { from: 0.6, count: 1363, said: 0.6484, cameTrue: 0.7249 },
        { from: 0.7, count: 1603, said: 0.7499, cameTrue: 0.7355 },
        { from: 0.8, count: 1891, said: 0.8479, cameTrue: 0.8699 },
        { from: 0.9, count: 1012, said: 0.9254, cameTrue: 0.9625 },
      ],
      error: 0.0065,
      byChance: 0.0012,
    },
    suggestions: {
      bins: [
        { from: 0, count: 93, said: 0.0556, cameTrue: 0.1047 },
        { from: 0.1, count: 144, said: 0.1491, cameTrue: 0.1006 },
        { from: 0.2, count: 78, said: 0.2362, cameTrue: 0.2312 },
        { from: 0.3, count: 37, said: 0.3479, cameTrue: 0.3425 },
        { from: 0.4, count: 16, said: 0.4424, cameTrue: 0.6156 },
        { from: 0.5, count: 7, said: 0.5429, cameTrue: 0.483 },
        { from: 0.6, count: 0, said: 0.6032, cameTrue: 0 },
        { from: 0.7, count: 0, said: 0, cameTrue: 0 },
        { from: 0.8, count: 0, said: 0, cameTrue: 0 },
        { from: 0.9, count: 31, said: 0.9715, cameTrue: 1 },
      ],
      error: 0.0402,
      byChance: 0.0342,
    },
  },
  {
    model: '369c01942a44e081142e84567e1eac99269f7ecf095edb012a56bfd8188fa885',
    pairs: {
      bins: [
        { from: 0, count: 129130, said: 0.012, cameTrue: 0.0122 },
        { from: 0.1, count: 5697, said: 0.1411, cameTrue: 0.1385 },
        { from: 0.2, count: 2625, said: 0.245, cameTrue: 0.2636 },
        { from: 0.3, count: 1711, said: 0.3481, cameTrue: 0.3524 },
        { from: 0.4, count: 1360, said: 0.4552, cameTrue: 0.3882 },
        { from: 0.5, count: 1021, said: 0.5576, cameTrue: 0.571 },
        { from: 0.6, count: 934, said: 0.6516, cameTrue: 0.6799 },
        { from: 0.7, count: 1206, said: 0.7531, cameTrue: 0.7828 },
        { from: 0.8, count: 1755, said: 0.8549, cameTrue: 0.8906 },
        { from: 0.9, count: 4460, said: 0.9556, cameTrue: 0.9374 },
      ],
      error: 0.0027,
      byChance: 0.0011,
    },
    suggestions: {
      bins: [
        { from: 0, count: 53, said: 0.0665, cameTrue: 0.0207 },
        { from: 0.1, count: 76, said: 0.1517, cameTrue: 0.1861 },
        { from: 0.2, count: 82, said: 0.2495, cameTrue: 0.234 },
        { from: 0.3, count: 42, said: 0.3421, cameTrue: 0.2948 },
        { from: 0.4, count: 36, said: 0.4543, cameTrue: 0.5007 },
        { from: 0.5, count: 33, said: 0.5492, cameTrue: 0.5312 },
        { from: 0.6, count: 17, said: 0.6517, cameTrue: 0.7265 },
        { from: 0.7, count: 24, said: 0.7456, cameTrue: 0.7275 },
        { from: 0.8, count: 9, said: 0.8457, cameTrue: 0.8877 },
        { from: 0.9, count: 33, said: 0.9807, cameTrue: 1 },
      ],
      error: 0.0329,
      byChance: 0.0467,
    },
  },
];
