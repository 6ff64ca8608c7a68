import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { WrongUse } from './exit-codes.ts';

/** Writes a result where the person asked for it, in place of what is there. */
export function writeResult(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw new WrongUse(`${path} can’t be written (${codeOf(error)}). Give another place.`);
  }
}

/** Writes a secret that only the account itself can read, and never in place of something else. */
export function writeSecret(path: string, content: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
    // The mode above is cut by the umask and never widened by it; this states it.
    chmodSync(path, 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new WrongUse(`${path} is there already; a key is never overwritten.`);
    throw new WrongUse(`${path} can’t be written (${codeOf(error)}). Give another place.`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
