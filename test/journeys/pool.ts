import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sample pool's folder (test/fixtures). */
export const POOL = join(import.meta.dirname, '../fixtures/pool');
export const POOL_PACK = join(POOL, 'issuer-pack.json');
/** The day as of which the pool is judged. */
export const POOL_DATE: string = JSON.parse(readFileSync(join(POOL, 'demo.json'), 'utf8')).at;

export function poolText(path: string): string {
  return readFileSync(join(POOL, path), 'utf8');
}
