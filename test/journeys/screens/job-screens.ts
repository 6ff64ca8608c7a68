import type { Page } from 'playwright-core';
import { job, jobs } from '../../../shared/messages/ui.en.ts';

export function jobScreens(page: Page) {
  return {
    create: () => page.getByRole('link', { name: jobs.create }).first().click(),
    /** Puts a text into the field for ads and has its lines suggested. */
    async read(text: string): Promise<void> {
      await page.getByLabel(job.paste).fill(text);
      await page.getByRole('button', { name: job.suggest }).click();
      await page.getByRole('region', { name: job.suggestedTitle }).waitFor();
    },
    suggestions: () => page.getByRole('region', { name: job.suggestedTitle }).getByRole('listitem'),
    acceptAll: () => page.getByRole('button', { name: job.acceptAll }).click(),
    async acceptFirst(): Promise<void> {
      await page
        .getByRole('button', { name: new RegExp(`^${job.acceptLine('').slice(0, -1)}`) })
        .first()
        .click();
    },
    async save(): Promise<void> {
      await page.getByRole('button', { name: job.save }).click();
      await page.getByRole('link', { name: job.rank }).waitFor();
    },
    rank: () => page.getByRole('link', { name: job.rank }).first().click(),
    saved: () => page.getByRole('table', { name: jobs.table }).getByRole('rowheader').allInnerTexts(),
  };
}
