import type { Locator, Page } from 'playwright-core';
import { importing, shell } from '../../../shared/messages/ui.en.ts';

export function importScreen(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const runButton = button(new RegExp(`^${importing.importNow(2).split('2')[0]}\\d`));
  const table = page.getByRole('table', { name: importing.results });

  async function throughPages(cells: Locator): Promise<readonly string[]> {
    const texts: string[] = [];
    const [back, next] = [shell.previousPage, shell.nextPage].map((name) => page.getByRole('button', { name }));
    while (back !== undefined && (await back.count()) > 0 && (await back.isEnabled())) await back.click();
    for (;;) {
      texts.push(...(await cells.allInnerTexts()));
      if (next === undefined || (await next.count()) === 0 || (await next.isDisabled())) return texts;
      await next.click();
    }
  }

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
    isCancelled: () => page.getByRole('heading', { name: importing.cancelledTitle }).isVisible(),
    run: () => runButton.click(),
    isRunDisabled: () => button(importing.importNothing).isDisabled(),
    resume: () => button(importing.resume).click(),
    another: () => button(importing.another).click(),
    discard: () => button(importing.discard).click(),
    /** A number of the report: files, imported, refused … */
    async count(name: keyof typeof importing.counts): Promise<number> {
      const term = page.getByRole('term').filter({ hasText: new RegExp(`^${importing.counts[name]}$`) });
      return Number(await term.locator('xpath=following-sibling::dd[1]').textContent());
    },
    showRefused: () => page.getByRole('radio', { name: /^Refused \d/ }).click(),
    /** How many files one outcome has: a verdict, or `Refused`. */
    async groupCount(group: string): Promise<number> {
      const choice = page.getByRole('radio', { name: new RegExp(`^${group} \\d`) });
      return (await choice.count()) === 0 ? 0 : Number(/\d+$/.exec(await choice.innerText())?.[0]);
    },
    /** The choices of outcomes, in their order, each with its number of files. */
    groups: async () =>
      (await page.getByRole('radiogroup', { name: importing.filters }).getByRole('radio').allInnerTexts()).slice(1),
    showGroup: (group: string) => page.getByRole('radio', { name: new RegExp(`^${group} \\d`) }).click(),
    async showConcern(axis: string): Promise<void> {
      const choice = page.getByLabel(importing.concerns);
      const labels = await choice.getByRole('option').allInnerTexts();
      await choice.selectOption({ label: labels.find((label) => label.startsWith(axis)) ?? axis });
    },
    /** The files of the group that is shown, through all its pages. */
    filesShown: () => throughPages(table.getByRole('rowheader')),
    /** The credentials of the group that is shown, through all its pages. */
    namesShown: () => throughPages(table.locator('.results-name')),
    /** Opens the trust panel of the first credential of a file in the group that is shown. */
    async openTrustOf(file: string): Promise<void> {
      const row = table.locator('tbody').filter({ hasText: file });
      const next = page.getByRole('button', { name: shell.nextPage });
      while ((await row.count()) === 0) await next.click();
      await row.first().getByRole('link').first().click();
    },
    /**
     * Presses Cancel as soon as something is done, and answers for how long the window went on as if nobody had, in
     * milliseconds by its own clock. The page presses by itself: an import of hundreds of files is over before a hand
     * that comes from outside finds the button. Null where it was over before even that.
     */
    watchCancel: () =>
      page.evaluate(
        ({ cancel, cancelled, finished }) => {
          const measured = new Promise<number | null>((resolve) => {
            let pressed: number | null = null;
            const look = () => {
              const headings = [...document.querySelectorAll('h2')].map((heading) => heading.textContent);
              if (headings.includes(finished)) {
                observer.disconnect();
                resolve(null);
              } else if (pressed === null) {
                const isMoving = /^[1-9]/.test(
                  document.querySelector('[role=progressbar] .numeric')?.textContent ?? '',
                );
                const found = [...document.querySelectorAll('button')].find((each) => each.textContent === cancel);
                if (!isMoving || found === undefined) return;
                pressed = performance.now();
                found.click();
              } else if (headings.includes(cancelled)) {
                observer.disconnect();
                resolve(performance.now() - pressed);
              }
            };
            const observer = new MutationObserver(look);
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          });
          Reflect.set(window, 'cancelMeasured', measured);
        },
        { cancel: importing.cancel, cancelled: importing.cancelledTitle, finished: importing.resultTitle },
      ),
    cancelMeasured: (): Promise<number | null> =>
      page.evaluate((): Promise<number | null> => Reflect.get(window, 'cancelMeasured')),
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
