import { BrowserWindow, type BrowserWindowConstructorOptions, type Session } from 'electron';
import { START_PAGE } from './app-address.ts';

/** @param preload absolute path of the built preload script. */
export function openMainWindow(preload: string, session: Session): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Tessera',
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    webPreferences: { ...PAGE_PREFERENCES, preload, session },
  });
  window.once('ready-to-show', () => window.show());
  // Without this WebRTC may name the machine's addresses to a page; ours opens no connection in the first place.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  void window.loadURL(START_PAGE);
  return window;
}

/** What a page may do: draw, and talk to its preload. Most of these are Electron's defaults, said here so that a test holds them. */
export const PAGE_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  // A file dropped beside the drop area must not replace the page.
  navigateOnDragDrop: false,
  // Chromium's spelling checker fetches its dictionaries from the network.
  spellcheck: false,
  devTools: false,
} as const satisfies NonNullable<BrowserWindowConstructorOptions['webPreferences']>;
