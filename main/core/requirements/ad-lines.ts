/** A line of an ad as it stands on the page. */
export interface AdLine {
  readonly text: string;
  /** Marked as an entry of a list. */
  readonly listed: boolean;
  /** Marked as a heading, by markup or a colon at its end. */
  readonly isHeading: boolean;
  readonly isBlank: boolean;
}

/** Signs of every kind, dashes, numbers and letters, with a space behind where they could be part of a word. */
const LIST_MARK =
  /^\s*(?:(?:[•‣⁃▪▫◦●○■□◆◇►▶▸▹➢➤➔→⇒»·∙✓✔✗✘☑☐★☆*~>–—]|\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200D]?)+\s*|[-+]+\s*(?=[\p{L}\d(“"'‘])|[-+o]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)/iu;
const BULLET_WITHIN = /\s+[•‣▪◦●■◆►▸✓✔]\s*/u;

/** Lines of so many characters are cut by a mail program, and their sentence goes on in the next one. */
const CUT_FROM = 45;
const CUT_TO = 95;

/** @returns The lines of an ad, with what a mail program cut in two put together again. */
export function linesOfAd(ad: string): readonly AdLine[] {
  const lines: AdLine[] = [];
  let isCut = false;
  for (const raw of ad
    .split('\n')
    .flatMap((line) => line.split(BULLET_WITHIN).map((part, place) => (place === 0 ? part : `• ${part}`)))) {
    const before = lines.at(-1);
    const length = raw.trimEnd().length;
    if (before !== undefined && isCut && /^\s*\p{Ll}/u.test(raw) && !LIST_MARK.test(raw)) {
      lines[lines.length - 1] = { ...before, text: `${before.text} ${raw.trim()}` };
    } else {
      lines.push(readLine(raw));
    }
    isCut = length >= CUT_FROM && length <= CUT_TO && !/[.!?:;]\s*$/u.test(raw);
  }
  return lines;
}

function readLine(raw: string): AdLine {
  const isMarked = /^\s*#{1,6}\s/u.test(raw);
  const listed = !isMarked && LIST_MARK.test(raw);
  const text = raw
    .replace(isMarked ? /^\s*#{1,6}\s+/u : LIST_MARK, '')
    .replace(/\*\*|__/gu, '')
    .replace(/[\s\p{Extended_Pictographic}]+$/u, '')
    .trim();
  return { text, listed: listed && text !== '', isHeading: isMarked || /:$/u.test(text), isBlank: text === '' };
}
