import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { emitAppEvent } from './app.ts';
import { listening, modelled, onlyModelled } from './unmodelled.ts';
import { createWebContents } from './web-contents.ts';

const OPTIONS = ['title', 'width', 'height', 'minWidth', 'minHeight', 'show', 'backgroundColor', 'webPreferences'];
const PREFERENCES = [
  'preload',
  'session',
  'contextIsolation',
  'sandbox',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'devTools',
];

const open = new Set<Electron.BrowserWindow>();

/** One window: a page of Chromium's in a context of its own. */
class Window {
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    onlyModelled('BrowserWindow', options, OPTIONS);
    const preferences = options.webPreferences ?? {};
    onlyModelled('BrowserWindow.webPreferences', preferences, PREFERENCES);
    if (
      preferences.contextIsolation === false ||
      preferences.sandbox === false ||
      preferences.nodeIntegration === true
    ) {
      throw new Error('The Electron double models an isolated, sandboxed page without Node only');
    }
    if (preferences.preload === undefined || preferences.session === undefined) {
      throw new Error('The Electron double models windows with a preload and a session only');
    }
    return createWindow(options, preferences.preload, preferences.session);
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...open];
  }
}

function createWindow(
  options: Electron.BrowserWindowConstructorOptions,
  preload: string,
  session: Electron.Session,
): Electron.BrowserWindow {
  const emitter = new EventEmitter();
  let closed = false;
  const contents = createWebContents({
    width: options.width ?? 800,
    height: options.height ?? 600,
    preload,
    session,
    onLoad: () => emitter.emit('ready-to-show'),
    onClosed() {
      closed = true;
      open.delete(window);
      emitter.emit('closed');
      if (open.size === 0) emitAppEvent('window-all-closed');
    },
  });
  const part = {
    webContents: contents.webContents,
    loadURL: (url: string) => contents.webContents.loadURL(url),
    show: () => undefined,
    focus: () => undefined,
    restore: () => undefined,
    isMinimized: () => false,
    isDestroyed: () => closed,
    close: () => contents.close(),
  } satisfies Partial<Electron.BrowserWindow>;
  const window = modelled<Electron.BrowserWindow>('BrowserWindow', {
    ...part,
    ...listening('BrowserWindow', emitter, ['ready-to-show', 'closed']),
  });
  open.add(window);
  return window;
}

export const BrowserWindow = Window;
