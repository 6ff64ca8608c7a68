import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInChromium, type ChromiumApp } from '../electron-double/run-in-chromium.ts';
import { POOL, POOL_DATE, POOL_PACK, poolText } from '../journeys/pool.ts';
import { watch } from '../journeys/watch.ts';
import { screensOf, type Screens } from '../journeys/screens/screens.ts';
import { packageApp } from './packaged-app.ts';

/**
 * Whether the package has everything that it needs: its files are laid out far from this checkout, so that nothing of
 * `node_modules` here can stand in for what is missing there, and run by the double.
 */
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the packaged app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-packaged-'));
  const watched = watch();
  let app: ChromiumApp;
  let screens: Screens;
  beforeAll(async () => {
    const packaged = await packageApp('linux', 'x64');
    packaged.layOut(join(folder, 'app'));
    app = await runInChromium({
      main: join(folder, 'app/dist/main/main.js'),
      args: [`--user-data-dir=${join(folder, 'data')}`, `--at=${POOL_DATE}`],
      resources: packaged.resources,
      prepare: watched.follow,
    });
    screens = screensOf(await app.firstWindow());
    await screens.window.heading().waitFor();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('imports and verifies', async () => {
    await screens.window.goTo('issuers');
    await screens.issuers.addPack(POOL_PACK);
    await screens.window.goTo('import');
    await screens.importing.drop(join(POOL, 'candidates/d-01'), join(POOL, 'candidates/d-02'));
    await screens.importing.previewed();
    await screens.importing.run();
    await screens.importing.finished();
    expect(await screens.importing.count('imported')).toBeGreaterThan(5);
  });

  it('ranks with the model that lies beside the archive', async () => {
    await screens.window.goTo('jobs');
    await screens.jobs.create();
    await screens.jobs.read(poolText('jobs/data-analyst.json'));
    await screens.jobs.acceptAll();
    await screens.jobs.save();
    await screens.jobs.rank();
    await screens.ranking.computed();
    const page = await app.firstWindow();
    const status = await page.evaluate(() => window.tessera.request('workspace.status', {}));
    expect(status).toMatchObject({ ok: true, value: { model: { state: 'ready' } } });
    await screens.ranking.explain(1);
    expect((await screens.ranking.evidence()).quote).not.toBe('');
    const tiers = await screens.ranking.explanation().innerText();
    expect(tiers).toContain('Text similarity');
  });

  it('complains about nothing', () => {
    expect(watched.complaints).toEqual([]);
  });
});
