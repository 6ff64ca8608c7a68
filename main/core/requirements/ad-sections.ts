import type { Priority } from '../../../shared/model/job.ts';

/** What a part of an ad is about, by its heading. `aside` is what asks nothing of anybody: benefits, about us, how to apply. */
export type AdSection = 'asked' | 'wished' | 'learned' | 'tasks' | 'aside' | 'open';

/** The priority of a line whose own words say nothing about it. */
export const SECTION_PRIORITY: Readonly<Record<Exclude<AdSection, 'aside'>, Priority>> = {
  asked: 'must',
  wished: 'want',
  learned: 'trainable',
  tasks: 'want',
  open: 'want',
};

/** One sentence or list entry of an ad with the part in which it stands. */
export interface AdSentence {
  readonly text: string;
  readonly section: AdSection;
  /** An entry of a list asks by standing in it; running text asks by its words. */
  readonly listed: boolean;
}

/** In the order of asking: "nice to have skills" is wished although it says skills. */
const HEADINGS: readonly (readonly [AdSection, RegExp])[] = [
  [
    'aside',
    /\b(?:benefits?|perks|we offer|what you get|what we give|our offer|about (?:us|the (?:company|team))|who we are|how to apply|apply|application|contact|salary|pay|equal opportunit|diversity|privacy|location|why (?:us|join))\b/iu,
  ],
  ['learned', /\b(?:learn|training|we (?:will )?(?:train|teach)|on the job)\b/iu],
  ['wished', /\b(?:nice|bonus|plus|preferred|desirable|desired|ideal(?:ly)?|advantage|optional|wish)\b/iu],
  [
    'asked',
    /\b(?:requirements?|required|qualifications?|must|essential|you (?:bring|have|need|offer)|your (?:profile|skills|background|experience)|who you are|what we (?:need|expect|look)|looking for|skills|competenc(?:e|ies|y)|experience|minimum|knowledge|education|about you)\b/iu,
  ],
  [
    'tasks',
    /\b(?:responsibilit(?:y|ies)|duties|tasks?|what you(?: will|['’]ll)? do|your (?:role|job|day|work)|the (?:role|job|position)|you will)\b/iu,
  ],
];

const ASIDE_SENTENCE =
  /\b(?:equal opportunit|regardless of|without regard to|we offer|we are proud|our benefits|salary|per (?:hour|year|annum)|competitive pay|paid (?:leave|holiday)|holidays?|pension|health insurance|apply (?:now|by|with|via|at|through)|send your|submit your|cover letter|founded in|is a leading|our mission|our values|reasonable accommodations?|data protection notice)\b/iu;

const LIST_MARK = /^\s*(?:[-*•·–—▪◦►✓]|\d{1,2}[.)])\s+/u;

/** @returns The sentences and list entries of an ad that may ask something, in order; asides are left out. */
export function sentencesOfAd(ad: string): readonly AdSentence[] {
  const sentences: AdSentence[] = [];
  let section: AdSection = 'open';
  let afterList = false;
  for (const raw of ad.split(/\r?\n/u).slice(0, 5000)) {
    const listed = LIST_MARK.test(raw);
    const line = raw.replace(LIST_MARK, '').trim();
    const heading = listed ? null : headingOf(line);
    if (heading !== null) {
      section = heading;
      afterList = false;
      continue;
    }
    // Running text behind a list belongs to the heading above it no longer.
    if (afterList && !listed && line !== '' && section !== 'aside') section = 'open';
    afterList = listed || (afterList && line === '');
    for (const text of splitSentences(line)) {
      if (section !== 'aside' && !ASIDE_SENTENCE.test(text)) sentences.push({ text, section, listed });
    }
  }
  return sentences;
}

/** A heading is a short line that ends in no full stop, or in a colon with nothing behind it. */
function headingOf(line: string): AdSection | null {
  const words = line.replace(/^#+\s*|[*_:]+/gu, '').trim();
  if (words === '' || words.split(/\s+/u).length > 7 || /[.!?,;]$/u.test(words)) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** At the end of a sentence, but not after "e.g." or in "Node.js". */
function splitSentences(line: string): readonly string[] {
  return line
    .split(/(?<!\b(?:e\.g|i\.e|etc|incl|approx|min|no|ca))(?<=[.!?;])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{2,}|\b[CR]\b/u.test(sentence));
}
