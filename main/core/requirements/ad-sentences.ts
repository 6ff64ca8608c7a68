import { isPlainHeading, sectionOfHeading, type AdSection } from './ad-headings.ts';
import { linesOfAd, type AdLine } from './ad-lines.ts';
import { isCredential, isOfThePerson } from './line-kind.ts';
import { isOrderToProgram } from './orders-to-programs.ts';
import { statedPriority } from './line-priority.ts';
import { sentencesOf } from './sentences.ts';
import { isAct } from './verbs.ts';

/** One sentence or list entry of an ad with the part in which it stands. */
export interface AdSentence {
  readonly text: string;
  readonly section: AdSection;
  /** An entry of a list asks by standing in it; running text asks by its words. */
  readonly listed: boolean;
}

/** Headings of so many words are shown to the person who reads the lines. */
const LONG_HEADING = 5;
const LONGEST_ENTRY = 14;
/** More than this no ad has; what comes after is no ad any more. */
const MOST_LINES = 20_000;
/** "Requirements: SQL, Python": a label of so many words over the rest of its line. */
const LABEL = /^((?:\S+\s+){0,6}?\S+?)\s*:\s+(?=\S)/u;
/** "Interested? Pop in after three.": what follows says how to apply. */
const CLOSING =
  /^(?:interested|sounds? (?:good|great|interesting|like you)|like what you (?:see|read)|ready to (?:join|apply)|want to (?:join|apply|know more)|questions)\b[^?]{0,60}\?$/iu;
/** "Duties incl.", "Benefits include" at the start of a sentence. */
const SPOKEN_LABEL = /^((?:\p{L}+\s+){0,2}\p{L}+)\s+incl(?:udes?|uding)?\.?\s*:?\s+(?=\S)/iu;

/** @returns All sentences and list entries of an ad, in order, with what the part in which they stand is about. */
export function sentencesOfAd(ad: string): readonly AdSentence[] {
  const sentences: AdSentence[] = [];
  const lines = linesOfAd(ad).slice(0, MOST_LINES);
  let section: AdSection = 'open';
  let afterList = false;
  for (const [index, line] of lines.entries()) {
    if (line.isBlank) continue;
    if (line.isFact) {
      sentences.push({ text: line.text, section: 'aside', listed: false });
      continue;
    }
    const following = lines.slice(index + 1, index + 6).find((next) => !next.isBlank);
    const before = lines[index - 1];
    const isAmongEntries: boolean =
      before !== undefined && !before.isBlank && !before.listed && (isAsking(section) || section === 'tasks');
    const heading: AdSection | null = following === undefined ? null : headingIn(line, following, isAmongEntries);
    if (heading !== null) {
      // A long one may be a sentence after all; as an aside it is listed with what was left out.
      if (line.text.split(/\s+/u).length >= LONG_HEADING) {
        sentences.push({ text: line.text, section: 'aside', listed: false });
      }
      section = heading;
      afterList = false;
      continue;
    }
    // Running text behind a list belongs to the heading above it no longer.
    if (afterList && !line.listed) section = 'open';
    if (line.listed && !afterList && section === 'open') section = sectionOfList(lines, index);
    afterList = line.listed;
    sentences.push(...sentencesIn({ ...line, listed: line.listed || isEntry(line, section) }, section));
  }
  return sentences.length === 1 ? sentences.map(asPhrase) : sentences;
}

/** Under a heading that asks, a few words without a full stop are an entry, whether or not a bullet survived the copying. */
function isEntry(line: AdLine, section: AdSection): boolean {
  return isAsking(section) && !/[.!?:]$/u.test(line.text) && line.text.split(/\s+/u).length <= LONGEST_ENTRY;
}

function isAsking(section: AdSection): boolean {
  return section === 'asked' || section === 'wished' || section === 'learned';
}

/** A few words by themselves, pasted alone, are one thing that is asked. */
function asPhrase(sentence: AdSentence): AdSentence {
  const isPhrase = sentence.text.split(/\s+/u).length <= 8 && !/[.!?]$/u.test(sentence.text);
  return isPhrase ? { ...sentence, listed: true } : sentence;
}

