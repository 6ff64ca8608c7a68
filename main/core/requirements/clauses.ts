import type { AdSection } from './ad-headings.ts';
import type { Priority } from '../../../shared/model/job.ts';
import { statedPriority } from './line-priority.ts';
import { beginsWithBaseVerb, beginsWithGerund, isBareVerb } from './verbs.ts';

/** A part of a sentence that asks one thing, or several of the same sort. */
export interface Clause {
  /** As in the sentence. */
  readonly words: string;
  /** Without what speaks to the reader: "You will", "Applicants must have". */
  readonly asked: string;
  readonly section: AdSection;
  /** What the words say about how much it is asked; null where they say nothing. */
  readonly priority: Priority | null;
  /** What is done at work, told one after the other: "lead a team and handle complaints". */
  readonly isTold: boolean;
}

/** Where a sentence turns to another thing to ask. */
const TURNS =
  /\s*;\s+|,?\s+and\s+(?=(?:you(?:['’]\p{L}+)?|we|the successful candidate)\s)|,\s+(?:but\s+)?(?=you(?:['’]\p{L}+)?\s+(?:must|should|can|have|are|need)\b)|\s+(?=(?:duties|responsibilities) (?:include|incl|are)\b)|(?<=\p{Ll}{2,})\s+(?=you (?:must|will need|should)\b)|,\s+for which\s+/iu;
/** …and to another thing that somebody must have or be, after "must". */
const TURNS_OF_ASKED =
  /(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:be|have|hold|know|understand|speak|possess|demonstrate|enjoy|are|can|is|has|knows|holds|speaks)\s|(?:experienced|comfortable|confident|familiar|proficient|skilled|able|willing|fluent|happy|qualified) (?:in|with|at|to|working)\s|(?:of|in|with) \p{L}+ing\s|(?:an? |the |good |strong |excellent |proven )?(?:experience|knowledge|ability|proficiency|familiarity|understanding|background|willingness) (?:of|in|with|to)\s)/iu;
/** …and between entries that each name what is asked: "good skills and the ability to …". */
const TURNS_OF_NOUNS =
  /(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:an? |the )?(?:ability|experience|proficiency|familiarity|willingness) (?:of|in|with|to)\s)/iu;
/** "X is desirable, as is Y" says of both what it says of the first. */
const LIKEWISE =
  /^(.{3,300}?)\s(helps?|(?:is|are|would be)\s[^,]{4,40})(?:,\s+as\s+(?:is|are|would be)|,?\s+and\s+so\s+(?:is|are|does|do))\s+([^,]+)(?:,.*)?$/iu;

const LEAD_IN =
  /^(?:(?:during|after|within|over|throughout|in (?:this|your|the)|as(?! well)|on a|reporting to|working with|based in|together with)\b[^,]{0,80}?(?:,\s*|\s+(?=(?:you|we)\b)))/iu;
const WHO =
  '(?:you|the (?:post ?holder|job ?holder|role holder|incumbent|successful (?:candidate|applicant)|ideal (?:candidate|applicant))|(?:(?:our|your) )?(?:successful |ideal |perfect |right )?(?:candidates?|applicants?)|he or she|they)';
/** "The Management Accountant will": the job's title in capitals. */
const TITLE_WILL = /^[Tt]he \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3} will\s+/u;
/** "Security: the successful candidate …" */
const SIDE_LABEL = /^\p{Lu}[\p{L} ]{2,30}:\s+(?=(?:you|the|candidates?|applicants?|we|this)\b)/u;
const WHO_WILL = new RegExp(
  `^${WHO}(?:['’]ll| will| would| are going to|['’]ll be| shall)\\s+(?:also |then |mainly |primarily |regularly |typically |currently )*`,
  'iu',
);
const WHO_ASKED = new RegExp(
  `^(?:ideally,? |preferably,? )?(?:${WHO}|someone(?: who)?)(?:['’](?:ve|re|d|s))?\\s+(?:must|should|has|have|is|are|can|needs?|brings?|knows?|holds?|speaks?|excels?|shows?|understands?|possess(?:es)?|writes?|enjoys?|likes?|loves?|demonstrates?|got|a|an|able|comfortable|confident|fluent|experienced|familiar|happy|not)\\b`,
  'iu',
);
const HAVING =
  /^(?:have|need|bring|possess|hold|demonstrate|be (?:able|subject to|an?|comfortable|confident|fluent|familiar|experienced|qualified|required to have|someone|proficient|skilled|willing|happy|expected to have))\b/iu;
