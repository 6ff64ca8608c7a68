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
