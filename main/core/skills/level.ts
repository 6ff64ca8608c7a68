import type { Alignment } from '../../../shared/model/credential.ts';

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
