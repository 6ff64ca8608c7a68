/**
 * Skill words as they are compared: NFKC, lower case, one space between words, punctuation gone but where it is part
 * of a name (c++, c#, f#, .net, node.js). Never more than that: no stemming, no stop words, since "use", "manage" and
 * "teach" tell skills apart.
 */
export function normaliseSkillText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'`´]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}+#.]+/gu, ' ')
    .split(' ')
    .map(keepOnlyNamesPunctuation)
    .filter((word) => word !== '')
    .join(' ');
}

/** A dot stays inside a word (node.js, 2.0) and before one (.net); + and # stay behind a letter (c++, c#). */
function keepOnlyNamesPunctuation(word: string): string {
  return word
    .replace(/\.+$/u, '')
    .replace(/\.{2,}/gu, ' ')
    .replace(/(?<![\p{L}\p{N}+])[+#]+/gu, '')
    .trim();
}
