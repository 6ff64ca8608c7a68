import { splitOutside } from './split-outside.ts';
import { beginsWithBaseVerb, isAct, isBareVerb } from './verbs.ts';

/** Pairs that are one thing in spite of their "and" (our own list). */
const FIXED_PAIRS =
  /\b(?:health (?:and|&) (?:safety|social)|research (?:and|&) development|terms (?:and|&) conditions|moving (?:and|&) handling|manual handling|learning (?:and|&) development|mergers (?:and|&) acquisitions|supply (?:and|&) demand|picking (?:and|&) packing|loading (?:and|&) unloading|food (?:and|&) (?:beverage|drink|hygiene)|oil (?:and|&) gas|search (?:and|&) rescue|profit (?:and|&) loss|accounts? payable (?:and|&) receivable|design (?:and|&) build|pros (?:and|&) cons|check-?in (?:and|&) check-?out|first (?:and|&) second|diversity (?:and|&) inclusion|equality(?:, diversity)? (?:and|&) inclusion|safety (?:and|&) health|trial (?:and|&) error|plug (?:and|&) play|dimensioning (?:and|&) tolerancing|testing (?:and|&) inspection|testing (?:and|&) commissioning|monitoring (?:and|&) evaluation|operations? (?:and|&) maintenance|extraction,? transformation|nuts (?:and|&) bolts|arts (?:and|&) crafts|hospitality (?:and|&) tourism)\b/giu;
/** Stands for the space within a fixed pair while a list is split. */
const JOINT = '\uE001';
/** … and for its comma. */
const COMMA = '\uE002';

const GENERIC_HEAD = /\s(skills|abilities|techniques|qualities)$/iu;
const MODIFIER =
  /(?:al|ic|ive|ous|ful|ed|able|ible|ary|ent|ant|less|ical|en|-end|-side|front|back|spoken|written|verbal|oral|upper|lower|full|new|local|public|private)$/iu;
const LIST = /\s*,\s*(?:and\s+|&\s+)?|\s+(?:and|&|\+|as well as|plus)\s+/iu;
const LONGEST_NAME = 4;

/**
 * "SQL, Python and Tableau" asks three things. A conjunction is only split where both halves are things to ask for:
 * names of a few words each, neither of which needs the other's.
 */
export function entriesOf(asked: string): readonly string[] {
  if (/\bor\b/iu.test(withoutBrackets(asked)) || isAct(asked) || /^bilingual\b/iu.test(asked)) return [asked];
  const joined = withoutPurpose(asked).replace(FIXED_PAIRS, (pair) =>
    pair.replace(/\s/gu, JOINT).replace(/,/gu, COMMA),
  );
  const parts = splitOutside(joined, LIST)
    .filter((part) => part !== '')
    .map((part) => part.replaceAll(JOINT, ' ').replaceAll(COMMA, ','));
  if (parts.some((part) => /^(?:e\.g\.|i\.e\.|such as|including|for example|like)\s/iu.test(part))) return [asked];
  if (parts.length < 2 || /^(?!.*\s(?:and|&) an?\s).*\b(?:personality|way of working|manner|attitude)$/iu.test(asked))
    return [asked];
  const last = parts.at(-1) ?? '';
  if (
    parts.length === 2 &&
    wordCount(last) === 1 &&
    wordCount(parts[0] ?? '') > 1 &&
    DOING.test(last) &&
    DOING.test(parts[0] ?? '')
  )
    return [asked];
  // "written and verbal communication skills": two ways of one thing.
  if (wordCount(last) === 3 && MODIFIER.test(last.split(/\s+/u)[0] ?? '') && parts.slice(0, -1).every(isModifier))
    return [asked];
  const head = GENERIC_HEAD.exec(last)?.[1];
  if (head !== undefined && parts.slice(0, -1).every((part) => wordCount(part) <= 2) && wordCount(last) <= 3) {
    return parts.map((part) => (GENERIC_HEAD.test(part) ? part : `${part} ${head}`));
  }
  // "PA1 & PA6 certificates": codes share what stands behind the last.
  const shared = /^[A-Z]+\d+\w*\s+(\p{Ll}.*)$/u.exec(last)?.[1];
  if (shared !== undefined && parts.slice(0, -1).every((part) => /^[A-Z]+\d+\w*$/u.test(part))) {
    return parts.map((part) => (part === last ? part : `${part} ${shared}`));
  }
  if (parts.some((part) => wordCount(part) > LONGEST_NAME || (isBareVerb(part) && wordCount(part) > 1))) return [asked];
  if (!/\s(?:and|&|\+|plus|as well as)\s/iu.test(withoutBrackets(joined)) && !parts.some((part) => MODIFIER.test(part)))
    return parts;
  return parts.slice(0, -1).every((part, place) => standsAlone(part, parts[place + 1] ?? last)) ? parts : [asked];
}

/** "health and safety rules" is one thing, "tills and stock systems" are two: a modifier waits for the next word's head. */
function standsAlone(part: string, next: string): boolean {
  if (wordCount(next) === 1 || wordCount(part) > 1)
    return !/^\p{Ll}+\s+(?:for|from|of|to|with)\s/u.test(next) || wordCount(part) > 1;
  const word = part.replace(/[([].*$/u, '').trim();
  if (/^(?:an?|the)\s/iu.test(next) || isAdjectiveList(next)) return true;
  if (/\p{Lu}|\d/u.test(word.slice(1)) || /^\p{Lu}/u.test(word)) return !/\s(?:of|for|from)\s/iu.test(next);
  if (/\s(?:of|for|from|in)\s/iu.test(next)) return false;
  return !MODIFIER.test(word) && (/ing$/iu.test(word) || /(?<!s)s$/iu.test(word));
}

/** "friendly, reliable and well organised": what follows is no noun that the first word could belong to. */
function isAdjectiveList(next: string): boolean {
  return /^(?:well|highly|very|self|team|sense|good)\b/iu.test(next);
}

function isModifier(part: string): boolean {
  return wordCount(part) === 1 && MODIFIER.test(part);
}

/** "maths and English to follow instructions": what they are for is no part of either. */
function withoutPurpose(asked: string): string {
  const named = /^((?:[^\s,]+[\s,]+){1,6}?(?:and|&)\s+(?:\S+\s+){0,2}?\S+)\s+to\s+(\p{Ll}+)\s/u.exec(asked);
  return named?.[1] !== undefined && beginsWithBaseVerb(named[2] ?? '') ? named[1] : asked;
}

/** "prevention and control", "repair and maintenance": two names of doing, of one thing. */
const DOING =
  /(?:ion|ment|ance|ence|control|repair|care|support|planning|design|storage|handling|processing|analysis|research|delivery|removal|renewal|review|training|reporting)$/iu;

function withoutBrackets(text: string): string {
  return text.replace(/[([][^()[\]]*[)\]]/gu, '');
}

function wordCount(text: string): number {
  return withoutBrackets(text).trim().split(/\s+/u).length;
}
