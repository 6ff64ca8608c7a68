/** What stands where something was hidden. */
export const HIDDEN = '▮▮▮';

/** Words by which a person could be known: names as written, addresses, identifiers. */
export interface Identity {
  readonly names: readonly string[];
  /** Removed wherever they stand: e-mail addresses, subject ids, the employer's reference. */
  readonly identifiers: readonly string[];
}

/**
 * Hides a person in a text: identifiers and whole names in any case, parts of a name of three letters or more as
 * written or in capitals, parts of two letters ({@link withoutShortParts}) beside another part of the same name or a
 * title, every e-mail address, and gendered pronouns (marked). Best effort: a nickname stays, and so do a part of two
 * letters that stands alone (a Do, an An or a Li is likelier a verb, an article or lithium), initials, and a name inside
 * a sentence of a script that sets no spaces.
 */
export function blindText(text: string, identity: Identity): string {
  return withoutNames(text, identity)
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, HIDDEN)
    .replace(/(?<![\p{L}\p{N}])(he|she|him|her|his|hers|himself|herself)(?![\p{L}\p{N}])/giu, '[they]');
}

/** Whether a text holds an identifier or a name of the person, or a part of one that {@link blindText} would hide. */
export function namesPerson(text: string, identity: Identity): boolean {
  return withoutNames(text, identity) !== text;
}

function withoutNames(text: string, { names, identifiers }: Identity): string {
  const whole = [...identifiers, ...names].filter((word) => word.trim().length > 1);
  const hidden = longestFirst(whole).reduce((rest, word) => rest.replace(asWords(word, 'giu'), HIDDEN), text);
  const withoutShort = names.reduce((rest, name) => withoutShortParts(rest, partsOf(name)), hidden);
  const parts = names.flatMap(partsOf).filter((part) => [...part].length > 2);
  return longestFirst(inBothForms(parts)).reduce(
    (rest, part) => rest.replace(asWords(part, 'gu'), HIDDEN),
    withoutShort,
  );
}

/**
 * Hides two-letter parts of one name (Li, Bo, Ng), capitalised as they are, as whole words on the same line after a
 * title or beside another part: in the order of the name, or turned about unless the part is also a word that begins
 * English sentences ("So Maria learned to …"). All are looked for at once, as each may be the other's neighbour.
 */
function withoutShortParts(text: string, parts: readonly string[]): string {
  if (parts.length > MOST_PARTS) return text;
  const patterns = parts.flatMap((part, index) => {
    if (!SHORT_PART.test(part)) return [];
    const [before, after] = [parts.slice(0, index), parts.slice(index + 1)];
    const canTurn = !SENTENCE_WORDS.has(part.toLowerCase());
    const [left, right] = canTurn
      ? [
          [...before, ...after],
          [...after, ...before],
        ]
      : [before, after];
    const forms = oneOf([part]);
    return [
      `(?<=${START}${TITLES}${GAP})${forms}${END}`,
      ...(left.length === 0 ? [] : [`(?<=${START}${oneOf(left)}${GAP})${forms}${END}`]),
      ...(right.length === 0 ? [] : [`${START}${forms}(?=${GAP}${oneOf(right)}${END})`]),
    ];
  });
  return patterns.length === 0 ? text : text.replace(new RegExp(patterns.join('|'), 'gu'), HIDDEN);
}

/** The patterns grow with the square of the parts, and a name of more parts than this is no name. */
const MOST_PARTS = 10;
const SHORT_PART = /^[\p{Lu}\p{Lo}]\p{L}$/u;
const SENTENCE_WORDS: ReadonlySet<string> = new Set(
  'ah am an as at be by do go he hi if in is it me my no of oh ok on or so to up us we'.split(' '),
);
const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const TITLES = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\\.?';
const GAP = '[ \\t\\u00a0]{1,3}';

function partsOf(name: string): readonly string[] {
  return name.split(/[\s,]+/u).filter((part) => part !== '');
}

function inBothForms(parts: readonly string[]): readonly string[] {
  return [...parts, ...parts.map((part) => part.toUpperCase())];
}

function oneOf(parts: readonly string[]): string {
  return `(?:${longestFirst(inBothForms(parts)).map(literal).join('|')})`;
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

function asWords(words: string, flags: string): RegExp {
  return new RegExp(`${START}${literal(words)}${END}`, flags);
}

function literal(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
