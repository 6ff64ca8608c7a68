/** A sentence longer than this is cut: no ad asks for anything in one, and patterns should not walk through it. */
const LONGEST_SENTENCE = 1500;

const ABBREVIATIONS =
  'e\\.g|i\\.e|etc|incl|inc|approx|min|max|no|ca|c|mr|mrs|ms|dr|prof|st|ltd|co|vs|yrs?|hrs?|lbs|kg|wks?|ref|p\\.w|p\\.a|resp|dept|tel|ext|excl|u\\.s|u\\.k|b\\.?sc|m\\.?sc|ph\\.d|b\\.a|m\\.a|eng';
/** At the end of a sentence, but not after "e.g." or in "Node.js". */
const END = new RegExp(`(?<!(?<![\\p{L}\\d])(?:${ABBREVIATIONS})\\.)(?<=[.!?…][)"”’]?)\\s+(?=\\S)`, 'iu');

/** Data that was pasted along: no word is so long, and no address asks anything. */
const NO_WORD = /\S{200}/u;

/** @returns The sentences of a line, without those that have no word in them. */
export function sentencesOf(line: string): readonly string[] {
  return line
    .split(END)
    .map((sentence) => sentence.trim().slice(0, LONGEST_SENTENCE))
    .filter((sentence) => !NO_WORD.test(sentence) && /\p{L}{2,}|\b[CR]\b/u.test(sentence));
}
