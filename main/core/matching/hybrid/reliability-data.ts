import type { Reliability } from '../../../../shared/model/reliability.ts';

/** Forecasts held out while the numbers of a model were fitted; written by fit-search.ts and fit-calibration.ts. */
export const MEASURED: readonly Reliability[] = [];
