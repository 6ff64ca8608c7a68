/**
 * Names that a person would take for one another: the same letters after compatibility folding, without case, accents,
 * invisible characters, spaces and punctuation, and with letters of other scripts read as the Latin ones they look like
 * (after Unicode UTS 39, for the letters that occur in names).
 */
export function looksLike(name: string, recognised: string): boolean {
  const skeleton = skeletonOf(name);
  return skeleton !== '' && skeleton === skeletonOf(recognised);
}

/** The first of many names that a name looks like. */
export type LookAlikeIndex = (name: string) => string | null;

/** Prepares many names for comparison, so that each credential does not fold all of them again. */
export function indexLookAlikes(recognised: readonly string[]): LookAlikeIndex {
  const bySkeleton = new Map(recognised.toReversed().map((name) => [skeletonOf(name), name]));
  bySkeleton.delete('');
  return (name) => bySkeleton.get(skeletonOf(name)) ?? null;
}

/** Cyrillic and Greek letters, digits and signs by the Latin letter that they can be mistaken for. */
const MISTAKEN_FOR: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a', 'аαɑ'],
    ['b', 'ЬъвβƄ'],
    ['c', 'сϲⅽ'],
    ['d', 'ԁⅾ'],
    ['e', 'еєҽε℮'],
    ['f', 'ϝ'],
    ['g', 'ɡց'],
    ['h', 'һнհη'],
    ['i', 'іιıӏⅰ1l|ǀ'],
    ['j', 'јϳ'],
    ['k', 'кκ'],
    ['m', 'мⅿ'],
    ['n', 'ոп'],
    ['o', 'оοσօ0'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'гя'],
    ['s', 'ѕ5'],
    ['t', 'тτ'],
    ['u', 'υսцμ'],
    ['v', 'ѵνⅴ'],
    ['w', 'ԝωш'],
    ['x', 'хχ'],
    ['y', 'уγү'],
    ['z', 'ᴢ'],
  ].flatMap(([latin, others]) => [...(others ?? '')].map((other) => [other, latin ?? ''])),
);

function skeletonOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase();
  return [...folded]
    .map((letter) => MISTAKEN_FOR[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
