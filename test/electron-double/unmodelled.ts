import type { EventEmitter } from 'node:events';

/**
 * Presents the modelled part of an Electron object as the whole one. Whatever is not modelled throws at the first
 * touch, so that a test can never pass because the double silently did nothing.
 */
export function modelled<Full extends object>(name: string, part: Partial<Record<keyof Full, unknown>>): Full {
  const whole: unknown = new Proxy(part, {
    get(target, key, receiver) {
      if (key in target) return Reflect.get(target, key, receiver);
      // The language itself looks for these (`await`, printing, instanceof).
      if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
      throw new Error(`The Electron double does not model ${name}.${key}`);
    },
  });
  // The one border at which a part is called the whole: the proxy above answers for every missing member.
  return whole as Full;
}

/** Throws when an option is given whose effect the double does not have. */
export function onlyModelled(name: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) throw new Error(`The Electron double does not model the option ${name}.${key}`);
  }
}

type Listener = (...values: never[]) => void;

/** The listening half of an emitter that knows its events; listening to any other event throws. */
export function listening(name: string, emitter: EventEmitter, events: readonly string[]) {
  const known = (event: string) => {
    if (!events.includes(event)) throw new Error(`The Electron double does not model the event '${event}' of ${name}`);
    return event;
  };
  // An emitter calls listeners with whatever it was given; who emits here gives what electron.d.ts promises.
  const plain = (listener: Listener) => listener as (...values: unknown[]) => void;
  return {
    on: (event: string, listener: Listener) => void emitter.on(known(event), plain(listener)),
    once: (event: string, listener: Listener) => void emitter.once(known(event), plain(listener)),
    off: (event: string, listener: Listener) => void emitter.off(known(event), plain(listener)),
    removeListener: (event: string, listener: Listener) => void emitter.off(known(event), plain(listener)),
  };
}

/** An event object whose default can be prevented; `details` are spread into it as Electron does. */
export function preventable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
