import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { lockDownContents, lockDownSession } from '../../main/desktop/session-lockdown.ts';

/** As much of a session and of a web contents as the lockdown touches; what it registers can be asked. */
function lockedSession() {
  const emitter = new EventEmitter();
  const session = Object.assign(emitter, {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  });
  lockDownSession(session as unknown as Session);
  return session;
}

function lockedContents() {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  lockDownContents(contents as unknown as WebContents);
  return contents;
}

const event = (details: object = {}) => ({ preventDefault: vi.fn(), ...details });

describe('a locked session', () => {
  it.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'hid'])(
    'grants no permission: %s',
    (permission) => {
      const session = lockedSession();
      const decide = vi.fn();
      session.setPermissionRequestHandler.mock.lastCall?.[0](null, permission, decide);
      expect(decide).toHaveBeenCalledExactlyOnceWith(false);
      expect(session.setPermissionCheckHandler.mock.lastCall?.[0](null, permission)).toBe(false);
      expect(session.setDevicePermissionHandler.mock.lastCall?.[0]({ deviceType: permission })).toBe(false);
    },
  );

  it.each([
    ['app://tessera/index.html', 'mainFrame', false],
    ['app://tessera/assets/main.js', 'script', false],
    ['blob:app://tessera/0c5a', 'image', false],
    ['data:image/png;base64,AAAA', 'image', false],
    ['data:text/html,hello', 'subFrame', true],
    ['data:image/svg+xml,<svg/>', 'subFrame', true],
    ['blob:https://elsewhere.example/0c5a', 'image', true],
    ['app://tessera.elsewhere/x.js', 'script', true],
    ['app://tessera@elsewhere/x.js', 'script', true],
    ['app://elsewhere/x.js', 'script', true],
    ['file:///etc/passwd', 'mainFrame', true],
    ['https://elsewhere.example/badge.json', 'xhr', true],
    ['http://127.0.0.1:8080/', 'xhr', true],
    ['wss://elsewhere.example/', 'webSocket', true],
    ['chrome://settings', 'mainFrame', true],
  ])('loads its own files only: %s as %s, cancelled: %s', (url, resourceType, cancel) => {
    const session = lockedSession();
    const decide = vi.fn();
    session.webRequest.onBeforeRequest.mock.lastCall?.[0]({ url, resourceType }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  it.each([
    ['blob:app://tessera/0c5a', 0],
    ['blob:null/0c5a', 1],
    ['https://elsewhere.example/a.exe', 1],
    ['data:text/plain,a', 1],
    ['app://tessera/index.html', 1],
  ])('saves only what the page made: %s is prevented %i times', (url, times) => {
    const download = event();
    lockedSession().emit('will-download', download, { getURL: () => url });
    expect(download.preventDefault).toHaveBeenCalledTimes(times);
  });
});

describe('a locked page', () => {
  it.each([
    ['app://tessera/index.html', true, 0],
    ['app://tessera/', true, 0],
    ['app://tessera/index.html#/jobs', true, 0],
    ['app://tessera/index.html', false, 1],
    ['app://tessera/assets/picture.svg', true, 1],
    ['app://tessera/index.html?x', true, 1],
    ['app://elsewhere/index.html', true, 1],
    ['https://elsewhere.example/', true, 1],
    ['file:///etc/passwd', true, 1],
    ['about:blank', false, 1],
  ])('shows the one document: %s in the main frame %s is prevented %i times', (url, isMainFrame, times) => {
    const navigation = event({ url, isMainFrame });
    lockedContents().emit('will-frame-navigate', navigation);
    expect(navigation.preventDefault).toHaveBeenCalledTimes(times);
  });

  it('follows no redirect, opens no window and holds no webview', () => {
    const contents = lockedContents();
    const redirect = event();
    const webview = event();
    contents.emit('will-redirect', redirect);
    contents.emit('will-attach-webview', webview);
    expect(redirect.preventDefault).toHaveBeenCalledOnce();
    expect(webview.preventDefault).toHaveBeenCalledOnce();
    const open = contents.setWindowOpenHandler.mock.lastCall?.[0];
    expect(open({ url: 'app://tessera/index.html' })).toEqual({ action: 'deny' });
  });
});
