import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reliability as words } from '../../shared/messages/reliability.en.ts';
import { settings } from '../../shared/messages/ui.en.ts';
import { expectAccessible } from './accessibility.ts';
import { openApp, type AppUnderTest } from './app-under-test.ts';
import { screensOf } from './screens/screens.ts';
import { expectNothingLost } from './zoom.ts';

const folder = mkdtempSync(join(tmpdir(), 'tessera-model-'));
let app: AppUnderTest;

beforeAll(async () => {
  app = await openApp({ folder: join(folder, 'app'), reducedMotion: true });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('how reliable the model is, in “About the model”', () => {
  it('is drawn and listed, for matches and for suggestions', async () => {
    await screensOf(app.page).window.goTo('model');
    for (const { title } of [words.pairs, words.suggestions]) {
      await app.page.getByRole('img', { name: title }).waitFor();
      expect(await app.page.getByRole('table', { name: title }).getByRole('row').count()).toBe(11);
    }
    await expectAccessible(app.page, 'About the model');
    await expectNothingLost(app.page);
  });

  it('stays on paper', async () => {
    await app.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const picture = app.page.getByRole('img', { name: words.pairs.title });
    const ink = picture.locator('circle').first();
    expect(await picture.isVisible()).toBe(true);
    // Dark ink on white, also where the window is dark.
    expect(await ink.evaluate((circle) => getComputedStyle(circle).fill)).toBe('rgb(28, 29, 32)');
    await app.page.emulateMedia({ media: null, colorScheme: null });
  });

  it('is that of words alone with AI switched off', async () => {
    await screensOf(app.page).window.goTo('settings');
    await app.page.getByText(settings.ai, { exact: true }).click();
    await screensOf(app.page).window.goTo('model');
    await app.page.getByText(words.wordsAlone).waitFor();
    await app.page.getByRole('img', { name: words.pairs.title }).waitFor();
  });
});
