import type { Priority, SuggestedRequirement } from '../../../shared/model/job.ts';
import { SECTION_PRIORITY, sentencesOfAd, type AdSection } from './ad-sections.ts';
import { suggestedLine } from './job-file.ts';
import { degreeLevel, kindOf } from './line-kind.ts';
import { isOnlyProxy, proxiesIn } from './proxies.ts';

/** More lines than this nobody would accept one by one. */
const MOST_LINES = 200;
const LONGEST_LINE = 300;

/** Words by which running text asks for something. Entries of a list ask without them. */
const ASKS =
  /\b(?:experience|experienced|knowledge|ability|able to|skills?|skilled|proficien\w*|fluent|fluency|familiar\w*|understanding|expertise|qualif\w*|degree|bachelor\S*|master\S*|diploma|certificat\w*|certified|licen[cs]e\w*|must|required?|requires|essential|you (?:can|have|are|bring|know|use|need|speak)|native speaker|digital native|years? old|proven|background in|working language)\b/iu;

const PRIORITY_WORDS: readonly (readonly [Priority, RegExp])[] = [
  [
    'trainable',
    /\b(?:we(?: will|['’]ll)? (?:train|teach|show)|training (?:is )?(?:provided|given)|will be trained|(?:can|will) (?:be )?learn(?:ed|t)?|willing(?:ness)? to learn)\b/iu,
  ],
  [
    'want',
    /\b(?:advantage|advantageous|a plus|preferred|preferably|nice to have|desirable|desired|ideally|bonus|welcome|helpful|beneficial)\b/iu,
  ],
  ['must', /\b(?:must|required|essential|mandatory|necessary|minimum|at least|prerequisite)\b/iu],
];

/**
 * Reads an ad's requirements: each line with the sentence it came from, for a person to accept. What stands in an ad
 * is text and nothing else, also where it reads like an order to a program.
 *
 * @param ad Plain text.
 */
export function suggestRequirements(ad: string): readonly SuggestedRequirement[] {
  const seen = new Set<string>();
  const lines: ReadLine[] = [];
  for (const { text, section, listed } of sentencesOfAd(ad)) {
    if (!listed && !ASKS.test(text) && proxiesIn(text).length === 0) continue;
    if (!listed && section === 'open' && !ASKS.test(text)) continue;
    for (const line of linesOfSentence(text, section)) {
      const key = line.text.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      lines.push(line);
    }
  }
  return lines.slice(0, MOST_LINES).map((line, index) => suggestedLine(index, line));
}

/** The lines of one phrase that is known to ask something, as in a JobPosting's `skills`. */
export function linesOfPhrase(phrase: string, priority: Priority): readonly SuggestedRequirement[] {
  return linesOfSentence(phrase.trim(), priority === 'must' ? 'asked' : 'wished').map((line, index) =>
    suggestedLine(index, line),
  );
}

/** @returns The first line of an ad where it is short enough for a title. */
export function adTitle(ad: string): string | null {
  const first =
    ad
      .split(/\r?\n/u)
      .find((line) => line.trim() !== '')
      ?.replace(/^#+\s*/u, '')
      .trim() ?? '';
  return first !== '' && first.split(/\s+/u).length <= 12 && !/[.!?]$/u.test(first) ? first : null;
}

type ReadLine = Parameters<typeof suggestedLine>[1];

function linesOfSentence(sentence: string, section: AdSection): readonly ReadLine[] {
  const bySection = section === 'aside' ? 'want' : SECTION_PRIORITY[section];
  const priority = PRIORITY_WORDS.find(([, pattern]) => pattern.test(sentence))?.[0] ?? bySection;
  const warnings = proxiesIn(sentence);
  const source = { sourceSentence: sentence.slice(0, 5000), priority, warnings };
  if (isOnlyProxy(sentence)) return [{ ...source, text: cut(withoutStop(sentence)), kind: 'characteristic' }];
  const asked = askedWords(sentence);
  if (asked === '') return [];
  return entriesOf(asked).map((entry) => {
    const alternatives = alternativesIn(entry);
    return {
      ...source,
      text: cut(entry),
      kind: kindOf(entry, sentence, section),
      level: degreeLevel(entry),
      alternatives: alternatives.map(cut),
    };
  });
}

/** What surrounds the thing asked: how much of it, how it is wished for, and whose it is. Taken off until nothing is left to take. */
const BEFORE: readonly RegExp[] = [
  /^(?:and|or|also|plus|as well as|preferably|ideally|additionally|furthermore)[,:]?\s+/iu,
  /^(?:you|candidates?|applicants?|the (?:ideal |successful )?(?:candidate|applicant))\s+(?:(?:should|must|will|can|could|may|also|already|confidently)\s+)*(?:(?:have|has|bring|possess|be|are|know|need|demonstrate|hold|show)\s+)?/iu,
  /^(?:must|should)\s+(?:have|be|hold|possess)\s+/iu,
  /^(?:we (?:will )?(?:train|teach) you in|we (?:expect|need|require|look for|are looking for))\s+/iu,
  /^(?:an?|the|some|any|your|our)\s+/iu,
  /^(?:very|strong|solid|good|excellent|great|proven|demonstrated|deep|broad|basic|advanced|sound|extensive|practical|hands-on|relevant|previous|prior|working|professional|first|initial|confident|outstanding|in-depth|thorough)\s+(?=\p{L})/iu,
  /^(?:at least |a minimum of |minimum(?: of)? |over |more than )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten)\s*\+?(?:\s*[-–]\s*\d{1,2}|\s+to\s+\w+)?\+?\s+years?['’]?\s+(?:of\s+)?/iu,
  /^(?:work(?:ing)?\s+)?experienced?\s+(?:with|in|of|using|as)\s+(?:using\s+|working with\s+)?/iu,
  /^(?:knowledge|understanding|command|mastery)\s+(?:of|in)\s+/iu,
  /^(?:familiarity|expertise|proficiency|competence|skills?|background|confidence|interest)\s+(?:with|in|of|at)\s+/iu,
  /^(?:familiar with|proficient (?:with|in|at)|skilled (?:in|at|with)|expert in|competent in|versed in|fluency in)\s+/iu,
  /^(?:(?:the )?ability|able|capable|willing|willingness|ready)\s+(?:to|of)\s+/iu,
  /^required:?\s+/iu,
];

const BEHIND: readonly RegExp[] = [
  /[\s.;:,!]+$/u,
  /[\s,(]+(?:is|are|would be|will be)?\s*(?:an? )?(?:(?:big|clear|definite|real|strong|distinct) )?(?:advantage|plus|must|bonus|asset|required|preferred|desirable|desired|essential|mandatory|necessary|welcome|helpful|beneficial|advantageous|nice to have|prerequisite)\)?$/iu,
  /\s+(?:is|are) (?:needed|expected)$/iu,
  /\s+(?:with (?:confidence|care|ease)|as your working language)(?=$|\s+and\s)/iu,
  /(?<=\p{L}\s+\p{L}.*)\s+experience$/iu,
];

function askedWords(sentence: string): string {
  let words = sentence.trim();
  for (let pass = 0; pass < 6; pass += 1) {
    const before = words;
    for (const pattern of [...BEHIND, ...BEFORE]) words = words.replace(pattern, '').trim();
    if (words === before) break;
  }
  return words;
}

/** "SQL, Python and Tableau" asks three things; a sentence with verbs and clauses asks one. */
function entriesOf(asked: string): readonly string[] {
  if (/\bor\b/iu.test(asked)) return [asked];
  const entries = asked.split(/\s*,\s*(?:and\s+)?|\s+and\s+/u).filter((entry) => entry !== '');
  const areNames = entries.length > 1 && (entries.length > 2 || asked.split(/\s+/u).length <= 3);
  return areNames && entries.every((entry) => entry.split(/\s+/u).length <= 3) ? entries : [asked];
}

/** "A degree or equivalent experience", "Python or R": any one would do, and each is compared on its own. */
function alternativesIn(entry: string): readonly string[] {
  if (!/\bor\b/iu.test(entry)) return [];
  const [first = '', ...others] = entry
    .split(/\s*,\s*(?:or\s+)?|\s+or\s+/iu)
    .map(askedWords)
    .filter((part) => part !== '');
  // "program in Python or R": the words before the first name belong to each of them, and the names alone will do.
  const name = /\s(?:in|with|of|using)\s+(\p{Lu}\S*)$/u.exec(first)?.[1];
  return [...new Set([name ?? first, ...others])].filter((part) => part !== entry);
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[\s.;:,!]+$/u, '');
}

function cut(text: string): string {
  return text.slice(0, LONGEST_LINE);
}
