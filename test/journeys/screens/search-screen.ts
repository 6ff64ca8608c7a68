import type { Locator, Page } from 'playwright-core';
import { gaps, search } from '../../../shared/messages/ui.en.ts';

export interface FoundRow {
  readonly name: string;
  /** All that stands about the person, on one line. */
  readonly words: string;
  /** The exact words that matched. */
  readonly quotes: readonly string[];
}

export interface CoverageRow {
  readonly requirement: string;
  readonly state: string;
  readonly evidenced: number;
  readonly alike: number;
}

export function searchScreen(page: Page) {
  const list = page.getByRole('list', { name: search.list });
  const people = list.locator('.search-person');
  const coverage = page.getByRole('table', { name: gaps.table });

  return {
    box: (): Locator => page.getByLabel(search.box),
    list: (): Locator => list,
    coverage: (): Locator => coverage,
    async find(text: string): Promise<void> {
      await page.getByLabel(search.box).fill(text);
      await page.getByRole('search').getByRole('button', { name: search.act }).click();
      await this.answered();
    },
    /** Waits until the answer stands; the first search embeds every wording of the workspace. */
    async answered(): Promise<void> {
      await page.getByText(search.busy).waitFor({ state: 'hidden', timeout: 120_000 });
      await page.locator('.section h2').first().waitFor();
    },
    /** How many people the heading says were found. */
    async found(): Promise<{ readonly alike: number; readonly of: number }> {
      const heading = await page.locator('.section h2').first().innerText();
      const [alike = NaN, of = NaN] = (heading.match(/\d+/g) ?? []).map(Number);
      return { alike, of };
    },
    async rows(): Promise<readonly FoundRow[]> {
      return people.evaluateAll((all) =>
        all.map((row) => ({
          name: row.querySelector('h3')?.innerText.trim() ?? '',
          words: (row instanceof HTMLElement ? row.innerText : '').replaceAll(/\s+/g, ' ').trim(),
          quotes: [...row.querySelectorAll('q')].map((quote) => quote.innerText.trim()),
        })),
      );
    },
    /** The people's ids, from the addresses to which their names lead. */
    ids: () =>
      people
        .locator('h3 a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? '')),
    open: (name: string) => list.getByRole('link', { name, exact: true }).click(),
    likeThisOne: () => page.getByRole('link', { name: search.likeOpen }).click(),
    showDistant: () => page.getByRole('button', { name: search.showDistant }).click(),
    /** The requirements in the order of the table. */
    async gaps(): Promise<readonly CoverageRow[]> {
      await coverage.waitFor({ timeout: 60_000 });
      return coverage.locator('tbody tr').evaluateAll((all) =>
        all.map((row) => {
          const cells = [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim());
          return {
            requirement: row.querySelector<HTMLElement>('th bdi')?.innerText.trim() ?? '',
            state: cells[0] ?? '',
            evidenced: Number(cells[1]),
            alike: Number(cells[2]),
          };
        }),
      );
    },
  };
}
