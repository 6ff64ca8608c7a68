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
 * written or in capitals, every e-mail address, and gendered pronouns (marked). Best effort: a nickname stays.
 */
export function blindText(text: string, identity: Identity): string {
  const whole = [...identity.identifiers, ...identity.names].filter((word) => word.trim().length > 1);
  const parts = identity.names.flatMap((name) => name.split(/[\s,]+/u)).filter((part) => [...part].length > 2);
  const hidden = longestFirst(whole).reduce((rest, word) => rest.replace(asWords(word, 'giu'), HIDDEN), text);
  return longestFirst([...parts, ...parts.map((part) => part.toUpperCase())])
    .reduce((rest, part) => rest.replace(asWords(part, 'gu'), HIDDEN), hidden)
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, HIDDEN)
    .replace(/(?<![\p{L}\p{N}])(he|she|him|her|his|hers|himself|herself)(?![\p{L}\p{N}])/giu, '[they]');
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

function asWords(words: string, flags: string): RegExp {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, flags);
}
