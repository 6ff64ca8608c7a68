import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { ranking, shell } from '../../../shared/messages/ui.en.ts';

export interface RankedRow {
  readonly rank: string;
  readonly name: string;
  readonly band: string;
  readonly points: string;
}

export function rankingScreen(page: Page) {
  const table = page.getByRole('table', { name: ranking.table });
  const rows = table.locator('tbody tr');
  const explanation = page.locator('section.explanation');
  const openRequirement = explanation.locator('.disclosure[data-expanded]').first();

  return {
    async computed(): Promise<void> {
      // The first ranking embeds every wording of the workspace; later ones take from the store.
      await table.waitFor({ timeout: 120_000 });
      await rows.first().waitFor();
    },
    choose: (job: string) => page.getByLabel(ranking.job).selectOption({ label: job }),
    async order(): Promise<readonly RankedRow[]> {
      return rows.evaluateAll((all) =>
        all.map((row) => {
          const [rank = '', band = '', , , points = ''] = [...row.querySelectorAll('td')].map((cell) =>
            cell.innerText.trim(),
          );
          return { rank, name: row.querySelector('th')?.innerText.trim() ?? '', band, points };
        }),
      );
    },
    /** Opens the explanation of the n-th row, counted from one. */
    async explain(place: number): Promise<void> {
      await rows
        .nth(place - 1)
        .getByRole('button')
        .click();
      await explanation.waitFor();
    },
    explanation: (): Locator => explanation,
    /** Chooses two rows, counted from one, the second by its key, and returns the sentence and the rows of the answer. */
    async whyAbove(one: number, other: number) {
      await rows
        .nth(one - 1)
        .getByRole('checkbox')
        .check();
      await this.chooseByKey(other);
      const answer = page.getByRole('region', { name: ranking.askWhyAnswer });
      await answer.getByRole('table').waitFor();
      return {
        title: await answer.getByRole('heading').innerText(),
        sentence: await answer.locator('.why-sentence').innerText(),
        rows: await answer.locator('tbody tr').allInnerTexts(),
      };
    },
    /** Chooses a row, counted from one, by its key. */
    async chooseByKey(place: number): Promise<void> {
      await rows
        .nth(place - 1)
        .getByRole('button')
        .focus();
      await page.keyboard.press('x');
    },
    chosen: (): Locator => page.getByRole('group', { name: ranking.chosen }),
    nextPage: () => page.getByRole('button', { name: shell.nextPage }).click(),
    closeWhy: () => page.getByRole('button', { name: ranking.closeWhy }).click(),
    /** Moves the weight of a priority by keys, and comes back when the list has followed. */
    async moveWeight(priority: keyof typeof ranking.weights, ...keys: readonly string[]): Promise<void> {
      await page.getByRole('slider', { name: ranking.weights[priority] }).focus();
      for (const key of keys) await page.keyboard.press(key);
    },
    resetWeights: () => page.getByRole('button', { name: ranking.reset }).click(),
    filterMusts: () => page.getByText(ranking.filterMusts).click(),
    showHidden: () => page.getByRole('button', { name: ranking.showHidden, exact: true }).click(),
    setAi: () => page.getByText(ranking.ai).click(),
    refusals: (): Locator => page.getByRole('table', { name: ranking.refusalsTable }).locator('tbody tr'),
    async takeBackFirstRefusal(reason: string): Promise<void> {
      const all = page.getByRole('table', { name: ranking.refusalsTable });
      await all.getByRole('button').first().click();
      await page.getByRole('dialog').getByLabel(shell.reason).fill(reason);
      await page.getByRole('dialog').getByRole('button', { name: ranking.judgeConfirm }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
    /** The quoted words and their field, of the requirement that is open. */
    async evidence(): Promise<{ readonly quote: string; readonly field: string }> {
      return {
        quote: await openRequirement.locator('blockquote').innerText(),
        field: await openRequirement.locator('figcaption code').innerText(),
      };
    },
    factors: () =>
      openRequirement.getByRole('table', { name: ranking.factorsTitle }).getByRole('rowheader').allInnerTexts(),
    openTrust: () => openRequirement.getByRole('link', { name: ranking.openTrust }).click(),
    openCandidate: () => explanation.getByRole('link', { name: ranking.openCandidate }).click(),
    closeExplanation: () => explanation.getByRole('button', { name: ranking.closeExplanation }).click(),
    async judge(words: 'meets' | 'notSame', reason: string): Promise<void> {
      await openRequirement.getByRole('button', { name: ranking[words] }).click();
      await page.getByRole('dialog').getByLabel(shell.reason).fill(reason);
      await page.getByRole('dialog').getByRole('button', { name: ranking.judgeConfirm }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
    async export(format: keyof typeof ranking.exportAs): Promise<{ readonly fileName: string; readonly text: string }> {
      await page.getByRole('button', { name: ranking.export, exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: ranking.exportAs[format] }).click(),
      ]);
      return { fileName: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    },
  };
}
