import { fork, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM_EVENTS, type FromChromium, type ToChromium } from './chromium-messages.ts';

export interface ChromiumApp {
  /** The app's first window, once its page is loaded. */
  firstWindow(): Promise<Page>;
  /** The process that runs the app's main script. */
  readonly main: ChildProcess;
  readonly browser: Browser;
  /** What the app showed in native message boxes. */
  readonly shown: readonly { readonly title: string; readonly text: string }[];
  /** Settles with main's exit code when the app has ended, by itself or by `close`. */
  readonly ended: Promise<number | null>;
  close(): Promise<void>;
}

export interface ChromiumAppOptions {
  /** The built main script, unmodified. */
  readonly main: string;
  readonly args?: readonly string[];
  /** The resources folder of a package: the app then takes itself for a packaged one. */
  readonly resources?: string;
  readonly headless?: boolean;
  /** Where downloads go when a person uses the app; without it a test reads them from the page's event. */
  readonly downloads?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  /** Called with each new page before the app loads anything into it. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export const CHROMIUM_PATH = process.env['TESSERA_CHROMIUM'] ?? '/usr/bin/chromium';

// The app asks for nothing from the network, and Chromium itself must not either.
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** Starts Chromium (over a pipe: nothing listens) and, in a process of its own, the app's main script. */
export async function runInChromium(options: ChromiumAppOptions): Promise<ChromiumApp> {
  const headless = options.headless ?? true;
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, headless, args: CHROMIUM_ARGUMENTS });
  const main = fork(options.main, [...(options.args ?? [])], {
    execPath: process.execPath,
    execArgv: ['--import', import.meta.resolve('./register.ts')],
    env: {
      ...process.env,
      ...(options.resources === undefined ? {} : { ELECTRON_DOUBLE_RESOURCES: options.resources }),
    },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const pages = new Map<number, Page>();
  const shown: { title: string; text: string }[] = [];
  const downloads = new Map<number, (allowed: boolean) => void>();
  const sessions = new Map<number, CDPSession>();
  const ofBrowser = await browser.newBrowserCDPSession();
  let lastDownload = 0;
  let firstOpened: (page: Page) => void = () => undefined;
  const first = new Promise<Page>((resolve) => (firstOpened = resolve));
  const tell = (message: FromChromium) => {
    if (main.connected) main.send(message, () => undefined);
  };

  async function openWindow(window: number, width: number, height: number): Promise<void> {
    const context = await browser.newContext({
      viewport: headless ? { width, height } : null,
      acceptDownloads: true,
      ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
      ...(options.reducedMotion === true ? { reducedMotion: 'reduce' as const } : {}),
    });
    const page = await context.newPage();
    await options.prepare?.(page);
    const session = await context.newCDPSession(page);
    for (const method of CHROMIUM_EVENTS) {
      session.on(method, (params) => tell({ kind: 'event', window, method, params }));
    }
    page.on('popup', (popup) => {
      // Chromium offers no veto before the window is there; Electron does.
      void popup.close();
      tell({ kind: 'popup', window, url: popup.url() });
    });
    page.on('download', (download) => {
      const number = (lastDownload += 1);
      downloads.set(number, (allowed) => {
        if (!allowed) return void download.cancel();
        if (options.downloads === undefined) return;
        const path = join(options.downloads, download.suggestedFilename());
        void mkdir(options.downloads, { recursive: true })
          .then(() => download.saveAs(path))
          .then(() => console.log(`Saved: ${path}`));
      });
      tell({ kind: 'download', window, download: number, url: download.url(), fileName: download.suggestedFilename() });
    });
    page.on('close', () => tell({ kind: 'window-closed', window }));
    pages.set(window, page);
    sessions.set(window, session);
    tell({ kind: 'window-opened', window });
    firstOpened(page);
  }

  // What concerns the browser as a whole is not asked of a page.
  const sessionFor = (message: ToChromium & { kind: 'command' }) =>
    message.method.startsWith('Browser.') ? ofBrowser : sessions.get(message.window);

  main.on('message', (message: ToChromium) => {
    switch (message.kind) {
      case 'open-window':
        return void openWindow(message.window, message.width, message.height);
      case 'close-window':
        return void pages.get(message.window)?.close();
      case 'command':
        return void command(sessionFor(message), message.method, message.params).then((answer) =>
          tell({ kind: 'answer', id: message.id, ...answer }),
        );
      case 'download-decided':
        downloads.get(message.download)?.(message.allowed);
        return void downloads.delete(message.download);
      case 'shown':
        shown.push({ title: message.title, text: message.text });
        return console.error(`${message.title}: ${message.text}`);
    }
  });
  const ended = new Promise<number | null>((resolve) => main.once('exit', resolve)).then(async (code) => {
    await browser.close();
    return code;
  });
  browser.on('disconnected', () => {
    if (main.connected) main.disconnect();
  });

  return {
    main,
    browser,
    shown,
    ended,
    async firstWindow() {
      const page = await first;
      await page.waitForURL(/\.invalid\//);
      await page.waitForLoadState('load');
      return page;
    },
    async close() {
      if (main.exitCode === null && main.connected) main.disconnect();
      await ended;
    },
  };
}

export const DOWNLOADS = join(homedir(), 'Downloads');
export const BUILT_MAIN = fileURLToPath(new URL('../../dist/main/main.js', import.meta.url));

type Send = (method: string, params: object) => Promise<unknown>;

async function command(session: CDPSession | undefined, method: string, params: object) {
  try {
    if (session === undefined) throw new Error('The window is gone');
    // The protocol's method names are checked by Chromium; Playwright's types list them one by one.
    const send: Send = session.send.bind(session) as unknown as Send;
    return { result: await send(method, params), error: null };
  } catch (error) {
    return { result: null, error: error instanceof Error ? error.message : String(error) };
  }
}
