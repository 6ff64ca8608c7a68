import type { Json } from '../../../shared/model/json.ts';
import type { JsonLimits } from './strict-json.ts';

/**
 * Reads JSON by `JSON.parse`, several times as fast as a reader in JavaScript, where it can be told from the outside
 * that nothing in it needs a careful one: nothing is refused here, and whatever is unusual is left to that reader.
 *
 * `JSON.parse` keeps the last of several equal keys in silence. But every key is followed by a colon, so as many keys in
 * the value as colons in the text means that none was lost.
 *
 * @returns undefined where the careful reader has to look: broken text, a key that stands twice or is a prototype's,
 *   half a letter or an escape that may be one, a long number, more levels or values than the limits say
 */
export function readPlainJson(text: string, { depth, nodes }: JsonLimits): Json | undefined {
  const colons = countColons(text, depth);
  if (colons === null || !text.isWellFormed() || PROTOTYPE_KEYS.some((key) => text.includes(key))) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const size = { keys: 0, values: 0 };
  measure(value, size);
  return size.keys === colons && size.values <= nodes ? value : undefined;
}

export const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype'] as const;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
/** Characters of a number that is as a double what it says: every integer of 15 digits is. */
const LONGEST_NUMBER = 15;

/** Colons outside of strings; null where something needs a careful look. */
function countColons(text: string, depth: number): number | null {
  let colons = 0;
  let level = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const end = endOfString(text, index + 1);
      if (end === null) return null;
      index = end;
    } else if (code === 0x3a) {
      colons += 1;
    } else if (code === 0x7b || code === 0x5b) {
      level += 1;
      if (level > depth) return null;
    } else if (code === 0x7d || code === 0x5d) {
      level -= 1;
    } else if (isOfNumber(code)) {
      const start = index;
      while (isOfNumber(text.charCodeAt(index + 1))) index += 1;
      if (index - start >= LONGEST_NUMBER) return null;
    } else if (code === 0x45 || code === 0x65) {
      // The e of a word, or of an exponent.
      if (isOfNumber(text.charCodeAt(index - 1))) return null;
    }
  }
  return colons;
}

/** Where the string ends that begins here; null where it has no end, or an escape that can make any letter. */
function endOfString(text: string, start: number): number | null {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index;
    if (code !== BACKSLASH) continue;
    index += 1;
    if (text.charCodeAt(index) === LETTER_U) return null;
  }
  return null;
}

/** Digits, sign and point. */
function isOfNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b;
}

/** The depth was judged before, so that this does not run out of stack. */
function measure(value: Json, size: { keys: number; values: number }): void {
  size.values += 1;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) measure(item, size);
    return;
  }
  for (const item of Object.values(value)) {
    size.keys += 1;
    if (item !== undefined) measure(item, size);
  }
}
