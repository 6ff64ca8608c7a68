import { EventEmitter } from 'node:events';
import type { ChromiumEvents, FromChromium, ToChromium } from './chromium-messages.ts';

/** The main process's end of the line to Chromium, which another process owns and drives over a pipe. */
export interface ChromiumWindow {
  command(method: string, params?: object): Promise<unknown>;
  on<Name extends keyof ChromiumEvents>(name: Name, listener: (params: ChromiumEvents[Name]) => void): void;
  onClosed(listener: () => void): void;
  onPopup(listener: (url: string) => void): void;
  onDownload(listener: (url: string, fileName: string) => boolean): void;
  close(): void;
}

const windows = new Map<number, EventEmitter>();
const answers = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
let last = 0;

export async function openChromiumWindow(width: number, height: number): Promise<ChromiumWindow> {
  const window = (last += 1);
  const emitter = new EventEmitter();
  windows.set(window, emitter);
  const opened = new Promise<void>((resolve) => emitter.once('window-opened', resolve));
  tell({ kind: 'open-window', window, width, height });
  await opened;
  return {
    command: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        answers.set(id, { resolve, reject });
        tell({ kind: 'command', id, window, method, params });
      }),
    on: (name, listener) => void emitter.on(`event:${name}`, listener),
    onClosed: (listener) => void emitter.on('window-closed', listener),
    onPopup: (listener) => void emitter.on('popup', listener),
    onDownload: (listener) =>
      void emitter.on('download', (download: number, url: string, fileName: string) =>
        tell({ kind: 'download-decided', download, allowed: listener(url, fileName) }),
      ),
    close: () => tell({ kind: 'close-window', window }),
  };
}

/** Has a native message shown by the process that owns Chromium: a line on its terminal. */
export function showOnTerminal(title: string, text: string): void {
  tell({ kind: 'shown', title, text });
}

export function onChromiumGone(listener: () => void): void {
  process.on('disconnect', listener);
}

function tell(message: ToChromium): void {
  if (process.send === undefined) throw new Error('The Electron double runs under run-in-chromium.ts only');
  if (process.connected) process.send(message);
}

process.on('message', (message: FromChromium) => {
  if (message.kind === 'answer') {
    const open = answers.get(message.id);
    answers.delete(message.id);
    if (message.error === null) open?.resolve(message.result);
    else open?.reject(new Error(message.error));
    return;
  }
  const emitter = windows.get(message.window);
  switch (message.kind) {
    case 'window-opened':
    case 'window-closed':
      return emitter?.emit(message.kind);
    case 'event':
      return emitter?.emit(`event:${message.method}`, message.params);
    case 'popup':
      return emitter?.emit('popup', message.url);
    case 'download':
      return emitter?.emit('download', message.download, message.url, message.fileName);
  }
});
