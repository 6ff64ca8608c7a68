import type { ConformanceSet } from './conformance-set.ts';
import { CONTEXT_VECTORS } from './context-vectors.ts';
import { DCC_VECTORS, ONE_EDTECH_VECTORS } from './published-credential-vectors.ts';
import { SD_JWT_VECTORS } from './sd-jwt-vectors.ts';
import { W3C_ECDSA_VECTORS } from './w3c-ecdsa-vectors.ts';
import { W3C_EDDSA_VECTORS } from './w3c-eddsa-vectors.ts';

/** One line a set, in the order of docs/conformance.md. */
export const CONFORMANCE_SETS: readonly ConformanceSet[] = [
  W3C_EDDSA_VECTORS,
  W3C_ECDSA_VECTORS,
  SD_JWT_VECTORS,
  DCC_VECTORS,
  ONE_EDTECH_VECTORS,
  CONTEXT_VECTORS,
];
