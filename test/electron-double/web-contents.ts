import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import { buildSync } from 'esbuild';
import { meant, shown } from './addresses.ts';
import { emitAppEvent } from './app.ts';
import { openChromiumWindow, type ChromiumWindow } from './chromium-connection.ts';
import type { ChromiumEvents } from './chromium-messages.ts';
import { createFrames } from './frames.ts';
import { PRELOAD_WORLD, RECEIVE, SEND } from './in-page/names.ts';
import { fromText, toText } from './in-page/wire.ts';
import { answerInvoke } from './ipc-main.ts';
import { answerRequests } from './requests.ts';
import { rulesOfSession, standardSchemes } from './session.ts';
import { listening, modelled } from './unmodelled.ts';

const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'did-finish-load',
  'render-process-gone',
];

/** Permissions that are asked of the session's check handler when a window opens; Chromium is told the answers. */
const PERMISSIONS = ['geolocation', 'notifications', 'microphone', 'camera', 'midi', 'clipboard-read'];

export interface WebContentsOptions {
  readonly width: number;
  readonly height: number;
  readonly preload: string;
  readonly session: Electron.Session;
  readonly onLoad: () => void;
  readonly onClosed: () => void;
}

export function createWebContents(options: WebContentsOptions): { webContents: Electron.WebContents; close(): void } {
  const emitter = new EventEmitter();
  const frames = createFrames();
  let windowOpen: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse = () => ({
    action: 'allow',
  });
  let address = '';
  let destroyed = false;

  const window = openChromiumWindow(options.width, options.height).then(async (opened) => {
    frames.follow(opened);
    hearPage(opened);
    await prepare(opened, options);
    await answerRequests(opened, { session: options.session, frames, emitter, loading: () => address });
    return opened;
  });

  function hearPage(opened: ChromiumWindow): void {
    const { emitter: ofSession } = rulesOfSession(options.session);
    opened.on('Page.loadEventFired', () => {
      emitter.emit('did-finish-load');
      options.onLoad();
    });
    opened.on('Runtime.bindingCalled', (call) => void answerBinding(opened, call));
    opened.onClosed(() => {
      destroyed = true;
      options.onClosed();
    });
    opened.onPopup((url) => {
      const asked = modelled<Electron.HandlerDetails>('window-open details', { url: meant(url, standardSchemes) });
      if (windowOpen(asked).action !== 'deny')
        throw new Error('The Electron double does not model a second window by a page');
    });
    opened.onDownload((url, fileName) => {
      let prevented = false;
      const item = modelled<Electron.DownloadItem>('DownloadItem', {
        getURL: () => meant(url, standardSchemes),
        getFilename: () => fileName,
      });
      ofSession.emit('will-download', { preventDefault: () => (prevented = true) }, item, webContents);
      return !prevented;
    });
  }

  async function answerBinding(opened: ChromiumWindow, call: ChromiumEvents['Runtime.bindingCalled']): Promise<void> {
    if (call.name !== SEND) return;
    const { id, channel, values } = invocation(fromText(call.payload));
    const event = modelled<Electron.IpcMainInvokeEvent>('IpcMainInvokeEvent', {
      sender: webContents,
      senderFrame: frames.ofContext(call.executionContextId),
    });
    const answer = await answerInvoke(event, channel, values).then(
      (value) => ({ kind: 'answer', id, value, error: null }),
      (error: unknown) => ({
        kind: 'answer',
        id,
        value: undefined,
        error: `Error invoking remote method '${channel}': ${String(error)}`,
      }),
    );
    await deliver(opened, call.executionContextId, answer);
  }

  const part = {
    getURL: () => address,
    isDestroyed: () => destroyed,
    setWindowOpenHandler: (handler: typeof windowOpen) => void (windowOpen = handler),
    setWebRTCIPHandlingPolicy: () => undefined,
    async loadURL(url: string) {
      address = url;
      await (await window).command('Page.navigate', { url: shown(url, standardSchemes) });
    },
    send(channel: string, ...values: unknown[]) {
      void window.then(async (opened) => {
        const context = frames.preloadContext();
        if (context !== null && !destroyed) await deliver(opened, context, { kind: 'message', channel, values });
      });
    },
  } satisfies Partial<Electron.WebContents>;

  const webContents = modelled<Electron.WebContents>('WebContents', {
    ...part,
    ...listening('WebContents', emitter, EVENTS),
  });
  emitAppEvent('web-contents-created', {}, webContents);
  return { webContents, close: () => void window.then((opened) => opened.close()) };
}

/** The page's world first, so that it is there to take over what the preload's world hands it. */
async function prepare(window: ChromiumWindow, options: WebContentsOptions): Promise<void> {
  await window.command('Page.enable');
  await window.command('Runtime.enable');
  await window.command('Runtime.addBinding', { name: SEND, executionContextName: PRELOAD_WORLD });
  await window.command('Page.addScriptToEvaluateOnNewDocument', { source: bundled('page-world.ts') });
  await window.command('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadScript(options.preload),
    worldName: PRELOAD_WORLD,
  });
  await denyPermissions(window, options.session);
}

async function denyPermissions(window: ChromiumWindow, session: Electron.Session): Promise<void> {
  const target = await window.command('Target.getTargetInfo');
  const browserContextId = browserContextOf(target);
  for (const name of PERMISSIONS) {
    if (rulesOfSession(session).allowsPermission(name)) continue;
    await window.command('Browser.setPermission', { permission: { name }, setting: 'denied', browserContextId });
  }
}

function browserContextOf(target: unknown): unknown {
  if (typeof target !== 'object' || target === null || !('targetInfo' in target)) return undefined;
  const { targetInfo } = target;
  if (typeof targetInfo !== 'object' || targetInfo === null || !('browserContextId' in targetInfo)) return undefined;
  return targetInfo.browserContextId;
}

function preloadScript(path: string): string {
  const preload = readFileSync(path, 'utf8');
  return `${bundled('preload-world.ts')}\npreloadWorld.run((exports, require, module) => {\n${preload}\n});`;
}

function bundled(entry: 'page-world.ts' | 'preload-world.ts'): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${import.meta.dirname}/in-page/${entry}`],
    bundle: true,
    format: 'iife',
    write: false,
    // The page's world must not find a name of the double's.
    ...(entry === 'preload-world.ts' ? { globalName: 'preloadWorld' } : {}),
  });
  const script = outputFiles[0]?.text;
  if (script === undefined) throw new Error(`${entry} was not bundled`);
  return script;
}

async function deliver(window: ChromiumWindow, contextId: number, message: object): Promise<void> {
  const expression = `${RECEIVE}(${JSON.stringify(toText(message))})`;
  // A page that has gone meanwhile has nobody to tell.
  await window.command('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
}

function invocation(message: unknown): { id: number; channel: string; values: unknown[] } {
  if (
    typeof message !== 'object' ||
    message === null ||
    !('id' in message) ||
    !('channel' in message) ||
    !('values' in message)
  ) {
    throw new Error('Not an invocation of the double');
  }
  return {
    id: Number(message.id),
    channel: String(message.channel),
    values: Array.isArray(message.values) ? message.values : [],
  };
}
