import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { addingPack, effects, issuers, missing, policy, shell, verdicts } from '../../../shared/messages/ui.en.ts';

export interface MovedRow {
  readonly person: string;
  readonly achievement: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export function issuersScreen(page: Page) {
  const packs = page.getByRole('table', { name: issuers.packs });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const adding = page.getByRole('region', { name: addingPack.title });
  const outcome = page.getByRole('region', { name: effects.resultTitle });
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));

  return {
    adding: (): Locator => adding,
    outcome: (): Locator => outcome,
    dialog: (): Locator => dialog,
    async part(part: keyof typeof issuers.part): Promise<void> {
      await page
        .getByRole('navigation', { name: issuers.parts })
        .getByRole('link', { name: issuers.part[part] })
        .click();
    },
    /** Chooses a pack and waits until it is looked at. */
    async choosePack(path: string): Promise<void> {
      await page.getByLabel(issuers.addPack).setInputFiles(path);
      await adding.waitFor();
    },
    /** Takes a pack whose publisher is not pinned, once. */
    async addPack(path: string): Promise<void> {
      await this.choosePack(path);
      await adding.getByText(addingPack.chooseOnce, { exact: true }).click();
      await adding.getByLabel(shell.reason).fill('The sample pack, from the people who made the sample.');
      await this.accept();
    },
    /** Adds the pack on screen once its effect is known, and waits until everything is checked again. */
    async accept(): Promise<void> {
      await this.effectKnown(adding);
      await button(addingPack.accept).click();
      await adding.waitFor({ state: 'detached' });
      await this.rechecked();
    },
    effectKnown: (within: Locator) => within.locator('.effect-sum').waitFor(),
    /** What the last change came to must not be taken for what the next one does. */
    async dismissOutcome(): Promise<void> {
      const dismiss = outcome.getByRole('button', { name: effects.dismiss, exact: true });
      if ((await dismiss.count()) === 0) return;
      await dismiss.click();
      await outcome.waitFor({ state: 'detached' });
    },
    rechecked: () => outcome.locator('.effect-sum').waitFor(),
    /** How many verdicts an effect moves, as it says itself. */
    async movedCount(within: Locator): Promise<number> {
      const words = await within.locator('.effect-sum').innerText();
      return words.startsWith('No') ? 0 : Number(/^\d+/.exec(words)?.[0]);
    },
    /** The rows of an effect's table, as far as its first page goes. */
    moved: (within: Locator): Promise<readonly MovedRow[]> =>
      within.locator('table.moved tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const [from = '', to = ''] = [...row.querySelectorAll('.badge')].map((badge) => badge.textContent ?? '');
          return {
            person: row.querySelector('th')?.innerText.trim() ?? '',
            achievement: row.querySelector('a')?.innerText.trim() ?? '',
            from,
            to,
            why: row.querySelector<HTMLElement>('.because')?.innerText.trim() ?? '',
          };
        }),
      ),
    packs: () => packs.getByRole('rowheader').allInnerTexts(),
    packRow: (source: string | RegExp): Locator => packs.getByRole('row').filter({ hasText: source }),
    publishers: () => page.getByRole('table', { name: issuers.publishers }).getByRole('rowheader').allInnerTexts(),
    async askToRemove(source: string): Promise<void> {
      await page.getByRole('button', { name: issuers.removePackLabel(source) }).click();
      await this.effectKnown(dialog);
    },
    /** Pins or unpins an issuer once the effect is known. */
    async pin(act: 'pin' | 'unpin', name: string, reason: string): Promise<number> {
      await this.dismissOutcome();
      await page
        .getByRole('button', { name: issuers[`${act}Label`](name), exact: true })
        .first()
        .click();
      await this.effectKnown(dialog);
      const moves = await this.movedCount(dialog);
      await dialog.getByLabel(shell.reason).fill(reason);
      await dialog.getByRole('button', { name: issuers[act], exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await this.rechecked();
      return moves;
    },
    /** Unpins a publisher once the effect is known. */
    async unpinPublisher(name: string, reason: string): Promise<number> {
      await this.dismissOutcome();
      await button(issuers.unpinPublisherLabel(name)).click();
      await this.effectKnown(dialog);
      const moves = await this.movedCount(dialog);
      await dialog.getByLabel(shell.reason).fill(reason);
      await dialog.getByRole('button', { name: issuers.unpinPublisher, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await this.rechecked();
      return moves;
    },
    policyVersion: (version: number): Locator => page.getByRole('main').getByText(policy.version(version)),
    policyEffect: (): Locator => page.getByRole('region', { name: policy.effect }),
    setDays: async (rule: 'expiryGraceDays' | 'staleAfterDays', days: number) => {
      await page.getByLabel(policy[rule]).fill(String(days));
      await page.getByLabel(policy[rule]).press('Tab');
    },
    setRecognisedPacks: (rule: keyof typeof policy.recognisedPacksOf) =>
      page.getByText(policy.recognisedPacksOf[rule], { exact: true }).click(),
    showEffect: () => button(policy.show).click(),
    async applyPolicy(reason: string): Promise<void> {
      await this.dismissOutcome();
      await this.policyEffect().getByLabel(shell.reason).fill(reason);
      await button(policy.apply).click();
      await this.rechecked();
    },
    async missing(): Promise<readonly string[]> {
      const rows = page.getByRole('table', { name: missing.title }).getByRole('rowheader');
      await rows.first().waitFor();
      return rows.allInnerTexts();
    },
    async saveMissing(): Promise<{ readonly fileName: string; readonly text: string }> {
      const [download] = await Promise.all([page.waitForEvent('download'), button(missing.save).click()]);
      return { fileName: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    },
    async recheck(): Promise<void> {
      await button(/^Check again$/).click();
      await this.rechecked();
    },
    verdict: (name: keyof typeof verdicts) => verdicts[name],
  };
}
