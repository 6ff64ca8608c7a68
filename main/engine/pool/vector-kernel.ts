import { createScanKernel } from '../../adapters/vector-scan/scan-kernel.ts';

/** The loop along vectors of this process, compiled once. */
export const VECTOR_KERNEL = createScanKernel();
