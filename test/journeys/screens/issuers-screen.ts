import type { Page } from 'playwright-core';
import { issuers } from '../../../shared/messages/ui.en.ts';

export function issuersScreen(page: Page) {
  const packs = page.getByRole('table', { name: issuers.packs });
  return {
    async addPack(path: string): Promise<void> {
      await page.getByLabel(issuers.addPack).setInputFiles(path);
      await packs.waitFor();
    },
    packs: () => packs.getByRole('rowheader').allInnerTexts(),
  };
}
