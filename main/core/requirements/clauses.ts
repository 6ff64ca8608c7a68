import type { AdSection } from './ad-headings.ts';
import type { Priority } from '../../../shared/model/job.ts';
import {
  DUTIES,
  EVENTS,
  EVENTS_OF_APPLYING,
  FRAMED_PRIORITY,
  HAVING,
  INVITES,
  IN_CHARGE,
  JOINS_US,
  LEAD_IN,
  LEARNING,
  LIKEWISE,
  NOUNS_OF_ASKING,
  QUESTIONS,
  SIDE_LABEL,
  SOMEONE,
  SOUGHT,
  SUBJECT_TO,
  TAUGHT,
  TITLE_WILL,
  TRAINING,
  TRAINING_IN,
  TURNS,
  TURNS_OF_ASKED,
  TURNS_OF_NOUNS,
  WHO_ASKED,
  WHO_WILL,
} from './clause-patterns.ts';
import { statedPriority } from './line-priority.ts';
import { splitOutside } from './split-outside.ts';
import { beginsWithBaseVerb } from './verbs.ts';

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
