import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../../shared/api/channels.ts';
import { EVENT_NAMES } from '../../shared/api/contract.ts';
import { fail } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';
import { APP_ORIGIN } from './app-address.ts';

type SenderFrame = Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'origin' | 'parent'>;

/** Carries the page's requests to the engine and the engine's events to the pages. Reads neither. */
export function serveRenderer(ipc: Pick<IpcMain, 'handle'>, engine: Transport, windows: () => readonly WebContents[]) {
  ipc.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOwnSender(event.senderFrame)) return fail('sender-refused');
    if (typeof name !== 'string') return fail('unknown-operation', { operation: typeof name });
    return engine.request(name, input);
  });
  for (const name of EVENT_NAMES) {
    engine.subscribe(name, (payload) => {
      for (const contents of windows()) contents.send(EVENT_CHANNEL, name, payload);
    });
  }
}

/**
 * Exactly our origin and the main frame only. A frame without an address (`about:blank`, a closed one) is a stranger:
 * letting it through is how such checks get passed.
 */
export function isOwnSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}
