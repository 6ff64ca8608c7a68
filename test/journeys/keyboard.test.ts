import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { candidates, importing, issuers, job, jobs, ranking, shell } from '../../shared/messages/ui.en.ts';
import { openApp, type AppUnderTest } from './app-under-test.ts';
import { POOL, POOL_PACK, poolText } from './pool.ts';
import { screensOf } from './screens/screens.ts';

/** From the first file to the quoted field without a pointer: no step here clicks, hovers or drags. */
describe('with the keyboard alone, and without motion', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-keyboard-'));
  let app: AppUnderTest;
  let page: Page;
  beforeAll(async () => {
    app = await openApp({ folder, reducedMotion: true });
    page = app.page;
    // The system's dialog is intercepted from the first listener on; one that comes with the key press may be late.
    page.on('filechooser', () => undefined);
  });
  afterEach(() => expect(app.watched.complaints).toEqual([]));
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('skips to the content', async () => {
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe(shell.skip);
  });

  it('goes to any screen by a few letters', async () => {
    await goByName(page, shell.screens.issuers);
    expect(await screensOf(page).window.heading().innerText()).toBe(issuers.title);
  });

  it('adds a pack', async () => {
    await chooseFile(page, issuers.addPack, POOL_PACK);
    await page.getByRole('table', { name: issuers.packs }).waitFor();
  });

  it('imports a folder', async () => {
    await goByName(page, shell.screens.import);
    await chooseFile(page, importing.chooseFolder, POOL);
    await screensOf(page).importing.previewed();
    // The import itself has the focus, so that Enter goes on.
    await expect.poll(() => focusedName(page)).toMatch(/^Import \d+/);
    await page.keyboard.press('Enter');
    await screensOf(page).importing.finished();
  });

  it('makes a job of an ad', async () => {
    await goByName(page, shell.screens.jobs);
    await tabTo(page, jobs.create);
    await page.keyboard.press('Enter');
    await tabTo(page, job.paste);
    await page.keyboard.insertText(poolText('jobs/data-analyst-ad.txt'));
    await tabTo(page, job.suggest);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: job.suggestedTitle }).waitFor();
    await tabTo(page, job.acceptAll);
    await page.keyboard.press('Enter');
    await tabTo(page, job.save);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: job.rank }).waitFor();
  });

  it('reads why number one is number one, down to the trust panel', async () => {
    await tabTo(page, job.rank);
    await page.keyboard.press('Enter');
    const { ranking: screen } = screensOf(page);
    await screen.computed();
    const [one, two] = await screen.order();
    await tabTo(page, one?.name ?? '');
    await page.keyboard.press('j');
    expect(await focusedName(page)).toBe(two?.name);
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await screen.explanation().waitFor();
    expect((await screen.evidence()).field).toMatch(/^\//);
    await page.keyboard.press('Escape');
    await screen.explanation().waitFor({ state: 'detached' });
    expect(await focusedName(page)).toBe(one?.name);
    await page.keyboard.press('Enter');
    await tabTo(page, ranking.openTrust);
    await page.keyboard.press('Enter');
    await screensOf(page).candidates.panel().waitFor();
  });

  it('searches the candidates', async () => {
    await goByName(page, shell.screens.candidates);
    await page.getByRole('table', { name: candidates.table }).waitFor();
    await page.keyboard.press('/');
    expect(await focusedName(page)).toBe(candidates.search);
  });

  it('moves nothing on screen for who does not want it', async () => {
    await goByName(page, shell.screens.settings);
    const longest = await page.evaluate(() => {
      const seconds = (text: string) => Math.max(...text.split(',').map((part) => parseFloat(part)));
      return Math.max(
        ...[...document.querySelectorAll('*')].map((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return Math.max(seconds(transitionDuration), seconds(animationDuration));
        }),
      );
    });
    expect(longest).toBeLessThan(0.001);
  });
});

async function goByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.insertText(name);
  await page.getByRole('menuitem', { name }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** What of the screen may be reached by Tab is no more than this; more would be a trap. */
const MOST_STOPS = 150;

async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const focused = await focusedName(page);
    if (focused === name) return;
    seen.push(focused);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches “${name}”, only ${[...new Set(seen)].join(' | ')}`);
}

/** Opens the system's file dialog with the keyboard; what it gives back is given for it. */
async function chooseFile(page: Page, name: string, path: string): Promise<void> {
  await tabTo(page, name);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(path);
}

/** The name by which a screen reader calls what has the focus: its label, or its words. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return '';
    const label =
      focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels?.[0] : null;
    const name = focused.getAttribute('aria-label') ?? label?.textContent ?? focused.textContent ?? '';
    return name.replaceAll(/\s+/g, ' ').trim();
  });
}
