import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from '../../shared/api/transport.ts';
import { buildExampleApp, runExampleApp } from './example-app.ts';
import type { ChromiumApp } from './run-in-chromium.ts';

declare global {
  interface Window {
    readonly tessera: Transport;
    readonly foundByPage: readonly string[];
  }
}

describe('the Electron double', () => {
  let app: ChromiumApp;
  let page: Page;
  beforeAll(async () => {
    app = await runExampleApp(buildExampleApp());
    page = await app.firstWindow();
  });
  afterAll(() => app.close());

  it('shows the page through the app’s own protocol handler, with its policy', async () => {
    expect(await page.textContent('h1')).toBe('A page to try the double with');
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          document.body.append(Object.assign(document.createElement('style'), { textContent: 'h1 { color: red }' }));
        }),
    );
    expect(blocked).toBe('style-src-elem');
  });

  it('gives the page what the preload exposes and nothing of its own', async () => {
    // The same page served to a Chromium that has nothing of the double.
    const plain = await app.browser.newPage();
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    const body = '<script>globalThis.foundByPage = Object.getOwnPropertyNames(globalThis)</script>';
    await plain.route('**', (route) => route.fulfill({ headers, contentType: 'text/html', body }));
    await plain.goto('https://plain.invalid/');
    const usual = new Set(await plain.evaluate(() => window.foundByPage));
    await plain.close();
    const found = await page.evaluate(() => window.foundByPage);
    expect(found.filter((name) => !usual.has(name))).toEqual(['tessera']);
    expect(await page.evaluate(() => Object.keys(window.tessera))).toEqual(['request', 'subscribe']);
    expect(await page.evaluate(() => Object.isFrozen(window.tessera))).toBe(true);
  });

  it('carries values between page and engine as they are, bytes and undefined included', async () => {
    const answer = await page.evaluate(async () => {
      const input = { bytes: Uint8Array.of(0, 127, 255), list: [1, undefined, { $: 'odd key' }], text: 'ünïcode' };
      const result = await window.tessera.request('echo', input);
      if (!result.ok) throw new Error(result.problem.code);
      const { value } = result as { value: { input?: typeof input } };
      return {
        isBytes: value.input?.bytes instanceof Uint8Array,
        bytes: [...(value.input?.bytes ?? [])],
        hole: value.input?.list[1] === undefined && value.input?.list.length === 3,
        odd: value.input?.list[2],
        text: value.input?.text,
      };
    });
    expect(answer).toEqual({ isBytes: true, bytes: [0, 127, 255], hole: true, odd: { $: 'odd key' }, text: 'ünïcode' });
  });

  it('carries megabytes', async () => {
    const size = await page.evaluate(async () => {
      const bytes = new Uint8Array(8_000_000).fill(7);
      const result = (await window.tessera.request('echo', { bytes })) as { value: { input: { bytes: Uint8Array } } };
      return result.value.input.bytes.length;
    });
    expect(size).toBe(8_000_000);
  });

  it('passes events to who subscribed, until they unsubscribe', async () => {
    const heard = await page.evaluate(async () => {
      const payloads: unknown[] = [];
      const stop = window.tessera.subscribe('task', (payload) => payloads.push(payload));
      await window.tessera.request('tell', { done: 1 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      stop();
      await window.tessera.request('tell', { done: 2 });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return payloads;
    });
    expect(heard).toEqual([{ done: 1 }]);
  });

  it('keeps the page where it is', async () => {
    const before = page.url();
    for (const address of ['https://elsewhere.example/', '/page.js', 'http://127.0.0.1:9/']) {
      await page.evaluate((to) => void (location.href = to), address);
      await page.waitForTimeout(200);
      expect(page.url()).toBe(before);
    }
    expect(await page.textContent('h1')).toBe('A page to try the double with');
  });

  it('lets the page open no window', async () => {
    await page.click('a');
    await page.evaluate(() => void window.open('/index.html'));
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  it('denies permissions as the session does', async () => {
    const states = await page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'midi'] as const).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied']);
  });

  it('reloads the page with its preload', async () => {
    await page.reload();
    const answer = await page.evaluate(() => window.tessera.request('echo', {}));
    expect(answer).toMatchObject({ ok: true, value: { name: 'echo' } });
  });

  it('runs the engine again when it falls, and says so', async () => {
    const cut = await page.evaluate(() => window.tessera.request('fall', {}));
    expect(cut).toEqual({ ok: false, problem: { code: 'internal', params: { incident: 'disconnected' } } });
    expect(await page.evaluate(() => window.tessera.request('echo', {}))).toMatchObject({ ok: true });
    expect(app.shown.map(({ text }) => text)).toEqual([expect.stringContaining('started again')]);
  });

  it('ends with the app’s processes ended', async () => {
    await page.close();
    expect(await app.ended).toBe(0);
  });
});
