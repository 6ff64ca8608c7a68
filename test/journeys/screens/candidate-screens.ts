import type { Locator, Page } from 'playwright-core';
import { profile } from '../../../shared/messages/profile.en.ts';
import { candidate, candidates, trust } from '../../../shared/messages/ui.en.ts';

export function candidateScreens(page: Page) {
  const table = page.getByRole('table', { name: candidates.table });
  const panel = page.locator('section.panel');
  const links = page.locator('a.browser-link');

  return {
    names: () => table.getByRole('rowheader').allInnerTexts(),
    search: (text: string) => page.getByLabel(candidates.search).fill(text),
    async open(name: string): Promise<void> {
      await table.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await links.first().waitFor();
    },
    picture: (): Locator => page.getByRole('group', { name: new RegExp(`^${profile.title('')}`) }),
    profileAsTable: () => page.getByRole('button', { name: candidate.profileTable }).click(),
    panel: (): Locator => panel,
    /** Opens one trust panel after another until one says this of an axis. */
    async openCredentialWhere(axis: keyof typeof trust.axes, words: RegExp): Promise<void> {
      for (const link of await links.all()) {
        await link.click();
        await panel.getByRole('heading', { level: 3 }).waitFor();
        if (words.test(await this.check(axis))) return;
      }
      throw new Error(`No credential of this person has ${String(words)} at ${axis}`);
    },
    /** What the open trust panel says about one axis. */
    async check(axis: keyof typeof trust.axes): Promise<string> {
      const row = panel.locator('.check').filter({ has: page.locator('strong', { hasText: trust.axes[axis] }) });
      return (await row.first().innerText()).replaceAll(/\s+/g, ' ').trim();
    },
    verdict: async () => (await panel.locator('.badge').first().innerText()).trim(),
    credentials: () => links.count(),
    /** People and credentials of the workspace, as the heading of the list has them. */
    async sums(): Promise<{ readonly people: number; readonly credentials: number }> {
      const lead = page.locator('.page-lead');
      await lead.waitFor();
      const [people = 0, credentials = 0] = ((await lead.innerText()).match(/\d+/g) ?? []).map(Number);
      return { people, credentials };
    },
    /** The verdict's sentence and all checks of the open trust panel. */
    explanation: async () =>
      `${await panel.locator('.panel-head').innerText()}\n${await panel.locator('.checks').innerText()}`,
    /** The dated judgements of the credential that is open, newest first, each as one line. */
    async history(): Promise<readonly string[]> {
      await panel.getByRole('button', { name: trust.history }).click();
      const rows = panel.getByRole('table', { name: trust.historyTable }).locator('tbody tr');
      await rows.first().waitFor();
      return (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim());
    },
  };
}
