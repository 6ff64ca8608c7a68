import { describe, expect, it, vi } from 'vitest';
import { openMainWindow } from '../../main/desktop/main-window.ts';

const made = vi.hoisted((): { options: Record<string, unknown>; loaded: string[] } => ({ options: {}, loaded: [] }));

// Importing the real package would start the download of its binary.
vi.mock('electron', () => ({
  BrowserWindow: class {
    webContents = { setWebRTCIPHandlingPolicy: () => undefined };
    constructor(options: Record<string, unknown>) {
      made.options = options;
    }
    once() {}
    loadURL(url: string) {
      made.loaded.push(url);
      return Promise.resolve();
    }
  },
}));

describe('the main window', () => {
  const session = { name: 'the locked session' };
  openMainWindow('/app/dist/preload/preload.cjs', session as never);

  it('isolates and sandboxes its page and gives it no Node', () => {
    expect(made.options['webPreferences']).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('has our preload and our session', () => {
    expect(made.options['webPreferences']).toMatchObject({ preload: '/app/dist/preload/preload.cjs', session });
  });

  it('loads the page from the app’s own scheme', () => {
    expect(made.loaded).toEqual(['app://tessera/index.html']);
  });
});
