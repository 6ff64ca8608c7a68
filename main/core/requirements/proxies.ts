/**
 * Wordings that stand in for a skill and shut people out who have it. Each is shown to the person who accepts the
 * line; nothing is removed.
 */
const PROXIES: readonly (readonly [code: string, pattern: RegExp])[] = [
  [
    'age',
    /\b(?:young|youthful|recent graduates?|fresh graduates?|under \d\d|(?:aged?|between) \d\d|\d\d years old|mature person|junior in age|early twenties)\b/iu,
  ],
  [
    'native-speaker',
    /\b(?:native (?:level |\w+ )?(?:speakers?|english|german|french|spanish)|native[- ]level|mother tongue)\b/iu,
  ],
  ['digital-native', /\bdigital natives?\b/iu],
  [
    'years-as-proxy',
    /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s*\+?(?:\s*(?:[-–]|to)\s*\w+)?\s*\+?\s+years?\b/iu,
  ],
  [
    'degree-without-alternative',
    /\b(?:degrees?|bachelor(?:['’]?s)?|master['’]s|b\.?sc|m\.?sc|ph\.?d|university education|college education)\b/iu,
  ],
];

const ALTERNATIVE = /\bor\b|\bequivalent\b|\bcomparable\b/iu;

/** Nothing but years, as in "At least five years of experience": it names no skill, so it can match none. */
const ONLY_YEARS =
  /^(?:you (?:have|bring)\s+)?(?:at least |a minimum of |minimum(?: of)? |over |more than )?(?:\d{1,2}|\p{L}+)\s*\+?(?:\s*(?:[-–]|to)\s*\w+)?\s*\+?\s+years?['’]?\s*(?:of\s+)?(?:(?:relevant|professional|prior|work(?:ing)?|industry)\s+)*(?:experience)?(?:\s+(?:is |are )?(?:required|preferred|an advantage))?[.!]?$/iu;
const ONLY_PERSON =
  /^(?:you are |we are looking for |ideally )?(?:an? )?(?:young|digital native|recent graduate|fresh graduate)\b/iu;

/** @returns The codes of the proxies in a sentence, in the order of the table. */
export function proxiesIn(sentence: string): readonly string[] {
  return PROXIES.filter(([, pattern]) => pattern.test(sentence))
    .map(([code]) => code)
    .filter((code) => code !== 'degree-without-alternative' || !ALTERNATIVE.test(sentence));
}

/** True where a sentence asks for a proxy and for nothing else. */
export function isOnlyProxy(sentence: string): boolean {
  return ONLY_YEARS.test(sentence.trim()) || ONLY_PERSON.test(sentence.trim());
}
