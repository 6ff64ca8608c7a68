/**
 * Wordings that stand in for a skill and shut people out who have it. Each is shown to the person who accepts the
 * line; nothing is removed.
 */
const PROXIES: readonly (readonly [code: string, pattern: RegExp])[] = [
  [
    'age',
    /\b(?:young(?!\s+(?:people|children|adults|persons?|learners|offenders|patients|animals))|youthful|recent graduates?|fresh graduates?|new graduates?|under \d\d(?!\s*(?:hours|minutes|people|%|kg))|(?:aged?|between) \d\d(?:\s|$)(?!.*\b(?:hours|km|kg|people|employees|patients)\b)|\d\d years old|1[5-9](?: years)?(?: of age)? (?:or|and) (?:over|older|above)|(?:be|are|aged?|you must be)\s+(?:at least|over|a minimum of)\s+(?:1[5-9]|2\d)\b(?!\s*(?:months|%|kg|lbs?|people|hours|years?['’]? (?:of )?(?:experience|work)))|at least 1[68](?=$|[\s,.]+(?:because|years? of age|by|due|to|$))|^over (?:1[68]|2[15])$|mature (?:person|man|woman|lady)|junior in age|early twenties|energy of youth)/iu,
  ],
  [
    'native-speaker',
    /\b(?:native[- ](?:level |\w+ )?(?:speakers?|english|german|french|spanish|dutch|italian)|native[- ]level|mother[- ]tongue|native (?:in|fluency))\b/iu,
  ],
  ['digital-native', /\bdigital natives?\b/iu],
  [
    'years-as-proxy',
    /\b(?:at least|over|more than|minimum of)\s+a\s+year\b|\ba year(?:['’]s)?\s+(?:of\s+)?(?:\p{L}+\s+){0,2}experience\b|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|several|many|multiple)\s*(?:\(\d+\)\s*)?\+?(?:\s*(?:[-–]|to)\s*\w+)?\s*\+?[\s-]+(?:(?:years?|yrs?)\b|months?['’]?\s+(?:\p{L}[\p{L}-]*\s+){0,3}experience\b)(?!\s+(?:old|of age|(?:or|and) (?:older|over|above)|project|contract|programme|degree|course)|-old)/iu,
  ],
  [
    'gender',
    /\b(?:(?:male|female)s? (?:only|candidates?|applicants?|preferred|staff)|salesm[ae]n|waitress(?:es)?|handym[ae]n|foreman|girl friday|manpower|he must|she must|gentlem[ae]n|lady|ladies)\b/iu,
  ],
  [
    'degree-without-alternative',
    /\b(?:(?<!(?:\d|high|large|certain|greater|360)[\s-])degrees?(?!\s+of\s+(?:accuracy|freedom|autonomy|independence|care|flexibility|precision|confidentiality))|bachelor(?:['’]?s)?|master['’]s|b\.?sc|m\.?sc|ph\.?d|university education|college education)\b/iu,
  ],
];

const ALTERNATIVE = /\bequivalent\b|\bcomparable\b|\bsimilar qualification/iu;

/** Nothing but years, as in "At least five years of experience": it names no skill, so it can match none. */
const ONLY_YEARS =
  /^(?:you(?:['’]ll)? (?:have|bring|need)\s+)?(?:at least |a minimum of |minimum(?: of)? |min\.? |over |more than )?(?:\d{1,2}|\p{L}+)\s*\+?(?:\s*(?:[-–]|to)\s*\w+)?\s*\+?\s+(?:years?|yrs?)['’]?\s*(?:of\s+)?(?:(?:relevant|professional|prior|work(?:ing)?|industry|post-\p{L}+|[\p{L}]+-apprenticeship|hands-on|similar)\s+)*(?:experience)?(?:\s+since \p{L}+ing)?(?:\s+in an? (?:similar|comparable|relevant|related|equivalent) (?:role|position|job|field|environment))?(?:,? (?:ideally|preferably) .*)?(?:\s+(?:is |are )?(?:required|preferred|needed|an advantage))?[.!]?$/iu;
const ONLY_PERSON =
  /^(?:(?:you )?(?:must|need to|have to) be |you are |you're |we are looking for |ideally |are |someone )?(?:an? )?(?:young|digital native|recent graduate|fresh graduate|mature person|at least 1[68]|1[5-9](?: years)?(?: of age)? (?:or|and) (?:over|older|above))\b/iu;

/**
 * @param clause The words that ask.
 * @param hasAlternative Whether another way than the degree is named.
 * @returns The codes of the proxies, in the order of the table.
 */
export function proxiesIn(clause: string, hasAlternative = false): readonly string[] {
  return PROXIES.filter(([, pattern]) => pattern.test(clause))
    .map(([code]) => code)
    .filter((code) => code !== 'degree-without-alternative' || !(hasAlternative || ALTERNATIVE.test(clause)));
}

/** True where words ask for a proxy and for nothing else. */
export function isOnlyProxy(clause: string): boolean {
  return ONLY_YEARS.test(clause.trim()) || ONLY_PERSON.test(clause.trim());
}
