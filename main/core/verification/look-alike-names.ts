import { domainInLetters } from './punycode.ts';

/**
 * Names that a person would take for one another (after Unicode UTS 39, for the letters that occur in names): the same
 * letters without case, accents, invisible characters, spaces and punctuation; letters of another script in place of
 * Latin ones; text that a direction control turns round; and, where that can't be told from a short name, digits and
 * letters that are drawn alike (`l` and `1`, `rn` and `m`). The same name is a look-alike too: whose it is, a key says.
 */
export function looksLike(name: string, recognised: string): boolean {
  return readingsOf(name).some((one) => readingsOf(recognised).some((other) => areAlike(one, other)));
}

/** The first of many names that a name looks like. */
export type LookAlikeIndex = (name: string) => string | null;

/** Prepares many names for comparison, so that each credential does not fold all of them again. */
export function indexLookAlikes(recognised: readonly string[]): LookAlikeIndex {
  const byKey = new Map<string, { readonly name: string; readonly forms: Forms; readonly order: number }[]>();
  for (const [order, name] of recognised.entries()) {
    for (const forms of readingsOf(name)) {
      for (const key of keysOf(forms)) byKey.set(key, [...(byKey.get(key) ?? []), { name, forms, order }]);
    }
  }
  return (name) => {
    const alike = readingsOf(name).flatMap((forms) => {
      const near = keysOf(forms).flatMap((key) => byKey.get(key) ?? []);
      return near.filter((each) => areAlike(forms, each.forms));
    });
    return alike.toSorted((one, other) => one.order - other.order)[0]?.name ?? null;
  };
}

/**
 * The first of many domains that a person would take a domain for: its letters look alike, or it begins with the other
 * and goes on (`lakeside.example.login.test`). A domain that is listed, or stands below a listed one, imitates nobody.
 */
export function indexDomains(recognised: readonly string[]): LookAlikeIndex {
  const listed = new Set(recognised);
  const byLetters = new Map(recognised.toReversed().map((domain) => [domainInLetters(domain), domain]));
  const alike = indexLookAlikes([...byLetters.keys()].toReversed());
  return (domain) => {
    const labels = domain.split('.');
    const isBelow = labels.some((_, start) => listed.has(labels.slice(start).join('.')));
    if (isBelow) return null;
    const begins = labels.map((_, end) => labels.slice(0, end).join('.')).find((start) => listed.has(start));
    return begins ?? byLetters.get(alike(domainInLetters(domain)) ?? '') ?? null;
  };
}

/** A name in the ways in which it can be mistaken; each is empty where the name has no letter or digit. */
interface Forms {
  /** Folded by Unicode alone. */
  readonly plain: string;
  /** With letters of other scripts read as the Latin ones that they look like. */
  readonly latin: string;
  /** With letters and digits that are drawn alike taken as one; empty for short names. */
  readonly rough: string;
  /** As it is drawn: capital I, small l, 1 and | are one stroke. */
  readonly drawn: string;
  /** The one script other than Latin in which it is written; null for Latin and for mixtures. */
  readonly script: string | null;
}

/** In shorter names a digit or a letter is what tells two names apart: “IT” and “LT”, “School 5” and “School S”. */
const SHORTEST_ROUGH = 8;

function areAlike(one: Forms, other: Forms): boolean {
  if (one.plain === '' || other.plain === '') return false;
  if (one.plain === other.plain) return true;
  // Two names of one other script are read as that script, and not as Latin.
  if (one.script !== null && one.script === other.script) return false;
  if (one.latin === other.latin || one.drawn === other.drawn) return true;
  return one.rough !== '' && one.rough === other.rough;
}

function keysOf({ plain, latin, rough, drawn }: Forms): readonly string[] {
  if (plain === '') return [];
  const keys = [`plain ${plain}`, `latin ${latin}`, `drawn ${drawn}`];
  return rough === '' ? keys : [...keys, `rough ${rough}`];
}

