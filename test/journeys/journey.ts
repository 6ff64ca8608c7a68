import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openApp, type AppOptions, type AppUnderTest } from './app-under-test.ts';
import { POOL, POOL_PACK, poolText } from './pool.ts';
import { keepFailure } from './screenshots.ts';
import { screensOf, type Screens } from './screens/screens.ts';

export interface Journey {
  readonly app: () => AppUnderTest;
  readonly screens: () => Screens;
}

/** A folder for one file of journeys; it goes when all of them are over. */
export function journeyFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tessera-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Opens the app for the steps of one `describe` and closes it after them. What the window showed when a step failed is
 * kept, and no step ends while the window complains of anything.
 *
 * @param prepare What has happened before the first step.
 */
export function journey(
  options: AppOptions,
  prepare: (screens: Screens, app: AppUnderTest) => Promise<void> | void = () => undefined,
): Journey {
  let opened: AppUnderTest | undefined;
  const app = () => {
    if (opened === undefined) throw new Error('The app is not open');
    return opened;
  };
  const screens = () => screensOf(app().page);
  beforeAll(async () => {
    opened = await openApp(options);
    await prepare(screens(), opened);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepFailure(app().page, task.name);
    expect(app().watched.complaints).toEqual([]);
  });
  afterAll(() => opened?.close());
  return { app, screens };
}

/** The sample pool's pack is accepted, and its people are imported. */
export async function importPool(screens: Screens): Promise<void> {
  await screens.window.goTo('issuers');
  await screens.issuers.addPack(POOL_PACK);
  await importPaths(screens, join(POOL, 'candidates'), join(POOL, 'manifest.csv'));
}

/** Files and folders, looked at and imported. */
export async function importPaths(screens: Screens, ...paths: readonly string[]): Promise<void> {
  await screens.window.goTo('import');
  await screens.importing.drop(...paths);
  await screens.importing.previewed();
  await screens.importing.run();
  await screens.importing.finished();
}

/** A job as its file has it, every line accepted. */
export async function saveJob(screens: Screens, text = poolText('jobs/data-analyst.json')): Promise<void> {
  await screens.window.goTo('jobs');
  await screens.jobs.create();
  await screens.jobs.read(text);
  await screens.jobs.acceptAll();
  await screens.jobs.save();
}
