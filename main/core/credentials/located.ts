import type { Quoted } from '../../../shared/model/credential.ts';
import type { Instant, JsonPointer } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';

/** A JSON value together with the place at which it stands, so that every word read can be shown where it was found. */
export interface Located {
  readonly value: Json;
  readonly pointer: JsonPointer;
}

export function at(value: Json): Located {
  return { value, pointer: '' };
}

/** The own property of an object; null where it is absent, null, or where there is no object. */
export function member(from: Located | null, property: string): Located | null {
  const json = from?.value;
  if (!from || !isObject(json) || !Object.hasOwn(json, property)) return null;
  const value = json[property];
  if (value === undefined || value === null) return null;
  return { value, pointer: `${from.pointer}/${escape(property)}` };
}

/** A property that may hold one value or many; nulls are left out. */
export function list(from: Located | null): readonly Located[] {
  if (!from) return [];
  if (!isArray(from.value)) return [from];
  return from.value
    .map((value, index) => ({ value, pointer: `${from.pointer}/${index}` }))
    .filter((entry) => entry.value !== null);
}

/** The value if it is an object (or the first object of an array), else null. */
export function object(from: Located | null): Located | null {
  return list(from).find((entry) => isObject(entry.value)) ?? null;
}

/** The text of a string or number; null for anything else and for blank text. For ids, codes, values and levels. */
export function stated(from: Located | null): string | null {
  const value = from?.value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/**
 * Words for people: a string, a value object (`@value`), a language map, or an array of these. English is preferred,
 * else the first; the pointer is that of the very string.
 */
export function text(from: Located | null): Quoted | null {
  const candidates = wordings(from);
  const chosen = candidates.find((candidate) => candidate.english) ?? candidates[0];
  return chosen ? { text: chosen.text, pointer: chosen.pointer } : null;
}

/** Every string of a property of one or many (tags, types); value objects count, language maps do not. */
export function texts(from: Located | null): readonly Quoted[] {
  return list(from).flatMap((entry) => {
    const words = plainText(entry);
    return words ? [{ text: words.text, pointer: words.pointer }] : [];
  });
}

/** A number or its text; null where it is neither, or not finite. */
export function number(from: Located | null): number | null {
  const value = from?.value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value)) return null;
  return Number(value);
}

/**
 * An instant as RFC 3339 text. Dates without a time mean midnight, times without a zone UTC, and whole numbers Unix
 * seconds (Open Badges 1.x); what is no date is null.
 */
export function instant(from: Located | null): Instant | null {
  const value = from?.value;
  if (typeof value === 'number') return fromSeconds(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  if (/^\d{9,11}$/.test(trimmed)) return fromSeconds(Number(trimmed));
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(trimmed);
  if (!parts) return null;
  const [, date, time = '00:00:00', zone = 'Z'] = parts;
  const seconds = time.length === 5 ? `${time}:00` : time;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const canonical = `${date}T${seconds}${offset}`;
  return Number.isNaN(Date.parse(canonical)) ? null : canonical;
}

/** One wording of a text in some language. */
interface Wording extends Quoted {
  readonly english: boolean;
}

function wordings(from: Located | null): readonly Wording[] {
  return list(from).flatMap((entry) => plainText(entry) ?? languageMap(entry));
}

function plainText(entry: Located): Wording | null {
  const plain = stated(entry);
  if (plain !== null) return { text: plain, pointer: entry.pointer, english: false };
  const value = stated(member(entry, '@value'));
  if (value === null) return null;
  const language = stated(member(entry, '@language')) ?? '';
  return { text: value, pointer: `${entry.pointer}/@value`, english: isEnglish(language) };
}

function languageMap(entry: Located): readonly Wording[] {
  if (!isObject(entry.value)) return [];
  const tags = Object.keys(entry.value).filter((key) => /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8})*$/.test(key));
  // An object with other properties is an object, not a language map.
  if (tags.length === 0 || tags.length !== Object.keys(entry.value).length) return [];
  return tags.flatMap((tag) => {
    const located = list(member(entry, tag))[0] ?? null;
    const words = typeof located?.value === 'string' ? stated(located) : null;
    return words !== null && located ? [{ text: words, pointer: located.pointer, english: isEnglish(tag) }] : [];
  });
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

function fromSeconds(seconds: number): Instant | null {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 253_402_300_799) return null;
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** RFC 6901 section 3. */
function escape(property: string): string {
  return /[~/]/.test(property) ? property.replaceAll('~', '~0').replaceAll('/', '~1') : property;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
