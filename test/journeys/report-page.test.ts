import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateId } from '../../shared/model/ids.ts';
import { makeCredential } from '../core/profiles/make-credential.ts';
import { fullPool, makeCandidate, makeExport, wholeFile } from '../core/shortlists/make-ranking.ts';
import { expectAccessible } from './accessibility.ts';

const HOSTILE = '"><script>document.title="owned"</script><img src="https://example.org/x" onerror="document.title=1">';

const report = wholeFile(
  'html',
  makeExport(
    [
      { candidate: makeCandidate({ id: '01A' as CandidateId }), credentials: fullPool() },
      {
        candidate: makeCandidate({ id: '01B' as CandidateId, pseudonym: 'Candidate 9ZZ1' }),
        credentials: [makeCredential({ key: 'h', name: HOSTILE, verdict: 'not-valid' })],
      },
    ],
    { refused: [{ file: 'cv.pdf', reason: 'This is a PDF.' }] },
  ),
);

describe('Exported report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-report-'));
  const file = join(folder, report.fileName);
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, report.bytes);
    browser = await chromium.launch({
      executablePath: process.env['TESSERA_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('asks for nothing but itself, breaks no policy and runs nothing of a credential', async () => {
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('Shortlist: Plant engineer');
    expect(await page.locator('script, img, iframe, object').count()).toBe(0);
    expect(await page.getByText(HOSTILE, { exact: false }).first().isVisible()).toBe(true);
  });

  it('is accessible in light and dark', async () => {
    await expectAccessible(page, 'report');
  });

  it('shows each picture in full, on a small screen too', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1200, height: 900 });
    for (const picture of await page.locator('.profile-picture').all()) {
      const overflow = await picture.evaluate((element) => {
        if (!(element instanceof SVGSVGElement)) throw new Error('A picture is an SVG');
        const box = element.getBoundingClientRect();
        return [...element.querySelectorAll('text')].filter((text) => {
          const own = text.getBoundingClientRect();
          return own.left < box.left - 1 || own.right > box.right + 1 || own.bottom > box.bottom + 1;
        }).length;
      });
      expect(overflow).toBe(0);
    }
  });

  it('prints each person from the top of a page, without dark colours', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const person = page.locator('.report-person').first();
    expect(await person.evaluate((element) => getComputedStyle(element).breakBefore)).toBe('page');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(0, 0, 0)');
  });
});
