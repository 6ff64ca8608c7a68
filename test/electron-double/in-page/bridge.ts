/**
 * The crossing between the preload's world and the page's: values are cloned, functions and promises become proxies
 * that call across, errors keep their message only. Both worlds hold the same detached element, which no script of
 * the page can reach, and speak by events on it; Chromium clones an event's `detail` from one world to the other.
 */
export type Packed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'list'; readonly items: readonly Packed[] }
  | { readonly kind: 'record'; readonly members: readonly (readonly [string, Packed])[] };

type Outcome = { readonly ok: true; readonly value: Packed } | { readonly ok: false; readonly message: string };

interface Call {
  readonly call: number;
  readonly id: number;
  readonly values: readonly Packed[];
}

export interface Bridge {
  pack(value: unknown): Packed;
  /** Objects come out frozen, as contextBridge gives them. */
  unpack(packed: Packed): unknown;
}

/** @param side names this end; the two ends have different names. */
export function createBridge(element: Element, side: 'preload' | 'page'): Bridge {
  const other = side === 'preload' ? 'page' : 'preload';
  const functions = new Map<number, (...values: unknown[]) => unknown>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const answers = new Map<number, Outcome>();
  let last = 0;

  const send = (name: string, detail: object) => element.dispatchEvent(new CustomEvent(`${other}:${name}`, { detail }));
  const hear = <Detail>(name: string, listener: (detail: Detail) => void) =>
    element.addEventListener(`${side}:${name}`, (event) => {
      if (event instanceof CustomEvent) listener(event.detail);
    });

  hear<Call>('call', ({ call, id, values }) => send('answer', { call, outcome: attempt(id, values) }));
  hear<{ call: number; outcome: Outcome }>('answer', ({ call, outcome }) => answers.set(call, outcome));
  hear<{ id: number; outcome: Outcome }>('settle', ({ id, outcome }) => {
    const promise = promises.get(id);
    promises.delete(id);
    if (outcome.ok) promise?.resolve(unpack(outcome.value));
    else promise?.reject(new Error(outcome.message));
  });

  function attempt(id: number, values: readonly Packed[]): Outcome {
    try {
      return { ok: true, value: pack(functions.get(id)?.(...values.map(unpack))) };
    } catch (error) {
      return failure(error);
    }
  }

  function pack(value: unknown): Packed {
    if (typeof value === 'function') {
      last += 1;
      functions.set(last, (...values) => Reflect.apply(value, undefined, values));
      return { kind: 'function', id: last };
    }
    if (value instanceof Promise) return packPromise(value);
    if (Array.isArray(value)) return { kind: 'list', items: value.map(pack) };
    if (isRecord(value))
      return { kind: 'record', members: Object.entries(value).map(([key, member]) => [key, pack(member)]) };
    return { kind: 'value', value };
  }

  function packPromise(promise: Promise<unknown>): Packed {
    const id = (last += 1);
    promise.then(
      (value) => send('settle', { id, outcome: { ok: true, value: pack(value) } }),
      (error: unknown) => send('settle', { id, outcome: failure(error) }),
    );
    return { kind: 'promise', id };
  }

  function unpack(packed: Packed): unknown {
    switch (packed.kind) {
      case 'value':
        return packed.value;
      case 'list':
        return packed.items.map(unpack);
      case 'record':
        return Object.freeze(Object.fromEntries(packed.members.map(([key, member]) => [key, unpack(member)])));
      case 'promise':
        return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }));
      case 'function':
        return (...values: unknown[]) => callAcross(packed.id, values);
    }
  }

  // Events are dispatched synchronously, so the answer is there when `send` returns.
  function callAcross(id: number, values: readonly unknown[]): unknown {
    const call = (last += 1);
    send('call', { call, id, values: values.map(pack) });
    const outcome = answers.get(call);
    answers.delete(call);
    if (outcome === undefined) throw new Error('An object could not be cloned.');
    if (!outcome.ok) throw new Error(outcome.message);
    return unpack(outcome.value);
  }

  return { pack, unpack };
}

function failure(error: unknown): Outcome {
  return { ok: false, message: error instanceof Error ? error.message : String(error) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
