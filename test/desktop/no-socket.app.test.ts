import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type AppUnderTest } from '../journeys/app-under-test.ts';
import { POOL, POOL_PACK, poolText } from '../journeys/pool.ts';
import { screensOf } from '../journeys/screens/screens.ts';
import { socketsBelow } from './listening-sockets.ts';
import { descendantsOf } from './processes.ts';

/** SECURITY.md: no process of Tessera listens on a socket or opens a connection, whatever it is doing. */
describe.runIf(process.platform === 'linux')('the running app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-sockets-'));
  let app: AppUnderTest;
  const seen = new Set<string>();
  let watching: NodeJS.Timeout | undefined;
  beforeAll(async () => {
    app = await openApp({ folder });
    watching = setInterval(() => {
      for (const { process: name, protocol, local, remote } of socketsBelow(process.pid)) {
        seen.add(`${protocol} ${local} ${remote} ${name}`);
      }
    }, 250);
  });
  afterAll(async () => {
    clearInterval(watching);
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is several processes: the main one, the engine, the embedder and Chromium’s', async () => {
    const screens = screensOf(app.page);
    await screens.window.goTo('issuers');
    await screens.issuers.addPack(POOL_PACK);
    await screens.window.goTo('import');
    await screens.importing.drop(POOL);
    await screens.importing.previewed();
    await screens.importing.run();
    await screens.importing.finished();
    await screens.window.goTo('jobs');
    await screens.jobs.create();
    await screens.jobs.read(poolText('jobs/data-analyst.json'));
    await screens.jobs.acceptAll();
    await screens.jobs.save();
    await screens.jobs.rank();
    await screens.ranking.computed();
    expect(descendantsOf(process.pid).length).toBeGreaterThan(5);
  });

  it('has had no network socket at any moment of it', () => {
    expect([...seen]).toEqual([]);
  });

  it('would have been found out', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const parent = process.ppid;
    expect(socketsBelow(parent).some(({ isListening }) => isListening)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });
});
