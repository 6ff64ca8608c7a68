/** A field of a mail's head: nothing of the ad. */
const MAIL_HEAD = /^(?:from|to|cc|bcc|subject|sent|date|reply-to|importance|attachments?):(?:\s|$)/iu;
const QUOTED = /^[ \t]*>(?:[ \t]?>)*[ \t]?/u;
/** A mark of a list behind the mark of a quotation. */
const QUOTED_ENTRY = /^[ \t]*>[ \t>]*(?:[-*•–]|\d{1,2}[.)])\s/u;
/** Two dashes by themselves begin a mail's signature (RFC 3676, 4.3), and nothing after them is the ad's. */
const SIGNATURE = /^--[ \t]?$/u;

/**
 * A mail's words without what makes it a mail: its head, the marks of quoted lines, and the signature. A text whose
 * lines begin with ">" as a bullet is left as it is: a quotation also quotes empty lines or lists.
 */
export function withoutMailMarks(text: string): string {
  let lines = text.split('\n');
  const quoted = lines.filter((line) => QUOTED.test(line));
  const isQuotation =
    quoted.length >= 3 &&
    quoted.some(
      (line) => line.replace(QUOTED, '').trim() === '' || QUOTED_ENTRY.test(line) || /^[ \t]*>[ \t]?>/u.test(line),
    );
  if (isQuotation) lines = lines.map((line) => line.replace(QUOTED, ''));
  const head = lines.slice(0, 40).filter((line) => MAIL_HEAD.test(line)).length;
  if (head >= 2) lines = lines.filter((line) => !MAIL_HEAD.test(line));
  if (head >= 2 || isQuotation) {
    const end = lines.findIndex((line) => SIGNATURE.test(line));
    if (end > 0) lines = lines.slice(0, end);
  }
  return lines.join('\n');
}

/** Lines of a text that a program has cut are at most so long, and the longest of them at least. */
const LONGEST_CUT = 90;
const SHORTEST_CUT = 50;

/** A word of about so many letters may have been too long for the rest of the line. */
const CUT_SLACK = 7;
/** So many ends of lines, and so large a part of them in the midst of a sentence, show that a program cut them. */
const LEAST_CUTS = 3;

/**
 * @returns The width at which the text's lines were cut, or null where they were not: no line is longer, and where the
 *   next word would not have found room, a sentence mostly goes on in the next line.
 */
export function cutWidth(lines: readonly string[]): number | null {
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  if (width < SHORTEST_CUT || width > LONGEST_CUT) return null;
  let cuts = 0;
  let within = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]?.trim() ?? '';
    if (next === '' || !hadNoRoom(line, next, width)) continue;
    cuts += 1;
    if (/^[\p{Ll}\d(]/u.test(next)) within += 1;
  }
  return cuts >= LEAST_CUTS && within * 2 >= cuts ? width : null;
}

/** True where the first word of the next line would not have fitted behind a line of this width, or only just. */
export function hadNoRoom(line: string, next: string, width: number): boolean {
  const [word = ''] = next.trim().split(/\s/u);
  const length = line.trimEnd().length;
  return length >= SHORTEST_CUT / 2 && length + 1 + word.length > width - CUT_SLACK;
}
