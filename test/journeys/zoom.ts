import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a window of the usual size has left at 200 % (WCAG 2.2, 1.4.4 and 1.4.10). */
const ZOOMED = { width: 640, height: 512 };

/**
 * Expects that at 200 % the page itself need not be scrolled sideways, and that nothing with words in it is cut off:
 * what is wider than its frame can be scrolled there.
 */
export async function expectNothingLost(page: Page): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize(ZOOMED);
  const lost = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const main = document.querySelector('main');
    const cut = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
      if (element.closest('.visually-hidden') !== null || (element.textContent ?? '').trim() === '') return false;
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return false;
      return getComputedStyle(element).overflowX === 'hidden';
    });
    return {
      wide: Math.max(wide, main === null ? 0 : main.scrollWidth - main.clientWidth),
      cut: cut.slice(0, 5).map((element) => element.outerHTML.slice(0, 160)),
    };
  });
  if (usual !== null) await page.setViewportSize(usual);
  expect(lost).toEqual({ wide: 0, cut: [] });
}
