import { parseStrictJson } from '../../core/json/strict-json.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import { TAXONOMY_LIMITS } from './limits.ts';
import { headingsOf } from './read-table.ts';
import type { OpenFile } from './taxonomy-reader.ts';

export const openFile: OpenFile = ({ name, bytes }) => {
  if (bytes.length === 0) return fail('file-empty');
  if (bytes.length > TAXONOMY_LIMITS.fileBytes) {
    return fail('taxonomy-malformed', { reason: 'too-large', limit: TAXONOMY_LIMITS.fileBytes });
  }
  const text = decode(bytes);
  if (text === null) return fail('taxonomy-malformed', { reason: 'not-text' });
  if (/^\s*[[{]/u.test(text.slice(0, 1000))) {
    const parsed = parseStrictJson(text, { depth: TAXONOMY_LIMITS.jsonDepth, nodes: TAXONOMY_LIMITS.jsonNodes });
    if (parsed.ok) return ok({ name, bytes: bytes.length, content: { kind: 'json', value: parsed.value } });
    const line = parsed.problem.params['line'];
    return fail('taxonomy-malformed', { reason: parsed.problem.code, ...(line === undefined ? {} : { line }) });
  }
  const table = headingsOf(text);
  return table === null ? fail('taxonomy-unknown') : ok({ name, bytes: bytes.length, content: table });
};

/** UTF-8, or UTF-16 where a byte order mark says so, as spreadsheets write it; null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
