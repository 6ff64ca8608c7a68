import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { electronBinary } from '../electron-double/electron-binary.ts';
import { BUILT_MAIN, runInChromium } from '../electron-double/run-in-chromium.ts';
import { POOL_DATE } from './pool.ts';
import { watch, type Watched } from './watch.ts';

export interface AppUnderTest {
  readonly page: Page;
  readonly watched: Watched;
  close(): Promise<void>;
}

export interface AppOptions {
  /** The app's data folder: a new one is a first run. */
  readonly folder: string;
  readonly reducedMotion?: boolean;
  /** The day as of which credentials are judged; that of the pool where it is not given. */
  readonly at?: string;
}

/**
 * Starts the built app and waits for its window: in Electron where its binary is there, else in Chromium through the
 * double (docs/decisions/electron-double.md). The journeys do not know which.
 */
export async function openApp(options: AppOptions): Promise<AppUnderTest> {
  mkdirSync(options.folder, { recursive: true });
  const args = [`--user-data-dir=${options.folder}`, `--at=${options.at ?? POOL_DATE}`];
  const binary = electronBinary();
  const app = await (binary === null ? openInChromium(args, options) : openInElectron(binary, args, options));
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  return app;
}

async function openInChromium(args: readonly string[], options: AppOptions): Promise<AppUnderTest> {
  const watched = watch();
  const app = await runInChromium({
    main: BUILT_MAIN,
    args,
    prepare: watched.follow,
    ...(options.reducedMotion === undefined ? {} : { reducedMotion: options.reducedMotion }),
  });
  const page = await app.firstWindow();
  return { page, watched, close: () => app.close() };
}

async function openInElectron(binary: string, args: readonly string[], options: AppOptions): Promise<AppUnderTest> {
  const watched = watch();
  const root = join(import.meta.dirname, '../..');
  const app = await _electron.launch({ executablePath: binary, args: [root, ...args] });
  const page = await app.firstWindow();
  if (options.reducedMotion === true) await page.emulateMedia({ reducedMotion: 'reduce' });
  await watched.follow(page);
  // What happened before the watching began happens again.
  await page.reload();
  return { page, watched, close: () => app.close() };
}
