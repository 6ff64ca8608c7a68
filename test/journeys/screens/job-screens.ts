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
    /** What stands on screen of the line with these words. */
    suggestion: (text: string) => page.locator('.suggestions').getByRole('listitem').filter({ hasText: text }),
    accept: (text: string) => page.getByRole('button', { name: job.acceptLine(text), exact: true }).click(),
    reject: (text: string) => page.getByRole('button', { name: job.rejectLine(text), exact: true }).click(),
    /** Changes kind and priority of a line before it is accepted. */
    async correct(text: string, kind: string, priority: string): Promise<void> {
      await page.getByRole('button', { name: job.correctLine(text), exact: true }).click();
      const line = page.locator('.suggestion').filter({ has: page.locator('.suggestion-correct') });
      await line.getByLabel(job.kind).selectOption({ label: kind });
      await line.getByLabel(job.priority).selectOption({ label: priority });
      await page.getByRole('button', { name: job.correctedLine(text), exact: true }).click();
    },
    /** Opens the list of what was left out of the ad. */
    async openLeftOut(): Promise<readonly string[]> {
      await page.getByRole('button', { name: new RegExp(`^${job.leftOut(0).slice(0, 19)}`) }).click();
      return page.locator('.left-out').first().getByRole('listitem').allInnerTexts();
    },
    take: (text: string) => page.getByRole('button', { name: job.takeLine(text), exact: true }).click(),
    async openRules(): Promise<void> {
      const rules = page.getByRole('button', { name: new RegExp(`^${job.rulesTitle}: \\d`) });
      await rules.waitFor();
      if ((await rules.getAttribute('aria-expanded')) !== 'true') await rules.click();
    },
    rules: () => page.getByRole('list', { name: job.rulesTitle }).getByRole('listitem').allInnerTexts(),
    removeRule: (text: string) => page.getByRole('button', { name: job.removeRuleNamed(text), exact: true }).click(),
    async save(): Promise<void> {
      await page.getByRole('button', { name: job.save }).click();
      await page.getByRole('link', { name: job.rank }).waitFor();
    },
    rank: () => page.getByRole('link', { name: job.rank }).first().click(),
    saved: () => page.getByRole('table', { name: jobs.table }).getByRole('rowheader').allInnerTexts(),
  };
}
