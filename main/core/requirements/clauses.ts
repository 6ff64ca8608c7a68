import type { AdSection } from './ad-headings.ts';
import type { Priority } from '../../../shared/model/job.ts';
import {
  ABLE,
  BEING,
  CHECKED,
  DUTIES,
  EMPLOYEE,
  EVEN_BETTER,
  EVENTS,
  EVENTS_OF_APPLYING,
  FRAMED_PRIORITY,
  GOOD_FIT,
  HAVING,
  IF_YOU,
  INVITES,
  IN_CHARGE,
  JOINS_US,
  LEAD_IN,
  LEARNING,
  LIKEWISE,
  MEANS,
  NOUNS_OF_ASKING,
  QUESTIONS,
  REASON,
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
  TURNS_OF_MEANS,
  TURNS_OF_NOUNS,
  WHO_ASKED,
  WHO_DOES,
  WHO_MAY_APPLY,
  WHO_WILL,
  YOUR_SKILL,
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
    .flatMap((words) => {
      const [main = '', ...means] = words.trim().split(TURNS_OF_MEANS);
      const clauses = clauseOf(main, section, listed);
      // What somebody works with is asked only where the rest of the sentence asks.
      return clauses.length === 0
        ? clauses
        : [...clauses, ...means.flatMap((part) => clausesOfMeans(part, clauses[0]))];
    });
}

/** "leveraging simulation tools": the tools, asked as much as what they are used for. */
function clausesOfMeans(words: string, main: Clause | undefined): readonly Clause[] {
  const asked = words.replace(MEANS, '').replace(/^your\s+/iu, '');
  if (
    main === undefined ||
    /^(?:an?|the|our)?\s*(?:commitment|dedication|passion|ability to (?:work|thrive))\b/iu.test(asked)
  )
    return [];
  return [{ words, asked, section: main.section, priority: statedPriority(words) ?? main.priority, isTold: false }];
}

function clauseOf(words: string, section: AdSection, listed: boolean): readonly Clause[] {
  const clauses = clauseByTurns(words, section, listed);
  const named = clauses.length > 0 || listed ? null : YOUR_SKILL.exec(words);
  const skill = named?.[1] ?? named?.[2];
  if (skill === undefined) return clauses;
  return [{ words, asked: skill, section: sectionOfAsked(section), priority: statedPriority(words), isTold: false }];
}

