import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { Json } from '../../../shared/model/json.ts';
import { PROTOTYPE_KEYS, readPlainJson } from './plain-json.ts';

/** How much of a JSON text is read. */
export interface JsonLimits {
  /** Levels of objects and arrays in one another. */
  readonly depth: number;
  /** Values of any kind, containers included. */
  readonly nodes: number;
}

/**
 * Parses JSON as `JSON.parse` does (RFC 8259), but refuses what makes two readers see two documents or what breaks one:
 * duplicate keys (`duplicate-json-key`; JSON.parse silently keeps the last one, so a signed value could be shadowed),
 * `__proto__`, `constructor` and `prototype` as keys (`prototype-key`), more levels (`json-too-deep`) or values
 * (`json-too-large`) than the limits say, and numbers that a double cannot hold (`broken-json`, reason
 * `number-out-of-range`; I-JSON, RFC 7493 section 2.2). Errors name line and column, both from 1.
 *
 * Why a parser of our own: none of the small libraries does all of this, and the depth must be judged while parsing.
 */
export function parseStrictJson(text: string, limits: JsonLimits): Result<Json> {
  const plain = readPlainJson(text, limits);
  return plain === undefined ? parseCarefully(text, limits) : ok(plain);
}

/** The same for any text, slower. */
export function parseCarefully(text: string, limits: JsonLimits): Result<Json> {
  const parser = new StrictParser(text, limits);
  try {
    return ok(parser.document());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code, { ...parser.place(error.offset), ...error.params });
    throw error;
  }
}

type RefusalCode = 'broken-json' | 'duplicate-json-key' | 'prototype-key' | 'json-too-deep' | 'json-too-large';

class Refusal extends Error {
  readonly code: RefusalCode;
  readonly offset: number;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, offset: number, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.offset = offset;
    this.params = params;
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Recursive descent; the depth limit bounds the recursion. Leaves only by a value or a {@link Refusal}. */
class StrictParser {
  readonly #text: string;
  readonly #limits: JsonLimits;
  #offset = 0;
  #depth = 0;
  #nodes = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): Json {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#offset < this.#text.length) throw this.#broken();
    return value;
  }

  place(offset: number): { line: number; column: number } {
    const before = this.#text.slice(0, offset);
    const lastBreak = before.lastIndexOf('\n');
    return { line: before.split('\n').length, column: offset - lastBreak };
  }

  #value(): Json {
    this.#nodes += 1;
    const { nodes } = this.#limits;
    if (this.#nodes > nodes) throw new Refusal('json-too-large', this.#offset, { limit: nodes });
    switch (this.#text[this.#offset]) {
      case '{':
        return this.#nested(() => this.#object());
      case '[':
        return this.#nested(() => this.#array());
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #nested<Value>(read: () => Value): Value {
    this.#depth += 1;
    const { depth } = this.#limits;
    if (this.#depth > depth) throw new Refusal('json-too-deep', this.#offset, { limit: depth });
    this.#offset += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(): Json {
    const object: Record<string, Json> = {};
    this.#skipSpace();
    if (this.#take('}')) return object;
    do {
      this.#skipSpace();
      const keyOffset = this.#offset;
      const key = this.#string();
      if (PROTOTYPE_KEYS.some((each) => each === key)) throw new Refusal('prototype-key', keyOffset, { key });
      if (Object.hasOwn(object, key)) throw new Refusal('duplicate-json-key', keyOffset, { key: key.slice(0, 100) });
      this.#skipSpace();
      this.#expect(':');
      this.#skipSpace();
      object[key] = this.#value();
      this.#skipSpace();
    } while (this.#take(','));
    this.#expect('}');
    return object;
  }

  #array(): Json {
    const array: Json[] = [];
    this.#skipSpace();
    if (this.#take(']')) return array;
    do {
      this.#skipSpace();
      array.push(this.#value());
      this.#skipSpace();
    } while (this.#take(','));
    this.#expect(']');
    return array;
  }

  #string(): string {
    this.#expect('"');
    let text = '';
    let runStart = this.#offset;
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code === 0x22) {
        text += this.#text.slice(runStart, this.#offset);
        // Half a letter becomes U+FFFD in UTF-8, so that a signature over bytes could not tell one from another
        // (I-JSON, RFC 7493 section 2.1).
        if (!text.isWellFormed()) throw new Refusal('broken-json', this.#offset, { reason: 'half-a-letter' });
        this.#offset += 1;
        return text;
      }
      // NaN is the end of the text; below 0x20 are control characters, which JSON wants escaped.
      if (Number.isNaN(code) || code < 0x20) throw this.#broken();
      if (code === 0x5c) {
        text += this.#text.slice(runStart, this.#offset) + this.#escape();
        runStart = this.#offset;
      } else {
        this.#offset += 1;
      }
    }
  }

  #escape(): string {
    const letter = this.#text[this.#offset + 1] ?? '';
    if (letter === 'u') {
      const digits = this.#text.slice(this.#offset + 2, this.#offset + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#broken();
      this.#offset += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (character === undefined) throw this.#broken();
    this.#offset += 2;
    return character;
  }

  #number(): number {
    NUMBER.lastIndex = this.#offset;
    const match = NUMBER.exec(this.#text);
    if (!match) throw this.#broken();
    const [digits, fraction, exponent] = match;
    const value = Number(digits);
    const isInteger = fraction === undefined && exponent === undefined;
    if (!Number.isFinite(value) || (isInteger && changesAsDouble(digits, value))) {
      throw new Refusal('broken-json', this.#offset, { reason: 'number-out-of-range' });
    }
    this.#offset += digits.length;
    return value;
  }

  #word<Value extends Json>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#offset)) throw this.#broken();
    this.#offset += word.length;
    return value;
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#offset += 1;
    }
  }

  #take(character: string): boolean {
    if (this.#text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.#broken();
  }

  #broken(): Refusal {
    const reason = this.#offset >= this.#text.length ? 'unexpected-end' : 'unexpected-character';
    return new Refusal('broken-json', this.#offset, { reason });
  }
}

/** Beyond 2^53 an integer keeps its meaning only where it is a double itself, or what a double is written as. */
function changesAsDouble(digits: string, value: number): boolean {
  return !Number.isSafeInteger(value) && String(value) !== digits && BigInt(digits) !== BigInt(value);
}