const LEARNING =
  /^(?:(?:also )?learn|be (?:trained|taught)|train in|receive training in|complete (?:the|your|an?) .*(?:certificate|training))\b/iu;
const EVENTS =
  /^(?:get|receive|enjoy|earn|join|find|benefit|become|be (?:offered|paid|given|based|rewarded|part|joining|working|notified|contacted|asked|invited)|report|start|work (?:from|in|at|for|\d|on a|alongside|within)|not|only|see|feel|love)\b/iu;
const EVENTS_OF_APPLYING =
  /^(?:join|apply (?:for|to|now|today)|contact|send|visit|see|please|email|call|click|read more|find out|learn more|work (?:from|in|at|for|with us)|get|make (?:a|the|your)|take (?:a|the) next|share (?:this|your)|change (?:your|the)|start)\b/iu;
const IN_CHARGE =
  /^be (?:responsible for|in charge of|expected to|tasked with|involved in|required to|accountable for)\s+(?:the\s+)?/iu;
const DUTIES =
  /^(?:(?:the|your|this|main|key)\s+)*(?:role|job|work|position|tasks?|duties|responsibilities|post)\s*(?:will\s+)?(?:also\s+)?(?:incl(?:udes?|uding)?\.?|involves?|consists? of|comprises?|entails?|are to)\s*(?:but (?:are|is) not limited to)?\s*:?\s+/iu;
