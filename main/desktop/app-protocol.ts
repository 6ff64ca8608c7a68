import { isAbsolute, relative, resolve } from 'node:path';
import { APP_HOST, APP_SCHEME } from './app-address.ts';

/** Only what the built page consists of; a file of any other kind does not exist as far as the page is concerned. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/**
 * No inline script or style, no eval, no connection to anywhere else. `blob:` and `data:` only for pictures: a badge's
 * image is shown from its bytes. Trusted types close the DOM's string-to-code sinks, which React does not need.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

export interface AppRequest {
  readonly method: string;
  readonly url: string;
}

/**
 * Answers one request for a file of the page.
 *
 * @param root absolute path of the folder with the built page; nothing outside it is ever read.
 * @param readFile the bytes of a file, or null where there is none.
 */
export async function answerAppRequest(
  request: AppRequest,
  root: string,
  readFile: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>,
): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const path = pathOf(request.url, root);
  const mediaType = path === null ? undefined : MEDIA_TYPES[extensionOf(path)];
  if (path === null || mediaType === undefined) return refusal(404);
  const bytes = await readFile(path);
  return bytes === null
    ? refusal(404)
    : new Response(bytes, { status: 200, headers: { ...HEADERS, 'Content-Type': mediaType } });
}

/** The file that `url` names inside `root`, or null when it names none or one outside. */
export function pathOf(url: string, root: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.protocol !== `${APP_SCHEME}:` || parsed.host !== APP_HOST) return null;
  const asked = decoded(parsed.pathname === '/' ? '/index.html' : parsed.pathname);
  // A backslash separates folders on one system only and a NUL ends a path in C: no file of ours has either.
  if (asked === null || /[\\\0]/.test(asked)) return null;
  const path = resolve(root, `.${asked}`);
  const inside = relative(root, path);
  return inside === '' || inside === '..' || /^\.\.[\\/]/.test(inside) || isAbsolute(inside) ? null : path;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(dot);
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: HEADERS });
}
