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

/** In the order of asking: "nice to have skills" is wished although it says skills. */
const HEADINGS: readonly (readonly [AdSection, RegExp])[] = [
  [
    'open',
    /^(?:(?:any |some )?(?:additional|important|further|other|key|more) (?:information|details|notes|things to know)|please note|good to know|the small print|small print|conditions)$/u,
  ],
  [
    'aside',
    /\b(?:benefits?|perks|we(?:['’]re| are)? (?:can )?offer(?:ing)?|what (?:you|we)(?:['’]ll)? (?:get|give|pay|provide)|you(?:['’]ll)? get(?!.*points)|(?:do|will) (?:i|you) get|^look forward to|in return|in it for you|our (?:offer|values|culture|story|mission)|about (?:us|our|the (?:company|team|organisation|organization|employer|school|university|department))|who (?:we are|is)|we (?:give|provide)(?: you)?|company (?:description|profile)|how to apply|apply|application|interested|contact|salary|pay|compensation|remuneration|package|rewards?|hours|rate|equal(?:ity)?|opportunity employer|diversity|inclusion|privacy|data protection|location|closing date|reference|start date|contract|^(?:working|life) (?:for|with|at)\b|(?:similar|related|other) (?:jobs|vacancies|roles|positions)|next steps|^(?:our |the )?selection process|recruitment process|share this|job id|posted|working time|holidays?)\b/u,
  ],
  [
    'aside',
    /^(?:the )?(?:background|context|introduction|our client|the (?:company|employer|organi[sz]ation|school|trust))$/u,
  ],
  [
    'learned',
    /\b(?:learn|training (?:provided|given|offered)|we(?: will| can|['’]ll)? (?:train|teach|show)|on the job|training)\b/u,
  ],
  [
    'tasks',
    /\b(?:essential|key|main|primary|core|major|principal) (?:job )?(?:duties|functions|responsibilities|tasks|accountabilities)\b/u,
  ],
  [
    'wished',
    /\b(?:nice|bonus|plus(?:es)?|preferred|preferably|desirable|desired|ideal(?:ly)?|advantage(?:s|ous)?|optional|wish ?list|extra points|extras|would (?:also )?be (?:an? )?(?:great|good|useful|helpful|amazing|fantastic|awesome|wonderful|brilliant|cool|lovely|bonus|advantage|plus)|would (?:also )?help|helpful|useful|handy|good to have|great to have|beneficial|even better|not (?:essential|a must|required|necessary|mandatory)|extra (?:love|credit)|brownie points|bonus points|you may also|would love)\b/u,
  ],
  [
    'asked',
    /\b(?:requirements?|required(?! for| from)|requires?|appoint|who$|qualifications?|must(?:[- ]haves?)?|essentials?|you (?:bring|have|need|offer|are)|you(?:['’]ll| will) (?:need|have|bring)|your (?:profile|skills|background|experience|qualifications)|who you are|(?:what )?we(?:['’]re|['’]d| are| would)? (?:need|expect|look(?:ing)?|love to see|ask|require|want)|looking for|skills|competenc(?:e|ies|y)|experience|minimum|knowledge|education|about you|(?:the|ideal|our) (?:person|candidate)|person specification|candidate profile|criteria|what it takes|assess(?:ed)? (?:you )?against|behaviou?rs|certifications?|licen[cs]es?|languages?|to be successful|^(?:knowledge of|ability to|skills? in)$|attributes|(?:personal )?qualities|aptitudes?|abilities|traits|person spec|other)\b/u,
  ],
  [
    'tasks',
    /\b(?:responsibilit(?:y|ies)|accountabilit(?:y|ies)|duties|tasks?|what you(?: will|['’]ll)? (?:do|be)|what (?:will|would) you|what the (?:job|role) (?:involves|is)|(?:your|the) (?:new )?(?:role|job|day|work|position|mission|post)|job (?:description|summary|purpose)|about the (?:job|role|position)|you(?: will|['’]ll)|role overview|purpose|overview|key activities|in this role)\b/u,
  ],
];

/** Where an ad comes down to one word over a list: "You:", "We:", "Wanted". */
const SHORT: Readonly<Record<string, AdSection>> = {
  you: 'asked',
  we: 'aside',
  us: 'aside',
  wanted: 'asked',
  role: 'tasks',
};

const LONGEST_HEADING = 140;

/** @returns What a heading is about, or null where the words are none that stands over a part of an ad. */
export function sectionOfHeading(words: string): AdSection | null {
  if (words.length > LONGEST_HEADING) return null;
  // "The Programme Officer will:", "Applicants should:": the last words say what follows.
  const lead =
    /\b((?:will|should|must) (?:have|be|bring|possess|hold|demonstrate|need|show)(?:\/\p{L}+)?|will|include|includes|including|involves?|responsible for|should|must)\s*:\s*$/iu.exec(
      words,
    );
  if (lead !== null && /\s/u.test(words.trim()))
    return /^(?:should|must)|\s/iu.test(lead[1] ?? '') && !/for$/iu.test(lead[1] ?? '') ? 'asked' : 'tasks';
  const plain = words
    .replace(/^[#\s]+|[*_:]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain === '' || plain.split(' ').length > (/:\s*$/u.test(words) ? 16 : 9)) return null;
  const lower = plain.toLowerCase();
  if (Object.hasOwn(SHORT, lower)) return SHORT[lower] ?? null;
  // "Why Fernwick?" is about Fernwick, whatever it is called.
  if (lower.startsWith('why ')) return 'aside';
  return HEADINGS.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}

/** Words of which a heading over requirements may be made entirely. */
const HEADING_WORDS = new Set(
  `a abilities ability additional and any aptitude aptitudes attributes background certifications characteristics competence
  competences competencies competency criteria desirable desired education educational essential experience experiences for
  general ideal ideally job key knowledge language languages licences main minimum must nice of optional or other person
  personal preferred professional profile qualification qualifications qualities required requirement requirements role skill
  skills soft special specific specification specifications technical the to training have haves circumstances behaviours
  apply application benefits closing contact contract date details diversity duties equal equality hours how important information
  location nationality notes offer opportunities opportunity package pay perks process responsibilities rewards salary selection tasks
  interested next steps overview summary purpose company employer organisation organization`.split(/\s+/u),
);

/**
 * True where a line that nothing marks as a heading can be one even in the midst of entries without bullets: "Skills and
 * knowledge", not "Good communication skills".
 */
export function isPlainHeading(words: string): boolean {
  if (
    /^(?:working|life) (?:for|at|with)\b|^(?:why|meet|join)\b|\b(?:you|we|your|our|us|what|who|about|role|job)\b/iu.test(
      words,
    )
  )
    return true;
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word === '' || HEADING_WORDS.has(word));
}
