import type { StatementSource } from '../../../shared/model/skill.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const HIDDEN = '…';

/**
 * Takes who it is about out of a narrative, so that it reaches neither the encoder nor a blind screen: e-mail
 * addresses, the subject's full name, and in what was written about this subject alone also its parts. Criteria and
 * descriptions belong to the achievement, whoever earns it; there a part of a name is likelier a word (Mark, Python).
 */
export function hideSubject(text: string, name: string | null, source: StatementSource): string {
  const nameless = text.includes('@') ? text.replace(EMAIL, HIDDEN) : text;
  if (name === null || name.trim().length < 2) return nameless;
  const parts = name.split(/[\s,]+/u).filter((part) => part !== '');
  // A name of one word may be any word; it is taken out only of what was written about this person.
  const withoutFullName = parts.length > 1 ? nameless.replace(asPattern(name.trim(), 'giu'), HIDDEN) : nameless;
  if (source !== 'narrative') return withoutFullName;
  const withoutRuns = runsOf(parts).reduce((rest, run) => rest.replace(asPattern(run, 'giu'), HIDDEN), withoutFullName);
  return parts.filter(isName).reduce((rest, part) => rest.replace(asPattern(part, 'gu'), HIDDEN), withoutRuns);
}

/** Two parts or more as they follow each other, the longest first: a surname of several words goes with its particles. */
function runsOf(parts: readonly string[]): readonly string[] {
  const runs: string[] = [];
  // The runs grow with the square of the parts, and a name of more parts than this is no name.
  if (parts.length > MOST_PARTS) return runs;
  for (let length = parts.length - 1; length >= 2; length -= 1) {
    for (let start = 0; start + length <= parts.length; start += 1) {
      runs.push(parts.slice(start, start + length).join(' '));
    }
  }
  return runs;
}

const MOST_PARTS = 10;

/** A part that may stand alone; particles (de, la) are words like others. Short names (Li, Bo) are names too. */
function isName(part: string): boolean {
  return part.length >= 3 || /^[\p{Lu}\p{Lo}]\p{L}$/u.test(part);
}

/** Pronouns and titles that say somebody's gender. In capitals they are abbreviations: HIS, MS Excel. */
const GENDERED =
  /(?<![\p{L}\p{N}])(?:[Ss]\/[Hh]e|[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers|[Hh]imself|[Hh]erself|Mr|Mrs|Ms|Miss|Mx)(?![\p{L}\p{N}])/gu;
/** The forms that say none: in what was written about one person they stand where others have a gendered one. */
const NEUTRAL = /(?<![\p{L}\p{N}])(?:[Tt]hey|[Tt]hem|[Tt]heir|[Tt]heirs|[Tt]hemself|[Tt]hemselves)(?![\p{L}\p{N}])/gu;

/**
 * Takes pronouns and titles out of running text, so that a sentence about her and the same about him or them are
 * compared by the same words. The quote that is shown stays as it was written.
 */
export function withoutPronouns(text: string, source: StatementSource): string {
  const ungendered = text.replace(GENDERED, ' ');
  return source === 'narrative' ? ungendered.replace(NEUTRAL, ' ') : ungendered;
}

/** The words as whole words, however they are spaced. */
function asPattern(words: string, flags: string): RegExp {
  const escaped = words.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('\\s+')}(?![\\p{L}\\p{N}])`, flags);
}
