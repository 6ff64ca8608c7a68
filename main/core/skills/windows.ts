import { WINDOWS } from '../matching/settings.ts';

/** Where a narrative is cut: at line ends, sentence ends, semicolons, colons, commas, brackets, dashes and list marks. */
const CLAUSE_END = /(?:\r?\n)+|[.!?](?=\s|$)|[;:,()[\]•|]|\s[-–—*]\s/u;

/** Words that carry no skill at the border of a window; inside one they stay. */
const EDGE_WORDS = new Set(
  (
    'a an and are as at be been but by can for from had has have her his how if in into is it its may of on or our ' +
    'shall she so such than that the their them then there these they this those to was we were what when which who ' +
    'will with you your he him must should would could also each both more most other'
  ).split(' '),
);

/** A clause that says what is not there: "No project is asked", "without programming". */
const DENIES = /^(?:no|not|never|without|does not|doesn['’]t|excluding)(?![\w-])/iu;

/** @returns The clauses of a narrative, word for word, in order, without list marks, empty ones and denials. */
export function splitClauses(narrative: string): readonly string[] {
  return cutClauses(narrative).filter((clause) => /\p{L}{2,}/u.test(clause) && !isDenial(clause));
}

/** @returns All that stands between the ends of clauses, in order, without list marks; it may be empty. */
export function cutClauses(text: string): readonly string[] {
  return text.split(CLAUSE_END).map((clause) => clause.replace(/^[\s#>*•–—-]+|[\s*_]+$/gu, ''));
}

export function isDenial(clause: string): boolean {
  return DENIES.test(clause);
}

/**
 * The pieces by which a clause is compared: the clause itself where it is short, and its windows of 2, 3 and 5 words
 * that neither begin nor end in a word without content.
 *
 * @param text Normalised, words separated by one space.
 */
export function windowsOf(text: string): readonly string[] {
  const words = text.split(' ');
  const pieces = new Set<string>();
  if (words.length <= WINDOWS.longestWholeClause) pieces.add(text);
  for (const length of WINDOWS.lengths) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const window = words.slice(start, start + length);
      if (hasContentAtEdges(window)) pieces.add(window.join(' '));
    }
  }
  return [...pieces];
}

function hasContentAtEdges(window: readonly string[]): boolean {
  return [window.at(0), window.at(-1)].every((word) => word !== undefined && !EDGE_WORDS.has(word));
}
