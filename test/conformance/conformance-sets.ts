import type { ConformanceSet } from './conformance-set.ts';
import { SD_JWT_VECTORS } from './sd-jwt-vectors.ts';

/** One line a set, in the order of docs/conformance.md. */
export const CONFORMANCE_SETS: readonly ConformanceSet[] = [SD_JWT_VECTORS];
