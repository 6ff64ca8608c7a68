import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { App } from 'electron';
import { onChromiumGone } from './chromium-connection.ts';
import { listening, modelled, preventable } from './unmodelled.ts';

const emitter = new EventEmitter();
const EVENTS = [
  'ready',
  'activate',
  'second-instance',
  'web-contents-created',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
];

/** Called by the other parts of the double when something happens that `app` tells of. */
export function emitAppEvent(event: string, ...values: unknown[]): void {
  emitter.emit(event, ...values);
}

let quitting = false;
// Electron is ready no sooner than the main script has run to its end.
const ready = new Promise<void>((done) => setImmediate(done));

/** Where the extra resources of a package lie that is run by the double; without it the app runs from a checkout. */
const resources = process.env['ELECTRON_DOUBLE_RESOURCES'];
if (resources !== undefined) Object.defineProperty(process, 'resourcesPath', { value: resources });

const part = {
  isPackaged: resources !== undefined,
  commandLine: modelled<App['commandLine']>('app.commandLine', {
    // The flags of this Chromium are set where it is started (run-in-chromium.ts).
    appendSwitch: () => undefined,
  }),
  whenReady: () => ready,
  requestSingleInstanceLock: () => true,
  enableSandbox: () => undefined,
  getAppPath: () => resolve(import.meta.dirname, '../..'),
  getVersion: () => '0.0.0',
  getPath(name: string) {
    if (name !== 'userData') throw new Error(`The Electron double does not model app.getPath('${name}')`);
    const given = process.argv.find((argument) => argument.startsWith('--user-data-dir='));
    const folder = given?.slice('--user-data-dir='.length) ?? join(homedir(), '.config', 'tessera-in-chromium');
    mkdirSync(folder, { recursive: true });
    return folder;
  },
  quit() {
    if (quitting) return;
    const event = preventable({});
    emitter.emit('before-quit', event);
    if (!event.defaultPrevented) end();
  },
  exit: (code?: number) => process.exit(code ?? 0),
} satisfies Partial<App>;

function end(): void {
  quitting = true;
  const event = preventable({});
  emitter.emit('will-quit', event);
  if (event.defaultPrevented) {
    quitting = false;
    return;
  }
  emitter.emit('quit', {}, 0);
  process.exit(0);
}

export const app = modelled<App>('app', { ...part, ...listening('app', emitter, EVENTS) });

onChromiumGone(() => app.quit());