function clauseByTurns(words: string, section: AdSection, listed: boolean): readonly Clause[] {
  const [question, statement] = QUESTIONS.find(([pattern]) => pattern.test(words)) ?? [/^$/u, ''];
  const asked = words
    .replace(/^["“'‘]+/u, '')
    .replace(/\byou(ll|re|ve|d)\b/giu, "you'$1")
    .replace(/^please note(?: that)?,?\s+(?:due to [^,]{3,60}?\s+)?(?=applicants|candidates|you|all|the)/iu, '')
    .replace(question, statement)
    .replace(GOOD_FIT, 'you')
    .replace(REASON, '')
    .replace(EMPLOYEE, 'you must ')
    .replace(INVITES, '')
    .replace(SIDE_LABEL, '')
    .replace(LEAD_IN, '')
    .replace(/^(?:and|but|also|plus)[, ]+/iu, '');
  const priority = statedPriority(words);
  const one = (rest: string, of: AdSection, isTold = false): readonly Clause[] => [
    { words, asked: rest, section: of, priority, isTold },
  ];
  const told = (rest: string) => one(rest.replace(/^be\s+(?=\p{L}+ing\b)/iu, ''), 'tasks', true);
  const wanted = (rest: string): readonly Clause[] =>
    rest.split(TURNS_OF_ASKED).map((part, _, parts) => ({
      words: part,
      asked: part,
      section: sectionOfAsked(section),
      // "We would prefer at least a year": what is preferred is no must for the words within it.
      priority: priority === 'want' && parts.length === 1 ? priority : (statedPriority(part) ?? priority),
      isTold: false,
    }));

  if (TRAINING.test(asked) || /^(?:otherwise|you (?:can(?:['’]t|not)|will not|won['’]t))\s/iu.test(asked)) return [];
  if (TRAINING_IN.test(asked)) return one(asked.replace(TRAINING_IN, '$1'), 'learned');
  if (SUBJECT_TO.test(asked)) return wanted(asked.replace(SUBJECT_TO, ''));
  if (DUTIES.test(asked)) return told(asked.replace(DUTIES, ''));
  if (TAUGHT.test(asked)) return one(asked.replace(TAUGHT, ''), 'learned');
  if (WHO_WILL.test(asked) || TITLE_WILL.test(asked)) {
    const rest = asked.replace(WHO_WILL, '').replace(TITLE_WILL, '');
    const begun = /^(?:start|begin) by\s+(?=\p{L}+ing\b)/iu;
    if (begun.test(rest)) return told(rest.replace(begun, ''));
    if (LEARNING.test(rest)) return one(rest.replace(LEARNING, '').trim(), 'learned');
    if (IN_CHARGE.test(rest)) return told(rest.replace(IN_CHARGE, ''));
    if (HAVING.test(rest)) return wanted(rest);
    return EVENTS.test(rest) ? [] : told(rest);
  }
  if (section === 'tasks' && /^you\s/iu.test(asked) && beginsWithBaseVerb(asked.slice(4))) return told(asked.slice(4));
  if (WHO_ASKED.test(asked)) return wanted(asked);
  const check = CHECKED.exec(asked)?.[1];
  if (check !== undefined) return wanted(check);
  const better = EVEN_BETTER.exec(asked)?.[1];
  if (better !== undefined) return one(better.replace(/\s+before$/iu, ''), 'wished');
  const may = (IF_YOU.exec(asked) ?? WHO_MAY_APPLY.exec(asked))?.[1];
  if (may !== undefined) return wanted(may);
  if (beginsWithBaseVerb(WHO_DOES.exec(asked)?.[1] ?? '')) return wanted(asked.replace(WHO_DOES, ''));
  // "A genuine love of animals" is no sentence about somebody who loves.
  const isSpoken = !listed || /^(?:we|our|looking|seeking|wanted|required)\b/iu.test(asked);
  const sought = isSpoken ? SOUGHT.exec(asked)?.[0] : undefined;
  if (sought !== undefined) {
    const rest = asked.slice(sought.length);
    // "We expect you to have …" has the same words behind it as "You have …".
    const named = /\byou to\s+$/iu.test(sought) ? rest : /^you\s/iu.test(rest) ? rest.slice(4) : soughtIn(rest);
    return named === null ? [] : wanted(named);
  }
  if (listed) {
    if (/^(?:we|our)\b/iu.test(asked)) return [];
    if (section === 'tasks' && BEING.test(asked)) return wanted(asked);
    return asked.split(TURNS_OF_NOUNS).flatMap((part) => one(part, section));
  }
  if (section === 'asked' || section === 'wished' || section === 'learned') return one(asked, section);
  if (section === 'tasks' && !/^(?:we|our|the|it|its|this|that|at|with|since|there|if|please)\b/iu.test(asked)) {
    return told(asked);
  }
  const act = asked.replace(/^\p{L}+ly\s+/iu, '');
  if (
    section === 'open' &&
    !/^[\p{L} ]{2,25}:\s/u.test(act) &&
    beginsWithBaseVerb(act) &&
    !EVENTS_OF_APPLYING.test(act)
  )
    return told(act);
  const isAsking = NOUNS_OF_ASKING.test(asked) || /^\d{1,2}\b.{0,12}\byears?\b/iu.test(asked) || priority !== null;
  return isAsking && !/^(?:we|our|the (?:company|team)|if|please|this|that|there)\b/iu.test(asked) ? wanted(asked) : [];
}

/** "We are looking for a nurse to join us" names the job; "someone with …", "who can …" asks. */
function soughtIn(rest: string): string | null {
  if (SOMEONE.test(rest)) return rest.replace(SOMEONE, '');
  const who = /^(?:(?!\sto\s).){0,80}?\s(?:with|who(?:['’]s)?)\s+/iu;
  if (who.test(rest)) return rest.replace(who, '');
  const able = ABLE.exec(rest)?.[0];
  if (able !== undefined) return rest.slice(able.length);
  const person = rest.replace(JOINS_US, '').trim();
  const isTitled =
    /^(?:an? )?(?:\p{L}[\p{L}-]*,?\s+){0,3}(?:experienced|skilled|expert|competent|capable)\s+(?!(?:in|with|at|of|to)\b)/iu.test(
      person,
    );
  const isAsked =
    (NOUNS_OF_ASKING.test(person) && !isTitled) || /\b(?:registered|certified|licensed|chartered)\b/iu.test(person);
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
    const isTail =
      /^(?:is|are|will be|would be|ideally|preferably|but|as|which|of which|so|because|although|where|if|or|and)\b/iu.test(
        part,
      );
    const isOwn = statedPriority(part) !== null && !isTail && !/\s(?:and|or|&)\s/iu.test(part);
    // "For this post, fluency is required": what begins a sentence belongs to it.
    const isLead = groups.length === 0 && /^(?:for|in|as|at|during|within|when)\s(?:\S+\s?){1,5}$/iu.test(open);
    if (
      open !== '' &&
      !isTail &&
      !isLead &&
      (isOwn || statedPriority(open.replace(FRAMED_PRIORITY, '').replace(/\bat least\b|\bminimum\b/giu, '')) !== null)
    ) {
      groups.push(open);
      open = part;
    } else {
      open = open === '' ? part : `${open}, ${part}`;
    }
  }
  return open === '' ? groups : [...groups, open];
}
