import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { meant } from './addresses.ts';
import type { ChromiumWindow } from './chromium-connection.ts';
import type { ChromiumEvents } from './chromium-messages.ts';
import type { Frames } from './frames.ts';
import { rulesOfSession, standardSchemes } from './session.ts';
import { preventable } from './unmodelled.ts';

interface Asking {
  readonly session: Electron.Session;
  readonly frames: Frames;
  readonly emitter: EventEmitter;
  /** The address that the app itself loads; a page that goes elsewhere is asked about. */
  readonly loading: () => string;
}

/** Has every request of the window go the way Electron takes it: navigation events, webRequest, protocol handler. */
export async function answerRequests(window: ChromiumWindow, asking: Asking): Promise<void> {
  const rules = rulesOfSession(asking.session);
  let last = 0;

  window.on('Fetch.requestPaused', (paused) => {
    void answer(paused).catch((error: unknown) => {
      console.error(error);
      return fail(paused.requestId, 'Failed');
    });
  });
  await window.command('Fetch.enable', { patterns: [{ urlPattern: '*' }] });

  async function answer(paused: ChromiumEvents['Fetch.requestPaused']): Promise<unknown> {
    const { requestId, request } = paused;
    const url = meant(request.url, standardSchemes);
    if (paused.resourceType === 'Document' && !mayNavigate(paused.frameId, url)) return fail(requestId, 'Aborted');
    const details = { id: (last += 1), url, method: request.method, resourceType: resourceType(paused, asking.frames) };
    if (await rules.isCancelled(details)) return fail(requestId, 'BlockedByClient');
    const handler = rules.handlerOf(url.slice(0, url.indexOf(':')));
    if (handler === undefined) return window.command('Fetch.continueRequest', { requestId });
    const response = await handler(new Request(url, { method: request.method, headers: request.headers }));
    return window.command('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  function mayNavigate(frameId: string, url: string): boolean {
    const isMainFrame = asking.frames.isMain(frameId);
    if (isMainFrame && url === asking.loading()) return true;
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    asking.emitter.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) asking.emitter.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  function fail(requestId: string, errorReason: string): Promise<unknown> {
    return window.command('Fetch.failRequest', { requestId, errorReason });
  }
}

function resourceType(paused: ChromiumEvents['Fetch.requestPaused'], frames: Frames): string {
  switch (paused.resourceType) {
    case 'Document':
      return frames.isMain(paused.frameId) ? 'mainFrame' : 'subFrame';
    case 'Script':
    case 'Stylesheet':
    case 'Image':
    case 'Font':
    case 'Media':
    case 'Ping':
      return paused.resourceType.toLowerCase();
    case 'XHR':
    case 'Fetch':
      return 'xhr';
    default:
      return 'other';
  }
}
