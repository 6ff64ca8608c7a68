import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meant, shown } from './addresses.ts';
import { fromText, toText } from './in-page/wire.ts';
import { listening, modelled, onlyModelled } from './unmodelled.ts';

const SCHEMES = new Set(['app']);

describe('values on the binding', () => {
  const bytes = fc.uint8Array();
  const value = fc.anything({
    withBigInt: false,
    withDate: true,
    withNullPrototype: false,
    withObjectString: false,
    values: [
      fc.string(),
      fc.double({ noDefaultInfinity: false }),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      bytes,
    ],
  });

  it('come out as structured clone gives them', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(fromText(toText(given))).toEqual(structuredClone(given));
      }),
    );
  });

  it('come out with their kind of array', () => {
    for (const array of [Uint8Array.of(1, 255), Float32Array.of(0.5), Int32Array.of(-1)]) {
      expect(fromText(toText({ array }))).toEqual({ array });
    }
    expect(fromText(toText(Buffer.from([1, 2])))).toEqual(Uint8Array.of(1, 2));
  });

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a map', new Map()],
    ['an error', new Error('x')],
  ])('refuses %s, which the app never sends', (_what, given) => {
    expect(() => toText({ given })).toThrow('could not be cloned');
  });
});

describe('addresses', () => {
  it.each([
    ['app://tessera/index.html#/jobs', 'https://app.tessera.invalid/index.html#/jobs'],
    ['blob:app://tessera/0c5a', 'blob:https://app.tessera.invalid/0c5a'],
  ])('%s is shown to Chromium as %s, and back', (address, asShown) => {
    expect(shown(address, SCHEMES)).toBe(asShown);
    expect(meant(asShown, SCHEMES)).toBe(address);
  });

  it.each(['https://elsewhere.example/', 'https://other.tessera.invalid/', 'file:///etc/passwd', 'about:blank'])(
    '%s stays what it is',
    (address) => {
      expect(shown(address, SCHEMES)).toBe(address);
      expect(meant(address, SCHEMES)).toBe(address);
    },
  );
});

describe('what is not modelled', () => {
  const double = modelled<{ known(): number; unknown(): number }>('thing', { known: () => 1 });

  it('throws at the first touch', () => {
    expect(double.known()).toBe(1);
    expect(() => double.unknown()).toThrow('does not model thing.unknown');
  });

  it('throws for an option and for an event', () => {
    expect(() => onlyModelled('Window', { frame: false }, ['width'])).toThrow('does not model the option Window.frame');
    const { on } = listening('Window', new EventEmitter(), ['closed']);
    expect(() => on('blur', () => undefined)).toThrow("does not model the event 'blur' of Window");
  });
});
