import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { runInChromium, type ChromiumApp } from './run-in-chromium.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'out/example-app');

/** Builds the desktop's own main and preload, as they are, around a page and an engine for trying the double. */
export function buildExampleApp(): string {
  const shared = { bundle: true, platform: 'node', logLevel: 'warning', absWorkingDir: ROOT } as const;
  buildSync({
    ...shared,
    entryPoints: ['main/desktop/main.ts', 'test/electron-double/example-app/engine-process.ts'],
    entryNames: '[name]',
    format: 'esm',
    packages: 'external',
    outdir: join(BUILT, 'main'),
  });
  buildSync({
    ...shared,
    entryPoints: ['main/preload/preload.ts'],
    format: 'cjs',
    external: ['electron'],
    outfile: join(BUILT, 'preload/preload.cjs'),
  });
  mkdirSync(join(BUILT, 'renderer'), { recursive: true });
  for (const file of ['index.html', 'page.js']) {
    cpSync(join(import.meta.dirname, 'example-app', file), join(BUILT, 'renderer', file));
  }
  return join(BUILT, 'main/main.js');
}

export function runExampleApp(main: string): Promise<ChromiumApp> {
  return runInChromium({ main, args: [`--user-data-dir=${mkdtempSync(join(tmpdir(), 'tessera-double-'))}`] });
}
