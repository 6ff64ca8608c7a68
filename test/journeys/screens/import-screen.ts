import type { Page } from 'playwright-core';
import { importing } from '../../../shared/messages/ui.en.ts';

export function importScreen(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const runButton = button(new RegExp(`^${importing.importNow(2).split('2')[0]}\\d`));

  return {
    /** Drops files and folders of the disk, as a file manager does. */
    async drop(...paths: readonly string[]): Promise<void> {
      const zone = await page.getByTestId('drop-zone').boundingBox();
      if (zone === null) throw new Error('There is nowhere to drop');
      const chromium = await page.context().newCDPSession(page);
      const data = { items: [], files: [...paths], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await chromium.send('Input.dispatchDragEvent', { type, x: zone.x + zone.width / 2, y: zone.y + 12, data });
      }
      await chromium.detach();
    },
    async previewed(): Promise<void> {
      await page.getByRole('heading', { name: importing.previewTitle }).waitFor();
    },
    async finished(): Promise<void> {
      await page.getByRole('heading', { name: importing.resultTitle }).waitFor();
    },
    async cancelled(): Promise<void> {
      await page.getByRole('heading', { name: importing.cancelledTitle }).waitFor();
    },
    run: () => runButton.click(),
    isRunDisabled: () => button(importing.importNothing).isDisabled(),
    cancel: () => button(importing.cancel).click(),
    resume: () => button(importing.resume).click(),
    another: () => button(importing.another).click(),
    discard: () => button(importing.discard).click(),
    /** A number of the report: files, imported, refused … */
    async count(name: keyof typeof importing.counts): Promise<number> {
      const term = page.getByRole('term').filter({ hasText: new RegExp(`^${importing.counts[name]}$`) });
      return Number(await term.locator('xpath=following-sibling::dd[1]').textContent());
    },
    showProblems: () =>
      page.getByRole('radio', { name: new RegExp(`^${importing.filterProblems(2).split('2')[0]}`) }).click(),
    /** What the report says of one file. */
    async resultOf(file: string): Promise<string> {
      const rows = page.getByRole('region', { name: importing.results }).locator('tbody');
      return (await rows.filter({ hasText: file }).first().innerText()).replaceAll(/\s+/g, ' ').trim();
    },
    /** Notes the words of the progress bar from now on; the returned function gives what was seen. */
    async followProgress(): Promise<() => Promise<readonly string[]>> {
      await page.evaluate(() => {
        const seen: string[] = [];
        Reflect.set(window, 'progressSeen', seen);
        new MutationObserver(() => {
          for (const bar of document.querySelectorAll('[role=progressbar]')) {
            const words = bar.textContent ?? '';
            if (words !== '' && seen.at(-1) !== words) seen.push(words);
          }
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      return () => page.evaluate((): readonly string[] => Reflect.get(window, 'progressSeen'));
    },
  };
}
