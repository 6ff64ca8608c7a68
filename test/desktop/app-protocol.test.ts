import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAppRequest, CONTENT_SECURITY_POLICY, pathOf } from '../../main/desktop/app-protocol.ts';

const ROOT = resolve('/srv/tessera/page');

describe('the address of a file of the page', () => {
  it.each([
    ['app://tessera/', 'index.html'],
    ['app://tessera/index.html', 'index.html'],
    ['app://tessera/index.html?x=1#/candidates', 'index.html'],
    ['app://tessera/assets/main-3f2a.js', 'assets/main-3f2a.js'],
    ['app://tessera/assets/caf%C3%A9.svg', 'assets/café.svg'],
    ['app://tessera/%2e%2e/%2e%2e/other.html', 'other.html'],
  ])('%s names a file inside the folder', (url, file) => {
    expect(pathOf(url, ROOT)).toBe(resolve(ROOT, file));
  });

  it.each([
    ['a parent folder, encoded separators', 'app://tessera/..%2f..%2fetc%2fpasswd'],
    ['a parent folder, half encoded', 'app://tessera/assets/..%2f../secret.html%2f..%2f..%2f..%2fx.html'],
    ['a parent folder, by backslash', 'app://tessera/..%5c..%5csecret.html'],
    ['a neighbour whose name begins like the folder', 'app://tessera/..%2fpage-of-another/index.html'],
    ['an absolute path', 'app://tessera/%2f..%2f..%2fetc/passwd'],
    ['a NUL', 'app://tessera/index.html%00.js'],
    ['broken encoding', 'app://tessera/%zz.html'],
    ['the folder itself', 'app://tessera/assets%2f..'],
    ['another host', 'app://elsewhere/index.html'],
    ['a host with a port', 'app://tessera:1/index.html'],
    ['a file', 'file:///srv/tessera/page/index.html'],
    ['the web', 'https://tessera/index.html'],
    ['nothing that is an address', 'index.html'],
  ])('%s names nothing', (_what, url) => {
    expect(pathOf(url, ROOT)).toBeNull();
  });

  it('never leaves the folder, whatever the path is made of', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '%2f',
      '%5c',
      '\\',
      'a',
      'page',
      '%00',
      '//',
      'C:',
      '%',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = pathOf(`app://tessera/${pieces.join('')}`, ROOT);
        expect(path === null || path.startsWith(`${ROOT}/`)).toBe(true);
      }),
    );
  });
});

describe('the answer to a request for a file of the page', () => {
  const files = new Map([
    [resolve(ROOT, 'index.html'), 'page'],
    [resolve(ROOT, 'notes.md'), 'notes'],
  ]);
  const answer = (url: string, method = 'GET') =>
    answerAppRequest({ method, url }, ROOT, (path) => {
      const text = files.get(path);
      return Promise.resolve(text === undefined ? null : new TextEncoder().encode(text));
    });

  it('is the file, with its kind, its policy and no guessing', async () => {
    const response = await answer('app://tessera/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('page');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('is a refusal to %s', async (method) => {
    expect((await answer('app://tessera/index.html', method)).status).toBe(405);
  });

  it('is nothing for a file that is not there or of a kind that the page has not', async () => {
    expect((await answer('app://tessera/gone.html')).status).toBe(404);
    expect((await answer('app://tessera/notes.md')).status).toBe(404);
  });
});

describe('the content security policy', () => {
  it('allows no inline code, no eval and no connection to anywhere else', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-|https?:|\*/);
    expect(CONTENT_SECURITY_POLICY.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]),
    );
  });

  it('is the only one: the page brings none of its own', async () => {
    const page = await readFile(new URL('../../renderer/index.html', import.meta.url), 'utf8');
    expect(page).not.toMatch(/http-equiv/i);
  });
});
