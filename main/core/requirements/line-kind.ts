import type { RequirementKind } from '../../../shared/model/job.ts';
import type { AdSection } from './ad-sections.ts';

const LICENCE =
  /\b(?:licen[cs]e[ds]?|licensure|registration as|registered (?:nurse|engineer|architect)|driving permit|permit to)\b/iu;
const CREDENTIAL =
  /\b(?:degrees?|bachelor(?:['’]?s)?|master(?:['’]s|s degree)|b\.?sc|m\.?sc|mba|ph\.?d|doctorate|diploma|certificates?|certifications?|certified|apprenticeship|qualification as)\b/iu;
const LANGUAGES =
  /\b(?:english|french|german|spanish|italian|portuguese|dutch|polish|czech|slovak|hungarian|romanian|bulgarian|greek|turkish|arabic|hebrew|russian|ukrainian|chinese|mandarin|cantonese|japanese|korean|hindi|urdu|bengali|punjabi|tamil|vietnamese|thai|swedish|norwegian|danish|finnish|estonian|latvian|lithuanian|croatian|serbian|slovenian|irish|welsh|catalan|swahili|tagalog|sign language)\b/iu;
const LANGUAGE_USE =
  /\b(?:languages?|fluen\w+|speak\w*|spoken|written|native|mother tongue|[abc][12]\b|working language|proficien\w+)/iu;
const CHARACTERISTIC =
  /\b(?:curious|curiosity|motivat\w+|passionat\w+|passion|enthusias\w+|team ?players?|self-?starters?|reliable|reliability|flexib\w+|resilien\w+|hard-?working|dynamic|energetic|ambitious|positive attitude|proactive|friendly|trustworthy|honest\w*|integrity|detail-oriented|creative mind|open-?minded|humou?r|patien(?:t|ce)|work well with others|can-do|hands-on mentality|go-getter)\b/iu;
const ACTS = /^(?!(?:\p{L}+ing|experience|knowledge)\b)\p{L}+\s+(?:\p{L}+\s+){1,}/u;

const DEGREE_LEVELS: readonly (readonly [number, RegExp])[] = [
  [8, /\b(?:ph\.?d|doctora\w+)\b/iu],
  [7, /\b(?:master(?:['’]?s)? (?:degree|of|in)|master['’]s|m\.?sc|mba)\b/iu],
  [6, /\b(?:bachelor\S*|b\.?sc)\b/iu],
];

/** What kind of thing a line asks. In case of doubt a skill; what a person is like goes to the interview. */
export function kindOf(entry: string, sentence: string, section: AdSection): RequirementKind {
  if (LICENCE.test(entry)) return 'licence';
  if (CREDENTIAL.test(entry)) return 'credential';
  if (LANGUAGES.test(entry) && (LANGUAGE_USE.test(sentence) || entry.split(/\s+/u).length <= 2)) return 'language';
  if (CHARACTERISTIC.test(entry)) return 'characteristic';
  return section === 'tasks' && ACTS.test(entry) ? 'competency' : 'skill';
}

/** EQF level of a degree by its cycle (Bologna first cycle 6, second 7, third 8); null for anything else. */
export function degreeLevel(entry: string): number | null {
  return DEGREE_LEVELS.findLast(([, pattern]) => pattern.test(entry))?.[0] ?? null;
}