/** A name as its letters follow each other, and as it is shown where a control turns it round. */
function readingsOf(name: string): readonly Forms[] {
  return name.includes(OVERRIDE) ? [formsOf(name), formsOf(unturned(name))] : [formsOf(name)];
}

const OVERRIDE = '\u202e';

function formsOf(name: string): Forms {
  const folded = fold(name);
  const plain = lettersOf(folded.toLowerCase());
  const latin = inLatin(plain);
  const rough = roughly(latin);
  return {
    plain,
    latin,
    rough: rough.length < SHORTEST_ROUGH ? '' : rough,
    drawn: inLatin(lettersOf([...folded].map((letter) => STROKES[letter] ?? letter).join('')).toLowerCase()),
    script: scriptOf(plain),
  };
}

/** What stands behind a right-to-left override is shown turned round, up to its end. */
function unturned(name: string): string {
  return name.replaceAll(/\u202e([^\u202c\u2066-\u2069]*)/g, (_, turned: string) => {
    const isShownAsLatin = /\p{sc=Latin}/u.test(turned);
    return isShownAsLatin ? [...turned].toReversed().join('') : turned;
  });
}

function fold(name: string): string {
  return name.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}\p{Cc}]/gu, '');
}

/** `+` and `#` tell names apart that are short besides: “C”, “C++”, “C#”. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}+#ǀ]/gu, '');
}

function inLatin(text: string): string {
  return [...text].map((letter) => LATIN[letter] ?? letter).join('');
}

function roughly(latin: string): string {
  return [...latin]
    .map((letter) => ROUGHLY[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

const ROUGHLY: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', l: 'i', ǀ: 'i', '5': 's' };

/** Drawn as one stroke in most typefaces of screens; a capital L or a small i is not. */
const STROKES: Readonly<Record<string, string>> = {
  I: 'ǀ',
  l: 'ǀ',
  '1': 'ǀ',
  '|': 'ǀ',
  І: 'ǀ',
  Ӏ: 'ǀ',
  ӏ: 'ǀ',
  Ι: 'ǀ',
};

function scriptOf(plain: string): string | null {
  const letters = [...plain].filter((letter) => /\p{L}/u.test(letter));
  const script = SCRIPTS.find(([, pattern]) => letters.length > 0 && letters.every((letter) => pattern.test(letter)));
  return script?.[0] ?? null;
}

const SCRIPTS = [
  ['Cyrillic', /\p{sc=Cyrillic}/u],
  ['Greek', /\p{sc=Greek}/u],
  ['Armenian', /\p{sc=Armenian}/u],
  ['Cherokee', /\p{sc=Cherokee}/u],
] as const;

/** Letters of other scripts, and Latin ones that few know, by the Latin letter that they can be mistaken for. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a', 'аαɑ'],
    ['b', 'ЬъвβƄьᏏ'],
    ['c', 'сϲⅽᴄ'],
    ['d', 'ԁⅾժ'],
    ['e', 'еєҽε℮'],
    ['f', 'ϝſ'],
    ['g', 'ɡցԍ'],
    ['h', 'һнհηᏂ'],
    ['i', 'іιıӏⅰ'],
    ['j', 'јϳ'],
    ['k', 'кκ'],
    ['l', 'ⅼ'],
    ['m', 'мⅿ'],
    ['n', 'ոп'],
    ['o', 'оοσօ'],
    ['p', 'рρ'],
    ['q', 'ԛզ'],
    ['r', 'гя'],
    ['s', 'ѕꜱ'],
    ['t', 'тτ'],
    ['u', 'υսцμ'],
    ['v', 'ѵνⅴ'],
    ['w', 'ԝωшա'],
    ['x', 'хχⅹ'],
    ['y', 'уγүყ'],
    ['z', 'ᴢ'],
  ].flatMap(([latin, others]) => [...(others ?? '')].map((other) => [other, latin ?? ''])),
);
