import type { Locator, Page } from 'playwright-core';
import { shell } from '../../../shared/messages/ui.en.ts';

export type ScreenName =
  'import' | 'candidates' | 'search' | 'jobs' | 'ranking' | 'issuers' | 'model' | 'settings' | 'log';

/** The frame around every screen. */
export function windowOf(page: Page) {
  return {
    heading: (): Locator => page.getByRole('heading', { level: 1 }),
    async goTo(screen: ScreenName, { andSettle = true } = {}): Promise<void> {
      await page
        .getByRole('navigation', { name: shell.navigation })
        .getByRole('link', { name: shell.screens[screen], exact: true })
        .click();
      await page.getByRole('heading', { level: 1, name: shell.screens[screen] }).waitFor();
      if (andSettle) await settled(page);
    },
  };
}

/** Waits until nothing on screen is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.getByText(shell.loading).first().waitFor({ state: 'hidden' });
  await page.getByRole('progressbar').first().waitFor({ state: 'hidden' });
}
