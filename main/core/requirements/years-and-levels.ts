const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
};
const YEARS =
  /(?<![\d.£$€-])(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)\s*(?:\(\d{1,2}\)\s*)?(?:\+|plus)?(?:\s*(?:[-–]|to)\s*(?:\d{1,2}|\p{L}+))?\+?[\s-]+(?:years?|yrs?)\b(?!\s*old|-old|\s+(?:or|and) (?:older|over|above|up)|\s+of\s+age|\s+of\s+(?:growth|history|service to))/iu;

const A_YEAR =
  /\b(?:at least|a minimum of|over|more than)\s+a\s+(?:full )?year\b|\ba year(?:['’]s)?\s+(?:of\s+)?(?:\p{L}+\s+){0,2}experience\b/iu;

/** @returns The least number of years that the words ask for, 1–50; null where they name none. */
export function yearsAsked(words: string): number | null {
  const stated = YEARS.exec(words)?.[1]?.toLowerCase();
  if (stated === undefined) return A_YEAR.test(words) ? 1 : null;
  const years = NUMBER_WORDS[stated] ?? Number(stated);
  return years >= 1 && years <= 50 ? years : null;
}

const CEFR = /\b([ABC][12])(?:\+|\/[ABC][12])?(?=\b|$)(?!-)/u;
const DEGREE_WORDS =
  /^(?:\W*(?:an?|have|has|with|you have|some)\s+)*(basic|intermediate|advanced|expert)(?:[- ]level)?\b(?! (?:dbs|disclosure|check|university|degree|life|nurse|practi))/iu;
/** "Excel to an advanced level", "SQL (intermediate)". */
const TO_A_DEGREE =
  /(?:\b(?:to|at) an? |[(–-]\s?)(basic|intermediate|advanced|expert)(?:\s+(?:level|user|standard)\b|\s*\))/iu;

/**
 * The level that the words state: of a language by the Common European Framework (A1–C2), of anything else by the
 * usual words of degree. It is shown and kept with the words; neither is an EQF level, so neither becomes one.
 */
export function statedLevel(words: string, isLanguage: boolean): string | null {
  if (isLanguage) return CEFR.exec(words)?.[1] ?? null;
  return (DEGREE_WORDS.exec(words)?.[1] ?? TO_A_DEGREE.exec(words)?.[1])?.toLowerCase() ?? null;
}

const EQF_STATED = /\bEQF(?:[- ]level)?\s*([1-8])\b/iu;
const DEGREE_LEVELS: readonly (readonly [number, RegExp])[] = [
  [8, /\b(?:ph\.?d|doctora\w+|d\.?phil)\b/iu],
  [7, /\b(?:master(?:['’]?s)? (?:degree|of|in)|master['’]s|m\.?sc|m\.?a\b|mba|mpharm|meng)/iu],
  [6, /\b(?:bsn|b\.?s\.? (?:in|degree)|bachelor\S*|b\.?sc|b\.?a\b|beng)/iu],
];

/**
 * EQF level of what is asked: as stated, or of a degree by its cycle (Bologna first cycle 6, second 7, third 8; the
 * lowest where several would do). Null for anything else; national levels (NVQ, RQF) count otherwise and are left alone.
 */
export function eqfLevel(entry: string): number | null {
  const stated = EQF_STATED.exec(entry)?.[1];
  if (stated !== undefined) return Number(stated);
  return DEGREE_LEVELS.findLast(([, pattern]) => pattern.test(entry))?.[0] ?? null;
}
