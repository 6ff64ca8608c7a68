import type { ConformanceSet } from './conformance-set.ts';

/** One line a set, in the order of docs/conformance.md. */
export const CONFORMANCE_SETS: readonly ConformanceSet[] = [];