/** A heading is a short line that ends in no full stop, or in a colon with nothing behind it. */
function headingIn(line: AdLine, next: AdLine, isAmongEntries: boolean): AdSection | null {
  if (isAmongEntries && !line.isHeading && !next.listed && !isCapitals(line.text) && !isPlainHeading(line.text))
    return null;
  if (isOrderToProgram(line.text)) return null;
  const isQuestion = /^(?:what|who|why|how|do i|have you got|are you|sound|interested)\b.*\?$/iu.test(line.text);
  // "Pay: £12 per hour" says one thing; it stands over nothing.
  if (!line.isHeading && /:\s+\S/u.test(line.text)) return null;
  const unbracketed = line.text.replace(/\s*\([^()]{1,30}\)$/u, '');
  if (!line.listed && unbracketed !== line.text && isPlainHeading(unbracketed)) return sectionOfHeading(unbracketed);
  if (/[.!,;)]$/u.test(line.text) || (/\?$/u.test(line.text) && !isQuestion)) return null;
  // An entry of a list is a heading only where it stands over another list: "🎯 What you'll do".
  if (line.listed && !(line.isHeading && next.listed)) return null;
  const found = sectionOfHeading(line.text);
  if (found !== null && (line.isHeading || !isSentence(line.text))) return found;
  const isUnknown = line.isHeading || isCapitals(line.text);
  return isUnknown && !line.listed && line.text.split(/\s+/u).length <= 8 ? 'open' : null;
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** "Right to work required", "Driving licence + own car": short, and asking all the same. */
function isSentence(text: string): boolean {
  if (/^(?:you|we|applicants?|candidates?|the successful \p{L}+)(?:['’]\p{L}+)?\s+(?:\S+\s+){3,}\S+$/iu.test(text))
    return true;
  return /\b(?:must have (?:a|an|your)|(?:is|are) (?:required|essential|desirable|needed)|experience (?:of|with|in|as)|(?:knowledge|understanding|command) of|(?:proficiency|fluency|expertise|background) in|(?:familiarity|proficiency) with|ability to|no experience)\b/iu.test(
    text,
  );
}

/** A list under no heading is judged by its entries: do they tell what is done, or what is asked? */
function sectionOfList(lines: readonly AdLine[], from: number): AdSection {
  const entries: string[] = [];
  for (const line of lines.slice(from, from + 30)) {
    if (!line.listed && !line.isBlank) break;
    if (line.listed) entries.push(line.text);
  }
  const acts = entries.filter((entry) => isAct(entry)).length;
  const asking = entries.filter(
    (entry) =>
      isCredential(entry) ||
      isOfThePerson(entry) ||
      statedPriority(entry) !== null ||
      /\b(?:experience|knowledge|ability|proficien\w+|fluent|understanding|familiar\w*|licen[cs]e)\b/iu.test(entry),
  ).length;
  if (asking * 3 >= entries.length) return 'asked';
  return acts * 2 >= entries.length ? 'tasks' : 'open';
}

function sentencesIn(line: AdLine, section: AdSection): readonly AdSentence[] {
  let own: AdSection | null = null;
  return sentencesOf(line.text).map((sentence) => {
    // "Must-haves: Java. Nice-to-haves: Go.": a label holds until the next one.
    if (own === null && CLOSING.test(sentence)) own = 'aside';
    const label = LABEL.exec(sentence);
    const labelled = label === null || isSentence(label[1] ?? '') ? null : sectionOfHeading(label[1] ?? '');
    own = labelled ?? own;
    const text = labelled === null || label === null ? sentence : sentence.slice(label[0].length);
    if (own !== null) return { text, section: own, listed: labelled !== null && own !== 'aside' && own !== 'tasks' };
    const spoken = SPOKEN_LABEL.exec(text);
    const told = spoken === null ? null : sectionOfHeading(spoken[1] ?? '');
    return { text, section: told === 'aside' ? 'aside' : section, listed: line.listed };
  });
}
