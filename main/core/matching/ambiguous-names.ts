/**
 * Names of tools that are also everyday words. An encoder takes "Rust services" for the rust on a car (measured), so a
 * likeness through such a name counts only where a skill of the same credential is near what the tool is about.
 */
const SUBJECTS: ReadonlyMap<string, string> = new Map([
  ['rust', 'computer programming'],
  ['go', 'computer programming'],
  ['swift', 'computer programming'],
  ['r', 'statistics software'],
  ['c', 'computer programming'],
  ['spark', 'big data processing'],
  ['hive', 'big data processing'],
  ['oracle', 'database administration'],
  ['salt', 'server configuration management'],
  ['chef', 'server configuration management'],
  ['puppet', 'server configuration management'],
  ['excel', 'spreadsheet software'],
  ['word', 'word processing software'],
  ['access', 'database software'],
  ['spring', 'web development'],
  ['express', 'web development'],
]);

export interface AmbiguousName {
  readonly name: string;
  /** What the name is about where it names a tool. */
  readonly subject: string;
}

/** @returns The ambiguous name in a normalised wording of at most three words; longer wordings say what they mean. */
export function ambiguousNameIn(wording: string): AmbiguousName | null {
  const words = wording.split(' ');
  if (words.length > 3) return null;
  for (const name of words) {
    const subject = SUBJECTS.get(name);
    if (subject !== undefined) return { name, subject };
  }
  return null;
}

/** True where the name stands in the normalised text as a word of its own. */
export function hasWord(text: string, name: string): boolean {
  return text.split(' ').includes(name);
}
