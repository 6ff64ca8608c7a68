import type { Page } from 'playwright-core';
import { settings, shell } from '../../../shared/messages/ui.en.ts';

export function settingsScreen(page: Page) {
  return {
    async setBlind(on: boolean): Promise<void> {
      const toggle = page.getByRole('switch', { name: settings.blind });
      if ((await toggle.isChecked()) !== on) await page.getByText(settings.blind).click();
      await page.getByText(on ? shell.blindOn : shell.blindOff).waitFor();
    },
  };
}
