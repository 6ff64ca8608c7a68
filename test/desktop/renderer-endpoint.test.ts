import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { serveRenderer, type isOwnSender } from '../../main/desktop/renderer-endpoint.ts';
import { EVENT_CHANNEL, PAGE_TRANSPORT, REQUEST_CHANNEL } from '../../shared/api/channels.ts';
import { fail, ok } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';
import { describeTransport } from '../api/transport-suite.ts';
import { runPreload } from './built-preload.ts';

type Handler = (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown;
type Frame = Parameters<typeof isOwnSender>[0];

const OWN_FRAME: Frame = { origin: 'app://tessera', parent: null };

/** Electron's IPC between one page and main: values cross by structured clone, as Electron's do. */
function connect(engine: Transport, frame: Frame = OWN_FRAME) {
  const handlers = new Map<string, Handler>();
  const listeners = new Map<string, Set<(...values: unknown[]) => void>>();
  const contents = {
    send(channel: string, ...values: unknown[]) {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: null }, ...structuredClone(values));
    },
  } as WebContents;
  serveRenderer({ handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) }, engine, () => [
    contents,
  ]);
  const ipcRenderer = {
    async invoke(channel: string, ...values: unknown[]) {
      const event = { senderFrame: frame } as IpcMainInvokeEvent;
      return structuredClone(await handlers.get(channel)?.(event, ...structuredClone(values)));
    },
    on: (channel: string, listener: () => void) =>
      void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    removeListener: (channel: string, listener: () => void) => void listeners.get(channel)?.delete(listener),
  };
  const transport = runPreload(ipcRenderer).get(PAGE_TRANSPORT);
  if (!isTransport(transport)) throw new Error('The preload exposed no transport');
  return { transport, channels: [...handlers.keys()] };
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value && 'subscribe' in value;
}

const silentEngine = () => ({
  request: vi.fn(() => Promise.resolve(ok(null))),
  subscribe: vi.fn(() => () => undefined),
});

describeTransport('over Electron’s IPC', (endpoint) => ({
  transport: connect(endpoint).transport,
  close: () => undefined,
}));

describe('the desktop’s end of the page’s channel', () => {
  it('is one channel for requests and one for events', () => {
    expect(connect(silentEngine()).channels).toEqual([REQUEST_CHANNEL]);
    expect(EVENT_CHANNEL).not.toBe(REQUEST_CHANNEL);
  });

  it.each<[string, Frame]>([
    ['a frame that has gone', null],
    ['another host', { origin: 'app://elsewhere', parent: null }],
    ['a host that begins like ours', { origin: 'app://tessera.elsewhere', parent: null }],
    ['the web', { origin: 'https://tessera', parent: null }],
    ['a file', { origin: 'file://', parent: null }],
    ['an opaque origin, such as about:blank', { origin: 'null', parent: null }],
    ['a frame inside our page', { origin: 'app://tessera', parent: { origin: 'app://tessera' } as never }],
  ])('refuses %s, and the engine hears nothing', async (_who, frame) => {
    const engine = silentEngine();
    const { transport } = connect(engine, frame);
    expect(await transport.request('jobs.list', {})).toEqual(fail('sender-refused'));
    expect(engine.request).not.toHaveBeenCalled();
  });

  it('refuses a name that is not a text', async () => {
    const engine = silentEngine();
    const request = connect(engine).transport.request as (name: unknown, input: unknown) => Promise<unknown>;
    expect(await request({ toString: 'jobs.list' }, {})).toMatchObject({ problem: { code: 'unknown-operation' } });
    expect(engine.request).not.toHaveBeenCalled();
  });
});
