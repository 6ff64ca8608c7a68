import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addingPack, candidates, importing, issuers, job, jobs, ranking, shell } from '../../shared/messages/ui.en.ts';
import { journey, journeyFolder } from './journey.ts';
import { keyboardOf } from './keyboard.ts';
import { POOL, POOL_PACK, poolText } from './pool.ts';
import { screensOf } from './screens/screens.ts';

/** From the first file to the quoted field without a pointer: no step here clicks, hovers or drags. */
describe('with the keyboard alone, and without motion', () => {
  let page: Page;
  let keys: ReturnType<typeof keyboardOf>;
  journey({ folder: journeyFolder('keyboard'), reducedMotion: true }, (_, app) => {
    page = app.page;
    keys = keyboardOf(page);
    // The system's dialog is intercepted from the first listener on; one that comes with the key press may be late.
    page.on('filechooser', () => undefined);
  });

  it('skips to the content', async () => {
    await page.keyboard.press('Tab');
    expect(await keys.focusedName()).toBe(shell.skip);
  });

  it('goes to any screen by a few letters', async () => {
    await keys.goByName(shell.screens.issuers);
    expect(await screensOf(page).window.heading().innerText()).toBe(issuers.title);
  });

  it('adds a pack', async () => {
    await keys.chooseFile(issuers.addPack, POOL_PACK);
    await page.getByRole('heading', { name: addingPack.title }).waitFor();
    await keys.tabTo(new RegExp(`^${addingPack.choosePin}`));
    await keys.press('ArrowDown');
    await keys.fill(shell.reason, 'The sample pack, from the people who made the sample.');
    await page.getByRole('button', { name: addingPack.accept, disabled: false }).waitFor();
    await keys.pressOn(addingPack.accept);
    await page.getByRole('table', { name: issuers.packs }).waitFor();
  });

  it('imports a folder', async () => {
    await keys.goByName(shell.screens.import);
    await keys.chooseFile(importing.chooseFolder, POOL);
    await screensOf(page).importing.previewed();
    // The import itself has the focus, so that Enter goes on.
    await expect.poll(() => keys.focusedName()).toMatch(/^Import \d+/);
    await page.keyboard.press('Enter');
    await screensOf(page).importing.finished();
  });

  it('makes a job of an ad', async () => {
    await keys.goByName(shell.screens.jobs);
    await keys.tabTo(jobs.create);
    await page.keyboard.press('Enter');
    await keys.tabTo(job.paste);
    await page.keyboard.insertText(poolText('jobs/data-analyst-ad.txt'));
    await keys.tabTo(job.suggest);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: job.suggestedTitle }).waitFor();
    await keys.tabTo(job.acceptAll);
    await page.keyboard.press('Enter');
    await keys.tabTo(job.save);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: job.rank }).waitFor();
  });

  it('reads why number one is number one, down to the trust panel', async () => {
    await keys.tabTo(job.rank);
    await page.keyboard.press('Enter');
    const { ranking: screen } = screensOf(page);
    await screen.computed();
    const [one, two] = await screen.order();
    await keys.tabTo(one?.name ?? '');
    await page.keyboard.press('j');
    expect(await keys.focusedName()).toBe(two?.name);
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await screen.explanation().waitFor();
    expect((await screen.evidence()).field).toMatch(/^\//);
    await page.keyboard.press('Escape');
    await screen.explanation().waitFor({ state: 'detached' });
    expect(await keys.focusedName()).toBe(one?.name);
    await page.keyboard.press('Enter');
    await keys.tabTo(ranking.openTrust);
    await page.keyboard.press('Enter');
    await screensOf(page).candidates.panel().waitFor();
  });

  it('searches the candidates', async () => {
    await keys.goByName(shell.screens.candidates);
    await page.getByRole('table', { name: candidates.table }).waitFor();
    await page.keyboard.press('/');
    expect(await keys.focusedName()).toBe(candidates.search);
  });

  it('moves nothing on screen for who does not want it', async () => {
    await keys.goByName(shell.screens.settings);
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
