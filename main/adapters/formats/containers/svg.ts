import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '../../../../shared/api/problems.ts';
import { looksLikeCompactJws } from '../compact-jws.ts';
import type { ContainerReader, Place, RawFile, Readers } from '../container.ts';
import { decodeText } from '../decode-text.ts';
import { LIMITS } from '../limits.ts';

/** Document types that every old drawing program writes. They declare nothing here: no DTD is ever read. */
const HARMLESS_DOCTYPE = /^\s*svg\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [0-9.]+(?: Basic| Tiny)?\/\/EN"\s+"[^"]*"\s*$/;

/** Elements in elements, and all of them. Resolving a namespace takes time by depth, so both must end. */
const MAXIMUM_DEPTH = 128;
const MAXIMUM_ELEMENTS = 100_000;

/** Characters that are parsed at once. */
const PIECE = 4096;

const NAMESPACES = new Set([
  'https://purl.imsglobal.org/ob/v3p0',
  'http://openbadges.org',
  'https://openbadges.org',
  'http://purl.imsglobal.org/ob/v3p0',
]);

/**
 * A baked SVG: `<openbadges:credential>` (Open Badges 3.0 section 5.3.2) or `<openbadges:assertion>` (2.0), with a
 * compact JWS in `verify` or JSON as its text. Read as a stream of events; a DTD of its own, entities and scripts are
 * refused (`svg-unsafe`): no badge needs them, and the file may be opened elsewhere.
 */
export const svg: ContainerReader = {
  name: 'svg',
  maximumBytes: LIMITS.imageBytes,
  recognises: ({ start, bytes }) =>
    /^\s*(?:\xef\xbb\xbf)?\s*</.test(start) && /<(?:\w+:)?svg[\s>]/.test(opening(start, bytes)),
  read(file, readers) {
    const badges = badgesIn(file);
    if (!badges.ok) {
      readers.problem(badges.problem);
      return;
    }
    const [first, ...others] = badges.value;
    if (first) readBadge(first, readers);
    else readers.problem({ code: 'image-without-badge', params: { image: 'svg' } });
    if (others.length > 0) readers.problem({ code: 'image-more-badges', params: { count: badges.value.length } });
  },
};

/** Editors write long comments and licences before the root element. */
function opening(start: string, bytes: Uint8Array): string {
  return start.length < 4096 ? start : Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
}

interface BakedBadge {
  readonly verify: string;
  text: string;
}

function readBadge({ verify, text }: BakedBadge, readers: Readers): void {
  const place: Place = { pointer: '', container: 'svg', parent: null, presentation: null };
  if (Math.max(verify.length, text.trim().length) > LIMITS.fileBytes)
    readers.problem({ code: 'json-too-large', params: { limit: LIMITS.fileBytes } });
  // The JWS is what is signed; JSON beside it is only a copy.
  else if (looksLikeCompactJws(verify)) readers.jws(verify, place);
  else if (text.trim() !== '') readers.text(text, place);
  else if (/^https?:\/\//.test(verify))
    readers.problem({ code: 'badge-link-only', params: { url: verify.slice(0, 2000) } });
  else readers.problem({ code: 'image-without-badge', params: { image: 'svg' } });
}

function badgesIn(file: RawFile): Result<readonly BakedBadge[]> {
  const text = decodeText(file.bytes);
  if (text === null) return fail('image-damaged', { image: 'svg' });
  const badges: BakedBadge[] = [];
  const open: (BakedBadge | null)[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let refused: Result<never> | null = null;
  let elements = 0;
  parser.on('doctype', (doctype) => {
    if (!HARMLESS_DOCTYPE.test(doctype)) refused ??= fail('svg-unsafe', { what: 'doctype' });
  });
  parser.on('error', (error) => {
    const entity = error.message.includes('entity');
    refused ??= entity ? fail('svg-unsafe', { what: 'entity' }) : fail('image-damaged', { image: 'svg' });
  });
  parser.on('opentag', (tag) => {
    const badge = isBadge(tag) ? { verify: tag.attributes['verify']?.value.trim() ?? '', text: '' } : null;
    if (badge) badges.push(badge);
    open.push(badge);
    if (runsScript(tag)) refused ??= fail('svg-unsafe', { what: 'script' });
    elements += 1;
    if (elements > MAXIMUM_ELEMENTS) refused ??= fail('too-complex', { what: 'elements', limit: MAXIMUM_ELEMENTS });
    if (open.length > MAXIMUM_DEPTH) refused ??= fail('too-complex', { what: 'depth', limit: MAXIMUM_DEPTH });
  });
  const addText = (part: string) => {
    const badge = open.at(-1);
    if (badge) badge.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  // In small pieces, because a refusal ends the work only between two of them.
  for (let offset = 0; offset < text.length && !refused; offset += PIECE) {
    parser.write(text.slice(offset, offset + PIECE));
  }
  if (!refused) parser.close();
  return refused ?? ok(badges);
}

function isBadge(tag: { readonly uri: string; readonly prefix: string; readonly local: string }): boolean {
  const named = tag.local === 'credential' || tag.local === 'assertion';
  return named && (NAMESPACES.has(tag.uri) || tag.prefix === 'openbadges');
}

function runsScript(tag: { readonly local: string; readonly attributes: Readonly<Record<string, unknown>> }): boolean {
  return tag.local.toLowerCase() === 'script' || Object.keys(tag.attributes).some((name) => /^on/i.test(name));
}
