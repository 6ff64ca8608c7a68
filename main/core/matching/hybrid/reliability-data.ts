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
        { from: 0, count: 123623, said: 0.0209, cameTrue: 0.0211 },
        { from: 0.1, count: 10883, said: 0.1405, cameTrue: 0.1059 },
        { from: 0.2, count: 3821, said: 0.2435, cameTrue: 0.2151 },
        { from: 0.3, count: 2437, said: 0.3464, cameTrue: 0.4251 },
        { from: 0.4, count: 1751, said: 0.4433, cameTrue: 0.4894 },
        { from: 0.5, count: 1517, said: 0.547, cameTrue: 0.5636 },
        { from: 0.6, count: 1390, said: 0.6476, cameTrue: 0.7209 },
        { from: 0.7, count: 1679, said: 0.752, cameTrue: 0.7481 },
        { from: 0.8, count: 1820, said: 0.8503, cameTrue: 0.861 },
        { from: 0.9, count: 981, said: 0.9254, cameTrue: 0.9643 },
      ],
      error: 0.0064,
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
    model: '9c73b14ea4af9c923da0596526c4503a86e961dbe3d81cd6e65dc8de154c11b2',
    pairs: {
      bins: [
        { from: 0, count: 129482, said: 0.0117, cameTrue: 0.0125 },
        { from: 0.1, count: 5228, said: 0.1403, cameTrue: 0.1125 },
        { from: 0.2, count: 2552, said: 0.2461, cameTrue: 0.2343 },
        { from: 0.3, count: 1743, said: 0.3481, cameTrue: 0.3792 },
        { from: 0.4, count: 1301, said: 0.4464, cameTrue: 0.4635 },
        { from: 0.5, count: 1117, said: 0.5453, cameTrue: 0.5264 },
        { from: 0.6, count: 1003, said: 0.6473, cameTrue: 0.6481 },
        { from: 0.7, count: 1005, said: 0.7532, cameTrue: 0.7701 },
        { from: 0.8, count: 1908, said: 0.8532, cameTrue: 0.9067 },
        { from: 0.9, count: 4563, said: 0.9558, cameTrue: 0.9389 },
      ],
      error: 0.0039,
      byChance: 0.001,
    },
    suggestions: {
      bins: [
        { from: 0, count: 57, said: 0.0629, cameTrue: 0.0384 },
        { from: 0.1, count: 75, said: 0.1508, cameTrue: 0.1578 },
        { from: 0.2, count: 73, said: 0.2511, cameTrue: 0.2365 },
        { from: 0.3, count: 46, said: 0.3444, cameTrue: 0.3066 },
        { from: 0.4, count: 40, said: 0.448, cameTrue: 0.4567 },
        { from: 0.5, count: 27, said: 0.5473, cameTrue: 0.5688 },
        { from: 0.6, count: 20, said: 0.6508, cameTrue: 0.7282 },
        { from: 0.7, count: 23, said: 0.7485, cameTrue: 0.7517 },
        { from: 0.8, count: 10, said: 0.8362, cameTrue: 0.8629 },
        { from: 0.9, count: 34, said: 0.9787, cameTrue: 1 },
      ],
      error: 0.0204,
      byChance: 0.0467,
    },
  },
];
