import type { Page } from 'playwright-core';

/** What of the screen may be reached by Tab is no more than this; more would be a trap. */
const MOST_STOPS = 150;

/** What a person does who has no pointer: no step here clicks, hovers or drags. */
export function keyboardOf(page: Page) {
  return {
    press: (key: string) => page.keyboard.press(key),
    type: (text: string) => page.keyboard.insertText(text),
    focusedName: () => focusedName(page),
    /** Goes to a screen by a few letters of its name. */
    async goByName(name: string): Promise<void> {
      await page.keyboard.press('Control+k');
      // Letters go where the focus is, which comes a moment after the dialog.
      await page.locator('[role="dialog"] input:focus').waitFor();
      await page.keyboard.insertText(name);
      // The first of what fits is chosen as one types; only where nothing is yet, the arrow chooses it.
      const fitting = page.getByRole('menuitem', { name });
      await fitting.first().waitFor();
      if ((await page.locator('[role="menuitem"][data-focused]').count()) === 0) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1, name }).waitFor();
    },
    async tabTo(name: string | RegExp): Promise<void> {
      const seen: string[] = [];
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        const focused = await focusedName(page);
        if (typeof name === 'string' ? focused === name : name.test(focused)) return;
        seen.push(focused);
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never reaches “${String(name)}”, only ${[...new Set(seen)].join(' | ')}`);
    },
    async pressOn(name: string | RegExp): Promise<void> {
      await this.tabTo(name);
      await page.keyboard.press('Enter');
    },
    async fill(name: string, text: string): Promise<void> {
      await this.tabTo(name);
      await page.keyboard.insertText(text);
    },
    /** Opens the system's file dialog; what it gives back is given for it. */
    async chooseFile(name: string, path: string): Promise<void> {
      await this.tabTo(name);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles(path);
    },
  };
}

/** The name by which a screen reader calls what has the focus: its label, or its words. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return '';
    const label =
      focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels?.[0] : null;
    const name = focused.getAttribute('aria-label') ?? label?.textContent ?? focused.textContent ?? '';
    return name.replaceAll(/\s+/g, ' ').trim();
  });
}
