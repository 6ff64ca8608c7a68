import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where Electron's binary is, or null. Read from the files of the npm package: importing that package starts the
 * download of a binary that is missing.
 */
export function electronBinary(): string | null {
  const folder = new URL('../../node_modules/electron/', import.meta.url);
  const note = new URL('path.txt', folder);
  if (!existsSync(note)) return null;
  const binary = fileURLToPath(new URL(`dist/${readFileSync(note, 'utf8')}`, folder));
  return existsSync(binary) ? binary : null;
}
