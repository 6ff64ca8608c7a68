import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FAILURES = join(import.meta.dirname, '../../test-results');
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

/** Keeps a picture for the documentation; only with TESSERA_SCREENSHOTS=1, so that a test run changes no file. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env['TESSERA_SCREENSHOTS'] !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}

/** Keeps what the window showed when a step failed, and its words. */
export async function keepFailure(page: Page, step: string): Promise<void> {
  const path = join(FAILURES, step.replaceAll(/[^A-Za-z0-9]+/g, '-'));
  await page.screenshot({ path: `${path}.png` });
  console.error(`The window is kept in ${path}.png`);
}
