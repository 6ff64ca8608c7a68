import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainJson } from '../../../main/core/json/plain-json.ts';
import { parseCarefully, parseStrictJson } from '../../../main/core/json/strict-json.ts';

const LIMITS = { depth: 6, nodes: 40 };

describe('the short way through JSON', () => {
  it('leads to what the careful reader reads, or is not taken', () => {
    fc.assert(
      fc.property(jsonText(), (text) => {
        const careful = parseCarefully(text, LIMITS);
        const strict = parseStrictJson(text, LIMITS);
        expect(strict).toEqual(careful);
        expect(JSON.stringify(strict)).toBe(JSON.stringify(careful));
        if (!careful.ok) expect(readPlainJson(text, LIMITS)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });

  it('is taken for a usual document, whatever its white space and its escapes of line and quote', () => {
    const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], name: 'a "b"\n: c, é 日本', size: -12.5 };
    expect(readPlainJson(JSON.stringify(document, null, 2), LIMITS)).toEqual(document);
    expect(readPlainJson(JSON.stringify(document), LIMITS)).toEqual(document);
  });

  it.each([
    ['a key that stands twice', '{"a":1,"a":2}'],
    ['a key that stands twice in another writing', String.raw`{"a":1,"\u0061":2}`],
    ['a prototype key', '{"__proto__":{}}'],
    ['a prototype key in another writing', String.raw`{"\u005f_proto__":{}}`],
    ['an integer that a double changes', '[9007199254740993]'],
    ['an exponent', '[1e400]'],
    ['half a letter', '["\ud800"]'],
    ['too many levels', '[[[[[[[1]]]]]]]'],
    ['too many values', `[${'1,'.repeat(50)}1]`],
    ['broken text', '{"a":1'],
    ['no text', ''],
  ])('leaves %s to the careful reader', (_, text) => {
    expect(readPlainJson(text, LIMITS)).toBeUndefined();
  });
});

/** JSON as it is written in the wild, and JSON with something done to it. */
function jsonText(): fc.Arbitrary<string> {
  const key = fc.oneof(
    fc.constantFrom('a', 'b', '__proto__', 'constructor', 'prototype', '', '@context', ':', 'e1'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      fc.oneof(fc.constant(null), fc.boolean(), fc.double({ noNaN: true }), fc.maxSafeInteger(), fc.string()),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    ),
  }));
  const written = fc
    .tuple(value, fc.constantFrom(undefined, 1, '\t', ' \n'))
    .map(([json, space]) => JSON.stringify(json, null, space));
  const piece = fc.constantFrom(
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '0',
    '1e9',
    '12345678901234567',
    '\\u0061',
    'a',
  );
  const harmed = fc
    .tuple(written, fc.array(fc.tuple(fc.nat(), fc.nat(3), piece), { minLength: 1, maxLength: 3 }))
    .map(([text, cuts]) =>
      cuts.reduce((harming, [at, drop, put]) => {
        const start = at % (harming.length + 1);
        return harming.slice(0, start) + put + harming.slice(start + drop);
      }, text),
    );
  const doubled = fc
    .tuple(written, written, fc.constantFrom('a', 'b'))
    .map(([one, other, name]) => `{"${name}":${one},"${name}" : ${other}}`);
  return fc.oneof(written, harmed, doubled);
}
