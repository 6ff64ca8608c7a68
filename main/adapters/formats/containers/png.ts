import { inflateSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../../shared/api/problems.ts';
import type { ContainerReader, Place, RawFile, Readers } from '../container.ts';
import { LIMITS } from '../limits.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** Keywords under which a badge is baked: Open Badges 3.0 section 5.3.1, and the Open Badges 2.0 baking specification. */
const KEYWORDS = new Set(['openbadgecredential', 'openbadges']);

/**
 * A baked PNG. The first matching text chunk counts; more are reported (a second badge could otherwise hide behind the
 * one that is checked). Checksums are not required: the credential has its own proof, and bakers get them wrong.
 */
export const png: ContainerReader = {
  name: 'png',
  maximumBytes: LIMITS.imageBytes,
  recognises: (file) => file.start.startsWith(SIGNATURE),
  read(file, readers) {
    const { texts, complete } = badgeTexts(file);
    const [first, ...others] = texts;
    if (first !== undefined) readBadge(first, readers);
    else if (complete) readers.problem({ code: 'image-without-badge', params: { image: 'png' } });
    if (others.length > 0) readers.problem({ code: 'image-more-badges', params: { count: texts.length } });
    if (!complete) readers.problem({ code: 'image-damaged', params: { image: 'png' } });
  },
};

function readBadge(chunk: TextChunk, readers: Readers): void {
  const place: Place = { pointer: '', container: 'png', parent: null, presentation: null };
  const text = chunkText(chunk);
  if (!text.ok) {
    readers.problem(text.problem);
  } else if (/^https?:\/\/\S+$/.test(text.value.trim())) {
    // Open Badges 2.0 may bake only the address of a hosted assertion, which an offline reader can't follow.
    readers.problem({ code: 'badge-link-only', params: { url: text.value.trim().slice(0, 2000) } });
  } else {
    readers.text(text.value, place);
  }
}

interface TextChunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Walks the chunks up to IEND. `complete` is false where the file ends within or before a chunk. */
function badgeTexts(file: RawFile): { readonly texts: readonly TextChunk[]; readonly complete: boolean } {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const texts: TextChunk[] = [];
  let offset = SIGNATURE.length;
  // Each chunk: length (4 bytes), type (4), data, checksum (4).
  while (offset + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(offset);
    const type = bytes.toString('latin1', offset + 4, offset + 8);
    if (offset + 12 + length > bytes.length) return { texts, complete: false };
    if (type === 'IEND') return { texts, complete: true };
    const data = bytes.subarray(offset + 8, offset + 8 + length);
    if (/^(iTXt|tEXt|zTXt)$/.test(type) && KEYWORDS.has(keywordOf(data))) texts.push({ type, data });
    offset += 12 + length;
  }
  return { texts, complete: false };
}

/** Keywords are 1–79 bytes of Latin-1 before a zero byte (PNG section 11.3.4). */
function keywordOf(data: Buffer): string {
  const end = data.subarray(0, 80).indexOf(0);
  return end < 0 ? '' : data.toString('latin1', 0, end);
}

function chunkText({ type, data }: TextChunk): Result<string> {
  const afterKeyword = data.indexOf(0) + 1;
  if (type === 'tEXt') return decode(data.subarray(afterKeyword));
  // zTXt: compression method (1 byte), text.
  if (type === 'zTXt') return inflate(data.subarray(afterKeyword + 1));
  // iTXt: compression flag (1), compression method (1), language tag, 0, translated keyword, 0, text.
  const languageEnd = data.indexOf(0, afterKeyword + 2);
  const translationEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translationEnd < 0) return fail('image-damaged', { image: 'png' });
  const text = data.subarray(translationEnd + 1);
  return data[afterKeyword] === 1 ? inflate(text) : decode(text);
}

function inflate(compressed: Buffer): Result<string> {
  try {
    return decode(inflateSync(compressed, { maxOutputLength: LIMITS.fileBytes }));
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    return tooLarge ? fail('json-too-large', { limit: LIMITS.fileBytes }) : fail('image-damaged', { image: 'png' });
  }
}

/** iTXt is UTF-8. tEXt and zTXt are Latin-1 by the specification, but bakers write UTF-8 into them too. */
function decode(bytes: Buffer): Result<string> {
  if (bytes.length > LIMITS.fileBytes) return fail('json-too-large', { limit: LIMITS.fileBytes });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(bytes.toString('latin1'));
  }
}
