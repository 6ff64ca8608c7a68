import type { Achievement, Alignment } from '../../../shared/model/credential.ts';

/** The EQF level of degrees by cycle, after the levels' descriptors: short cycle 5, first 6, second 7, third 8. */
export const DEGREE_EQF: Readonly<Record<string, number>> = {
  AssociateDegree: 5,
  BachelorDegree: 6,
  MasterDegree: 7,
  DoctoralDegree: 8,
  ProfessionalDoctorate: 8,
  ResearchDoctorate: 8,
};

/** @returns The EQF level 1–8 of an achievement: the one that it states, else that of its degree's cycle, else null. */
export function levelOfAchievement({
  alignments,
  achievementType,
}: Pick<Achievement, 'alignments' | 'achievementType'>): number | null {
  const type = achievementType?.text ?? '';
  return statedLevel(alignments) ?? (Object.hasOwn(DEGREE_EQF, type) ? (DEGREE_EQF[type] ?? null) : null);
}

const EQF_NAMES = /\beqf\b|european qualifications? framework|\/snb\/eqf\//iu;

/** True where an alignment states the level of the whole credential rather than a skill. */
export function isLevelAlignment(alignment: Alignment): boolean {
  return [alignment.targetFramework, alignment.targetType, alignment.targetUrl, alignment.targetName].some(
    (words) => words !== null && (EQF_NAMES.test(words) || /eqflevel/iu.test(words)),
  );
}

/**
 * @returns The EQF level 1–8 that the alignments state (targetCode first, then name and URL); the highest where there
 *   are several, null where there is none. No other scale is converted: a national level is not an EQF level.
 */
export function statedLevel(alignments: readonly Alignment[]): number | null {
  const levels = alignments
    .filter(isLevelAlignment)
    .map(({ targetCode, targetName, targetUrl }) => digit(targetCode) ?? digit(targetName) ?? digit(targetUrl))
    .filter((level) => level !== null);
  return levels.length === 0 ? null : Math.max(...levels);
}

function digit(words: string | null): number | null {
  const found = words === null ? null : /(?:^|[^\d.])([1-8])(?:[^\d]*)$/u.exec(words);
  return found?.[1] === undefined ? null : Number(found[1]);
}