const TAUGHT =
  /^(?:you(?:['’]ll| will| can) (?:also )?(?:learn|be trained in|be taught)|we(?:['’]ll| will| can)? (?:teach|train|show) you(?: in| how to| to)?:?|we(?:['’]ll| will) put you through)\s+/iu;
/** "This post is subject to a check". */
const SUBJECT_TO = /^(?:this|the) (?:post|role|position|appointment|job)\s+(?:is|will be)\s+subject to\s+/iu;
const TRAINING_IN =
  /^(?:full |further )?training (?:in|on|for)\s+(.{3,120}?)\s+(?:is|can be|will be) (?:provided|given|offered|available)\b.*$/iu;
/** "Full training will be given" says something of what stands before it. */
const TRAINING = /^(?:if (?:you|not)\b[^,]*,\s*)?(?:full |further |on-the-job )?training (?:is|can|will|may)\b/iu;
const SOUGHT =
  /^(?:(?:[Ww]e|[Oo]ur client|[Tt]he (?:[Gg]overnors|[Bb]oard|[Tt]rust|[Cc]ompany|[Cc]ouncil|[Ss]chool|[Uu]niversity|[Tt]eam)|(?!You)\p{Lu}[\p{L}&'’ ]{2,50}?)\s*(?:['’](?:re|d|m)|are|is)?\s+(?:currently )?(?:looking for|seeking|searching for|in (?:need|search) of|need|needs|require|requires|expect|want|wants|wish(?:es)? to appoint|would (?:love|like)|love|invites? applications from)|[Ll]ooking for|[Ss]eeking|(?:[Aa]n? )?(?:[Ee]xciting |[Gg]reat )?[Oo]pportunity for|[Ww]anted:?|[Rr]equired:)\s+(?:you to\s+)?/u;
const SOMEONE =
  /^(?:an? |the )?(?:(?:\p{L}[\p{L}-]*\s+){0,3}?)(?:someone|somebody|person|people|individuals?|candidates?|colleagues?|applicants?|team member|professionals?)\s+(?:with|who(?:['’]s)?|that|to)\s+/iu;
const NOUNS_OF_ASKING =
  /^(?:(?:\p{L}[\p{L}-]*\s+){0,3}?)(?:proficient|skilled|experienced|familiar|fluent|adept|competent|capable|expert|able to|well-versed|knack|eye for|flair|experience|knowledge|ability|proficiency|familiarity|fluency|understanding|expertise|background|command|competence|skills?|willingness|readiness|aptitude|track record|commitment|passion|speakers?|licen[cs]e|degree|diploma|qualification)\b/iu;
/** "Are you able to …?", "Do you have …?" ask; other questions only catch the eye. */
const QUESTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /^are you (?=(?:an? .{3,60} with|able|capable|experienced|skilled|proficient|familiar|fluent|passionate|comfortable|confident|qualified|someone who)\b)/iu,
    'you are ',
  ],
  [/^do you (?=(?:have|bring|know|speak|hold|possess|understand)\b)/iu, 'you '],
  [
    /^we(?:['’]d| would) (?:also )?(?:love|like|prefer) it if you (?=(?:have|are|know|can|speak|hold)\b)/iu,
    'ideally you ',
  ],
  [/^(?:can you|are you someone who can) /iu, 'you can '],
];
/** "Join our team and …": what follows is what is done. */
const INVITES =
  /^(?:come and )?(?:join|become part of)\s[^,.]{0,80}?\b(?:team|company|us|organi[sz]ation|firm)\b[^,.]{0,60}?\s(?:and|to|where you(?:['’]ll| will))\s+/iu;
const JOINS_US = /\s+to (?:join|work (?:in|at|for|with)|support|strengthen|help|lead|run|manage)\b.*$/iu;

/** @returns The parts of a sentence that ask something, in order; nothing where it tells without asking. */
export function clausesOf(sentence: string, section: AdSection, listed: boolean): readonly Clause[] {
  const likewise = LIKEWISE.exec(sentence);
  const parts =
    likewise === null
      ? [sentence]
      : [`${likewise[1]} ${likewise[2]}`, `${likewise[3]?.replace(/[.]$/u, '')} ${likewise[2]}`];
  return parts
    .flatMap((part) => part.split(TURNS))
    .flatMap(splitByPriority)
    .flatMap((words) => clauseOf(words.trim(), section, listed));
}

function clauseOf(words: string, section: AdSection, listed: boolean): readonly Clause[] {
  const [question, statement] = QUESTIONS.find(([pattern]) => pattern.test(words)) ?? [/^$/u, ''];
  const asked = words
    .replace(/^["“'‘]+/u, '')
    .replace(question, statement)
    .replace(INVITES, '')
    .replace(SIDE_LABEL, '')
    .replace(LEAD_IN, '')
    .replace(/^(?:and|but|also|plus)[, ]+/iu, '');
  const priority = statedPriority(words);
  const one = (rest: string, of: AdSection, isTold = false): readonly Clause[] => [
    { words, asked: rest, section: of, priority, isTold },
  ];
  const told = (rest: string) => one(rest, 'tasks', true);
  const wanted = (rest: string): readonly Clause[] =>
    rest.split(TURNS_OF_ASKED).map((part) => ({
      words: part,
      asked: part,
      section: sectionOfAsked(section),
      priority: statedPriority(part) ?? priority,
      isTold: false,
    }));

  if (TRAINING.test(asked)) return [];
  if (TRAINING_IN.test(asked)) return one(asked.replace(TRAINING_IN, '$1'), 'learned');
  if (SUBJECT_TO.test(asked)) return wanted(asked.replace(SUBJECT_TO, ''));
  if (DUTIES.test(asked)) return told(asked.replace(DUTIES, ''));
  if (TAUGHT.test(asked)) return one(asked.replace(TAUGHT, ''), 'learned');
  if (WHO_WILL.test(asked) || TITLE_WILL.test(asked)) {
    const rest = asked.replace(WHO_WILL, '').replace(TITLE_WILL, '');
    if (LEARNING.test(rest)) return one(rest.replace(LEARNING, '').trim(), 'learned');
    if (HAVING.test(rest)) return wanted(rest);
    if (IN_CHARGE.test(rest)) return told(rest.replace(IN_CHARGE, ''));
    return EVENTS.test(rest) ? [] : told(rest);
  }
  if (section === 'tasks' && /^you\s/iu.test(asked) && beginsWithBaseVerb(asked.slice(4))) return told(asked.slice(4));
  if (WHO_ASKED.test(asked)) return wanted(asked);
  const sought = SOUGHT.exec(asked)?.[0];
  if (sought !== undefined) {
    const rest = asked.slice(sought.length);
    // "We expect you to have …" has the same words behind it as "You have …".
    const named = /\byou to\s+$/iu.test(sought) ? rest : soughtIn(rest);
    return named === null ? [] : wanted(named);
  }
  if (listed) {
    if (/^(?:we|our)\b/iu.test(asked)) return [];
    return asked.split(TURNS_OF_NOUNS).flatMap((part) => one(part, section));
  }
  if (section === 'asked' || section === 'wished' || section === 'learned') return one(asked, section);
  if (section === 'tasks' && !/^(?:we|our|the|it|its|this|that|at|with|since|there|if|please)\b/iu.test(asked)) {
    return told(asked);
  }
  if (section === 'open' && beginsWithBaseVerb(asked) && !EVENTS_OF_APPLYING.test(asked)) return told(asked);
  const isAsking = NOUNS_OF_ASKING.test(asked) || priority !== null;
  return isAsking && !/^(?:we|our|the (?:company|team)|if|please|this|that|there)\b/iu.test(asked) ? wanted(asked) : [];
}

/** "We are looking for a nurse to join us" names the job; "someone with …", "who can …" asks. */
function soughtIn(rest: string): string | null {
  if (SOMEONE.test(rest)) return rest.replace(SOMEONE, '');
  const who = /^.{0,80}?\s(?:with|who(?:['’]s)?)\s+/iu;
  if (who.test(rest)) return rest.replace(who, '');
  const person = rest.replace(JOINS_US, '').trim();
  const isAsked = NOUNS_OF_ASKING.test(person) || /\b(?:registered|certified|licensed|chartered)\b/iu.test(person);
  return isAsked ? person : null;
}

/** Words that ask make a must of what stands under no heading. */
function sectionOfAsked(section: AdSection): AdSection {
  return section === 'open' || section === 'tasks' ? 'asked' : section;
}

/** A word of priority before a list is about all of it: "you must have …", "we train you in …". */
const FRAMED_PRIORITY = /^.{0,40}?\b(?:must|should|need to|has to|have to|required to|train you|teach you|learn)\b/iu;

/** "English, Spanish preferred": the last entry's word of priority is its own, unless it ends a list ("A, B and C preferred"). */
function splitByPriority(clause: string): readonly string[] {
  if (/^(?:an? )?(?:young|mature)\b/iu.test(clause)) return [clause];
  const parts = splitOutside(clause, /,\s+/u);
  const groups: string[] = [];
  let open = '';
  for (const part of parts) {
    const isTail = /^(?:ideally|preferably|but|as|which|so|because|although|where|if|or|and)\b/iu.test(part);
    const isOwn = statedPriority(part) !== null && !isTail && !/\s(?:and|or|&)\s/iu.test(part);
    if (open !== '' && !isTail && (isOwn || statedPriority(open.replace(FRAMED_PRIORITY, '')) !== null)) {
      groups.push(open);
      open = part;
    } else {
      open = open === '' ? part : `${open}, ${part}`;
    }
  }
  return open === '' ? groups : [...groups, open];
}

/** Splits where the separator stands outside of brackets. */
export function splitOutside(text: string, separator: RegExp): readonly string[] {
  const hidden: string[] = [];
  const masked = text.replace(
    /[([][^()[\]]*[)\]]/gu,
    (inside) => `\uE000${String.fromCodePoint(0xe100 + hidden.push(inside) - 1)}`,
  );
  return masked
    .split(separator)
    .map((part) => part.replace(/\uE000(.)/gu, (_, sign: string) => hidden[(sign.codePointAt(0) ?? 0) - 0xe100] ?? ''));
}

/**
 * "lead a team, handle complaints and cash up": three acts. A verb without an object shares that of the next ("assess
 * and plan care"), and what is not a verb belongs to what stands before it.
 */
export function actsOf(all: string): readonly string[] {
  const told = all.replace(/^to\s+/iu, '');
  const parts = splitOutside(told, /(?:,\s+(?:and\s+|as well as\s+)?|\s+and\s+(?=\p{L}+(?:\s|$))|\s*;\s*)(?=\S)/u);
  const acts: string[] = [];
  let rest = told;
  for (const part of parts) {
    const at = rest.indexOf(part);
    const glue = rest.slice(0, at);
    rest = rest.slice(at + part.length);
    const last = acts.at(-1);
    // Acts told one after the other have one form: "washing" is no third act in "help with dressing, washing".
    const begins =
      /^(?:for|to)\s+\p{L}+/iu.test(part) ||
      (beginsWithBaseVerb(told) ? beginsWithBaseVerb(part) : beginsWithGerund(part));
    if (last === undefined || (begins && !isOpenEnded(last))) acts.push(part);
    else acts[acts.length - 1] = `${last}${glue}${part}`;
  }
  return acts.map((act) => act.replace(/^(?:for|to|the)\s+(?=\p{L}+)/iu, '')).filter((act) => act !== '');
}

/** The last part is a verb that still waits for its object. */
function isOpenEnded(act: string): boolean {
  if (/^\p{L}+ing\s+and\s+\p{L}+ing$/iu.test(act)) return false;
  return isBareVerb(act.split(/,\s+|\s+and\s+/u).at(-1) ?? act);
}
