import { wordsOfHtml } from './html-words.ts';
import { withoutMailMarks } from './mail-text.ts';
import { withTables } from './table-lines.ts';

const MARKUP =
  /<(?:!doctype|html|body|p|div|ul|ol|li|br|h[1-6]|table|section|article|span|strong|b|em)\b[^>]{0,500}>/iu;

/** The plain words of an ad, whatever it was copied from: markup, tables and mail read as lines, invisible signs taken out. */
export function plainAd(pasted: string): string {
  const text = MARKUP.test(pasted) ? wordsOfHtml(pasted) : withTables(withoutMailMarks(withPlainEnds(pasted)));
  return withPlainEnds(text)
    .replace(INVISIBLE, '')
    .replace(WORD_BULLETS, '•')
    .replace(/[\uE000-\uF8FF]/gu, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\t ]+/gu, ' ');
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n');
}

/** Bullets out of symbol fonts, as word processors paste them; other signs for private use mean nothing here. */
const WORD_BULLETS = /[\uF076\uF0A7\uF0B7\uF0D8\uF0FC]/gu;

/** Soft hyphens, zero-width signs, marks of direction, variation selectors: none is a word's own. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE00-\uFE0F]/gu;

/** Enough of a text to tell that it is none. */
const SAMPLE = 20_000;
/** Of so many signs one that no text has is one too many. */
const SIGNS_PER_FAULT = 100;
/** Tabs and ends of lines, also as old systems write them. */
const PLAIN_CONTROLS = '\t\n\v\f\r\u001B\u0085';
/** How PDF, archives (Word and LibreOffice files among them) and rich text begin. */
const OTHER_FORMATS = ['%PDF-', 'PK\u0003\u0004', '{\\rtf'];
/** No word of any language that is read here is so long. */
const LONGEST_WORD = 1000;

/**
 * True for the bytes of a picture, a PDF file or an archive that were opened as text, for text in an encoding that was
 * not recognised, and for encoded data: signs that stand in no text, or no space for a long way.
 */
export function isNoText(pasted: string): boolean {
  const sample = pasted.slice(0, SAMPLE);
  const faults = (sample.match(/\p{Cc}|\uFFFD/gu) ?? []).filter((sign) => !PLAIN_CONTROLS.includes(sign)).length;
  if (OTHER_FORMATS.some((start) => sample.startsWith(start))) return true;
  if (faults > 0 && faults * SIGNS_PER_FAULT >= sample.length) return true;
  return !/[\s\u3000-\u9FFF\uAC00-\uD7AF]/u.test(sample.slice(0, LONGEST_WORD)) && sample.length > LONGEST_WORD;
}
