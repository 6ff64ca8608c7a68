import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { modelled } from './unmodelled.ts';

type Handler = (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

/** Answers `ipcRenderer.invoke`; used by the web contents that hears it. */
export async function answerInvoke(
  event: IpcMainInvokeEvent,
  channel: string,
  values: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...values);
}

const part = {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
} satisfies Pick<IpcMain, 'handle'>;

export const ipcMain = modelled<IpcMain>('ipcMain', part);
