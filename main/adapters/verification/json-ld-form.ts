import type { Finding } from '../../core/verification/finding.ts';
import { isList, isObject, textsOf, valuesOf } from '../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../core/verification/verification-limits.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import type { JsonPointer } from '../../../shared/model/ids.ts';
import type { ContextTable } from './contexts/context-table.ts';

/** What the form of a JSON-LD document says before anything is expanded. */
export interface FormInspection {
  /** A `format` finding: the form is one that only serves to deceive. */
  readonly refusal: Finding | null;
  /** An `integrity` finding: what the proof covers can't be told. */
  readonly obstacle: Finding | null;
  readonly contextUrls: readonly string[];
}

/**
 * JSON-LD lets a file say one thing to a reader of its JSON and another to its signature: by a context of its own,
 * by keywords that carry unsigned text, by full IRIs in place of the names that are read (an expiry that hides from
 * the date check). Only plain terms of known contexts are let through.
 */
export function inspectForm(document: JsonObject, contexts: ContextTable): FormInspection {
  const seen: Seen = { refusal: null, obstacle: null, contextUrls: new Set() };
  inspectContext(document['@context'], '/@context', seen, true);
  if (!hasPlainMembers(document, true)) inspectMembers(document, '', seen);
  const urls = [...seen.contextUrls];
  if (urls.length > VERIFICATION_LIMITS.contexts) {
    const evidence = { count: urls.length, what: 'vocabularies', limit: VERIFICATION_LIMITS.contexts };
    seen.refusal ??= { code: 'format-limit-exceeded', evidence };
  }
  const unknown = urls.find((url) => !contexts.has(url));
  if (unknown !== undefined) seen.obstacle ??= { code: 'context-unknown', evidence: { url: unknown } };
  return { refusal: seen.refusal, obstacle: seen.obstacle, contextUrls: urls };
}

interface Seen {
  refusal: Finding | null;
  obstacle: Finding | null;
  readonly contextUrls: Set<string>;
}

/** Keywords of a value object: the only ones that have a place in a credential beside `@context`. */
const VALUE_KEYWORDS = ['@value', '@language', '@direction', '@type'];
/** Keywords that have a plain name (`id`, `type`) which is what gets read. */
const DISGUISES = ['@id', '@type'];
/** Objects that are credentials or presentations of their own, and may name their contexts. */
const SELF_CONTAINED = [
  'VerifiableCredential',
  'VerifiablePresentation',
  'EnvelopedVerifiableCredential',
  'EnvelopedVerifiablePresentation',
];

/** Most documents have nothing but plain names: that is told without writing down a place for everything in them. */
function hasPlainMembers(value: Json, isTop = false): boolean {
  if (isList(value)) return value.every((item) => hasPlainMembers(item));
  if (!isObject(value)) return true;
  for (const name in value) {
    if (isTop && name === '@context') continue;
    if (name.startsWith('@') || name.includes(':') || !hasPlainMembers(value[name] ?? null)) return false;
  }
  return true;
}

function inspect(value: Json, pointer: JsonPointer, seen: Seen): void {
  if (isList(value)) value.forEach((item, index) => inspect(item, `${pointer}/${index}`, seen));
  else if (isObject(value)) {
    if (value['@context'] !== undefined) {
      const allowed =
        SELF_CONTAINED.some((type) => textsOf(value['type']).includes(type)) || /\/proof(\/\d+)?$/.test(pointer);
      inspectContext(value['@context'], `${pointer}/@context`, seen, allowed);
    }
    inspectMembers(value, pointer, seen);
  }
}

function inspectMembers(object: JsonObject, pointer: JsonPointer, seen: Seen): void {
  for (const [name, value] of Object.entries(object)) {
    if (name === '@context') continue;
    const at = `${pointer}/${escapePointer(name)}`;
    if (name.startsWith('@') && !('@value' in object && VALUE_KEYWORDS.includes(name))) {
      if (DISGUISES.includes(name))
        seen.obstacle ??= { code: 'terms-disguised', pointer: at, evidence: { term: name } };
      else seen.refusal ??= { code: 'format-forbidden-keyword', pointer: at, evidence: { keyword: name } };
    } else if (name.includes(':')) {
      seen.obstacle ??= { code: 'terms-disguised', pointer: at, evidence: { term: name } };
    }
    inspect(value, at, seen);
  }
}

function inspectContext(context: Json | undefined, pointer: JsonPointer, seen: Seen, allowed: boolean): void {
  for (const entry of valuesOf(context)) {
    if (typeof entry === 'string' && allowed) seen.contextUrls.add(entry);
    else if (pointer === '/@context') seen.obstacle ??= { code: 'context-inline', pointer };
    else seen.refusal ??= { code: 'format-nested-context', pointer };
  }
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
