import { createBridge } from './bridge.ts';
import { EXPOSE, HANDOVER, RECEIVE, SEND } from './names.ts';
import { fromText, toText } from './wire.ts';

/** What a sandboxed preload may `require('electron')`: the part of it that is modelled. */
type Preload = (exports: object, require: (name: string) => unknown, module: { exports: object }) => void;

type Listener = (event: object, ...values: unknown[]) => void;

/** Runs a preload script in the isolated world that this script stands in. Main frame only, as Electron does. */
export function run(preload: Preload): void {
  if (window !== window.top) return;
  const electron = { contextBridge: createContextBridge(), ipcRenderer: createIpcRenderer() };
  const module = { exports: {} };
  preload(
    module.exports,
    (name) => {
      if (name === 'electron') return strict('electron', electron);
      throw new Error(`A sandboxed preload has no module '${name}'`);
    },
    module,
  );
}

function createContextBridge() {
  const element = document.createElement('i');
  window.dispatchEvent(new FocusEvent(HANDOVER, { relatedTarget: element }));
  const bridge = createBridge(element, 'preload');
  return strict('contextBridge', {
    exposeInMainWorld(name: string, value: unknown) {
      element.dispatchEvent(new CustomEvent(EXPOSE, { detail: { name, value: bridge.pack(value) } }));
    },
  });
}

function createIpcRenderer() {
  const send = globalMember(SEND);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Set<Listener>>();
  let last = 0;

  Object.defineProperty(globalThis, RECEIVE, {
    value: (text: string) => {
      const message = fromText(text);
      if (!isIncoming(message)) return;
      if (message.kind === 'message') {
        for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.values);
        return;
      }
      const open = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === null) open?.resolve(message.value);
      else open?.reject(new Error(message.error));
    },
  });

  return strict('ipcRenderer', {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const text = toText({ id, channel, values });
        waiting.set(id, { resolve, reject });
        send(text);
      }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    removeListener: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
  });
}

type Incoming =
  | { readonly kind: 'message'; readonly channel: string; readonly values: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown; readonly error: string | null };

// Both ends are the double's own.
function isIncoming(message: unknown): message is Incoming {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

function globalMember(name: string): (text: string) => void {
  const member: unknown = Reflect.get(globalThis, name);
  if (typeof member !== 'function') throw new Error(`The double's binding ${name} is missing`);
  return (text) => void Reflect.apply(member, undefined, [text]);
}

function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol') return Reflect.get(target, key, receiver);
      throw new Error(`The Electron double does not model ${name}.${key} in a preload`);
    },
  });
}
