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
        { from: 0, count: 123617, said: 0.0208, cameTrue: 0.021 },
        { from: 0.1, count: 10915, said: 0.1408, cameTrue: 0.1041 },
        { from: 0.2, count: 3844, said: 0.2443, cameTrue: 0.2157 },
        { from: 0.3, count: 2383, said: 0.3469, cameTrue: 0.4226 },
        { from: 0.4, count: 1742, said: 0.4445, cameTrue: 0.5098 },
        { from: 0.5, count: 1517, said: 0.5485, cameTrue: 0.5636 },
        { from: 0.6, count: 1380, said: 0.6492, cameTrue: 0.7174 },
        { from: 0.7, count: 1570, said: 0.7503, cameTrue: 0.7433 },
        { from: 0.8, count: 1908, said: 0.8485, cameTrue: 0.8627 },
        { from: 0.9, count: 1025, said: 0.9261, cameTrue: 0.9649 },
      ],
      error: 0.0068,
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
  {
    model: 'ec852c68a18e71e3c0cd83c15e1703a1060e77220ff25baba413f8cd3dc750ab',
    pairs: {
      bins: [
        { from: 0, count: 129687, said: 0.0112, cameTrue: 0.0117 },
        { from: 0.1, count: 5033, said: 0.1396, cameTrue: 0.1129 },
        { from: 0.2, count: 2444, said: 0.2463, cameTrue: 0.277 },
        { from: 0.3, count: 1775, said: 0.3467, cameTrue: 0.3369 },
        { from: 0.4, count: 1388, said: 0.4439, cameTrue: 0.4524 },
        { from: 0.5, count: 1099, said: 0.5532, cameTrue: 0.5432 },
        { from: 0.6, count: 818, said: 0.6464, cameTrue: 0.6883 },
        { from: 0.7, count: 990, said: 0.7504, cameTrue: 0.7212 },
        { from: 0.8, count: 1960, said: 0.8571, cameTrue: 0.8857 },
        { from: 0.9, count: 4707, said: 0.9584, cameTrue: 0.956 },
      ],
      error: 0.003,
      byChance: 0.001,
    },
    suggestions: {
      bins: [
        { from: 0, count: 54, said: 0.0679, cameTrue: 0.0434 },
        { from: 0.1, count: 83, said: 0.149, cameTrue: 0.133 },
        { from: 0.2, count: 76, said: 0.2493, cameTrue: 0.2641 },
        { from: 0.3, count: 46, said: 0.3481, cameTrue: 0.2873 },
        { from: 0.4, count: 33, said: 0.4447, cameTrue: 0.5038 },
        { from: 0.5, count: 23, said: 0.5527, cameTrue: 0.5582 },
        { from: 0.6, count: 28, said: 0.6503, cameTrue: 0.7201 },
        { from: 0.7, count: 19, said: 0.7579, cameTrue: 0.7021 },
        { from: 0.8, count: 10, said: 0.8362, cameTrue: 0.8901 },
        { from: 0.9, count: 34, said: 0.9783, cameTrue: 1 },
      ],
      error: 0.0319,
      byChance: 0.0466,
    },
  },
];
