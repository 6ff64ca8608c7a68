import type { Locator, Page } from 'playwright-core';
import { compare } from '../../../shared/messages/ui.en.ts';

export function compareScreen(page: Page) {
  const people = page.getByRole('list', { name: compare.people }).getByRole('listitem');
  const requirements = page.getByRole('table', { name: compare.requirements });
  const picture = page.getByRole('img', { name: new RegExp(`^${compare.pictureTitle('').split('“')[0] ?? ''}`) });

  return {
    /** From the ranking that is open. */
    open: () => page.getByRole('link', { name: compare.open, exact: true }).click(),
    /** From the ranking, those who are chosen in it. */
    openChosen: (count: number) => page.getByRole('link', { name: compare.openChosen(count) }).press('Enter'),
    back: () => page.getByRole('link', { name: compare.back, exact: true }).first().click(),
    async shown(): Promise<void> {
      await picture.waitFor({ timeout: 60_000 });
      await requirements.waitFor({ timeout: 60_000 });
    },
    picture: (): Locator => picture,
    people: () => people.getByRole('link').allInnerTexts(),
    /** Adds the n-th of those who are offered, counted from one. */
    async add(place: number): Promise<void> {
      await page.getByLabel(compare.addLabel).selectOption({ index: place });
      await page.getByRole('button', { name: compare.add, exact: true }).click();
    },
    remove: (name: string) => page.getByRole('button', { name: compare.remove(name) }).click(),
    async asTable(): Promise<readonly string[]> {
      await page.getByRole('button', { name: compare.asTable }).click();
      const table = page.getByRole('table', { name: /^T-profiles over/ });
      await table.waitFor();
      return table.locator('tbody tr').allInnerTexts();
    },
    /** Words of each row of the table of requirements, its two headings among them. */
    rows: () => requirements.locator('tbody tr').allInnerTexts(),
  };
}
