import { cutWidth, hadNoRoom } from './mail-text.ts';

/** A line of an ad as it stands on the page. */
export interface AdLine {
  readonly text: string;
  /** Marked as an entry of a list. */
  readonly listed: boolean;
  /** Marked as a heading, by markup or a colon at its end. */
  readonly isHeading: boolean;
  readonly isBlank: boolean;
  /** Marked by a sign (📍) or a label ("Department:") as a fact about the job, which asks nothing. */
  readonly isFact: boolean;
}

/** Signs of every kind, dashes, numbers and letters, with a space behind where they could be part of a word. */
const LIST_MARK =
  /^\s*(?:(?:[•‣⁃▪▫◦●○■□◆◇►▶▸▹➢➤➔→⇒»·∙✓✔✗✘☑☐★☆*~>–—]|\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200D]?)+\s*|\d{1,2}(?:\.\d{1,2}){1,2}[.)]?\s+(?=\p{L})|[-+]+\s*(?=[\p{L}\d(“"'‘])|[-+o]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)]\s+)/iu;
/** "Department: Library": what stands at the head of an ad, by the names that such lines have. */
const FACT_LABEL =
  /^(?:job title|title|post(?: title)?|position|vacancy|department|directorate|service(?: area)?|team|section|faculty|division|grade|band|scale|salary|pay|wage|rate|hours|contract(?: type)?|job type|tenure|location|place of work|base|site|town|duty station|region|country|reports? to|reporting to|responsible to|accountable to|line manager|start(?: date)?|closing(?: date)?|deadline|interview date|job (?:ref|id|number|code)|ref(?:erence)?(?: number)?|requisition id|vacancy ref|company|employer|organi[sz]ation|client|industry|sector|job category|time type|date(?: of issue)?|posted|schedule|duration|fte|number of posts|contact|tel|phone|e-?mail|web(?:site)?)\s*:\s*\S/iu;
const LONGEST_FACT = 14;

function isFactLabelled(text: string): boolean {
  return FACT_LABEL.test(text) && !/[.;]\s/u.test(text) && text.split(/\s+/u).length <= LONGEST_FACT;
}

const FACT_MARK = /^\s*(?:📍|🏠|🏡|🏢|🏙|🌍|🌎|🌏|💰|💵|💶|💷|💸|🤑|⏰|⏱|⌚|🗓|📅|📆|📧|✉|📩|📨|📞|☎|[🕐-🕧])/u;
const BULLET_WITHIN = /\s+[•‣▪◦●■◆►▸✓✔]\s*/u;

/** Lines of so many characters are cut by a mail program, and their sentence goes on in the next one. */
const CUT_FROM = 45;
const CUT_TO = 95;

/** @returns The lines of an ad, with what a mail program cut in two put together again. */
export function linesOfAd(ad: string): readonly AdLine[] {
  const lines: AdLine[] = [];
  const all = ad
    .split('\n')
    .flatMap((line) => line.split(BULLET_WITHIN).map((part, place) => (place === 0 ? part : `• ${part}`)));
  const width = cutWidth(all);
  let last = '';
  for (const raw of all) {
    const before = lines.at(-1);
    if (before !== undefined && goesOn(last, raw, before, width)) {
      lines[lines.length - 1] = { ...before, text: `${before.text} ${raw.trim()}`, isHeading: /:\s*$/u.test(raw) };
    } else {
      lines.push(readLine(raw));
    }
    last = raw;
  }
  return lines;
}

/** True where a line is the rest of the one before it: `raw` after `last`, which is the end of `before`. */
function goesOn(last: string, raw: string, before: AdLine, width: number | null): boolean {
  const text = raw.trim();
  const length = last.trimEnd().length;
  if (text === '' || before.isBlank || LIST_MARK.test(raw) || /^\s*#/u.test(last)) return false;
  const isOver = /[.!?:;]\s*$/u.test(last);
  if (/^\p{Ll}/u.test(text) && !isOver) {
    // Moved in under an entry, or behind a line as long as mail programs make them.
    if (before.listed && LIST_MARK.test(last) && /^\s/u.test(raw)) return true;
    if (length >= CUT_FROM && length <= CUT_TO) return true;
  }
  return width !== null && !/:\s*$/u.test(last) && hadNoRoom(last, text, width);
}

function readLine(raw: string): AdLine {
  const isMarked = /^\s*#{1,6}\s/u.test(raw);
  const listed = !isMarked && LIST_MARK.test(raw);
  const text = raw
    .replace(isMarked ? /^\s*#{1,6}\s+/u : LIST_MARK, '')
    .replace(/\*\*|__/gu, '')
    .replace(/[\s\p{Extended_Pictographic}]+$/u, '')
    .trim();
  return {
    text,
    listed: listed && text !== '',
    isHeading: isMarked || /:$/u.test(text),
    isBlank: text === '',
    isFact: FACT_MARK.test(raw) || isFactLabelled(text),
  };
}
