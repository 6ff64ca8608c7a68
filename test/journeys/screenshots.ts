import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FAILURES = join(import.meta.dirname, '../../test-results');
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

/** Tall enough for an explanation or a profile in one piece. */
const SIZE = { width: 1280, height: 1040 };

/** Keeps a picture for the documentation; only with TESSERA_SCREENSHOTS=1, so that a test run changes no file. */
export async function keepPicture(page: Page, name: string, from: 'top' | 'here' = 'here'): Promise<void> {
  if (process.env['TESSERA_SCREENSHOTS'] !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  const usual = page.viewportSize();
  await page.setViewportSize(SIZE);
  // A pointer at rest would mark the row on which it happens to lie.
  await page.mouse.move(0, 0);
  if (from === 'top') await page.evaluate(showHeading);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  if (usual !== null) await page.setViewportSize(usual);
}

function showHeading(): void {
  for (let element = document.querySelector('h1')?.parentElement; element; element = element.parentElement) {
    element.scrollTop = 0;
  }
}

/** Keeps what the window showed when a step failed, and its words. */
export async function keepFailure(page: Page, step: string): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  const path = join(FAILURES, step.replaceAll(/[^A-Za-z0-9]+/g, '-'));
  await page.screenshot({ path: `${path}.png` });
  console.error(`The window is kept in ${path}.png`);
}
