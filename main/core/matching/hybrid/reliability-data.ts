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
        { from: 0, count: 123552, said: 0.0209, cameTrue: 0.021 },
        { from: 0.1, count: 10933, said: 0.1409, cameTrue: 0.1044 },
        { from: 0.2, count: 3856, said: 0.2442, cameTrue: 0.2165 },
        { from: 0.3, count: 2406, said: 0.3469, cameTrue: 0.4235 },
        { from: 0.4, count: 1734, said: 0.4439, cameTrue: 0.5104 },
        { from: 0.5, count: 1526, said: 0.5478, cameTrue: 0.559 },
        { from: 0.6, count: 1389, said: 0.6482, cameTrue: 0.7163 },
        { from: 0.7, count: 1645, said: 0.7514, cameTrue: 0.7508 },
        { from: 0.8, count: 1842, said: 0.8495, cameTrue: 0.8583 },
        { from: 0.9, count: 1019, said: 0.9257, cameTrue: 0.9627 },
      ],
      error: 0.0066,
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
    model: 'd2b02d1b3fd1bcd624162be046817bfc08225cc3eba31b00a4cc3b05726c0425',
    pairs: {
      bins: [
        { from: 0, count: 129507, said: 0.0113, cameTrue: 0.0118 },
        { from: 0.1, count: 5260, said: 0.1403, cameTrue: 0.1131 },
        { from: 0.2, count: 2499, said: 0.2493, cameTrue: 0.2633 },
        { from: 0.3, count: 1782, said: 0.3508, cameTrue: 0.3681 },
        { from: 0.4, count: 1232, said: 0.4464, cameTrue: 0.4448 },
        { from: 0.5, count: 1056, said: 0.5453, cameTrue: 0.5152 },
        { from: 0.6, count: 953, said: 0.6486, cameTrue: 0.7114 },
        { from: 0.7, count: 980, said: 0.751, cameTrue: 0.7459 },
        { from: 0.8, count: 1962, said: 0.86, cameTrue: 0.8797 },
        { from: 0.9, count: 4671, said: 0.9575, cameTrue: 0.9559 },
      ],
      error: 0.0028,
      byChance: 0.001,
    },
    suggestions: {
      bins: [
        { from: 0, count: 53, said: 0.0666, cameTrue: 0.0647 },
        { from: 0.1, count: 86, said: 0.1494, cameTrue: 0.1055 },
        { from: 0.2, count: 76, said: 0.2492, cameTrue: 0.2629 },
        { from: 0.3, count: 44, said: 0.3444, cameTrue: 0.3506 },
        { from: 0.4, count: 29, said: 0.4437, cameTrue: 0.4606 },
        { from: 0.5, count: 27, said: 0.5504, cameTrue: 0.5761 },
        { from: 0.6, count: 27, said: 0.6481, cameTrue: 0.7132 },
        { from: 0.7, count: 18, said: 0.7561, cameTrue: 0.6429 },
        { from: 0.8, count: 11, said: 0.838, cameTrue: 0.9067 },
        { from: 0.9, count: 33, said: 0.9794, cameTrue: 1 },
      ],
      error: 0.0285,
      byChance: 0.0465,
    },
  },
];
