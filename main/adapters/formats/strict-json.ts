import type { Result } from '../../../shared/api/problems.ts';
import type { Json } from '../../../shared/model/json.ts';
import { parseStrictJson as parseWithin } from '../../core/json/strict-json.ts';
import { LIMITS } from './limits.ts';

/** Parses JSON strictly (main/core/json/strict-json.ts), within the limits for what candidates hand in. */
export function parseStrictJson(text: string): Result<Json> {
  return parseWithin(text, { depth: LIMITS.jsonDepth, nodes: LIMITS.jsonNodes });
}
