import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where Electron's binary is, or null. Read from the files of the npm package: importing that package starts the
 * download of a binary that is missing. ELECTRON_OVERRIDE_DIST_PATH names a folder with another one, as there.
 */
export function electronBinary(): string | null {
  const folder = fileURLToPath(new URL('../../node_modules/electron', import.meta.url));
  const note = join(folder, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron';
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}
