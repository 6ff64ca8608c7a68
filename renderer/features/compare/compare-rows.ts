import { PRIORITIES, type Job, type Requirement } from '../../../shared/model/job.ts';
import type { RankedCandidate, RequirementMatch } from '../../../shared/model/match.ts';

/** One line of the job with what each person shows for it, in the order of the people. */
export interface CompareRow {
  readonly requirement: Requirement;
  /** Null where the person or the line is not in the ranking. */
  readonly matches: readonly (RequirementMatch | null)[];
}

/**
 * The lines of a job in two parts: where people differ in tier, band, verdict or in whether it counts as evidenced or as
 * claimed, and where they do not. In each part must-haves come first, then the order of the job.
 */
export function compareRows(
  job: Job,
  people: readonly (RankedCandidate | null)[],
): { readonly differing: readonly CompareRow[]; readonly same: readonly CompareRow[] } {
  const rows = job.requirements
    .map((requirement): CompareRow => ({
      requirement,
      matches: people.map(
        (ranked) => ranked?.requirements.find((match) => match.requirement === requirement.id) ?? null,
      ),
    }))
    // Lines that are not matched (characteristics go to the interview) have nothing to compare.
    .filter((row) => row.matches.some((match) => match !== null))
    .sort((a, b) => PRIORITIES.indexOf(a.requirement.priority) - PRIORITIES.indexOf(b.requirement.priority));
  return { differing: rows.filter(differs), same: rows.filter((row) => !differs(row)) };
}

function differs({ matches }: CompareRow): boolean {
  return new Set(matches.map(standOf)).size > 1;
}

function standOf(match: RequirementMatch | null): string {
  if (match === null) return '';
  return [match.tier, match.band, match.evidenced, match.claimed, match.evidence?.verdict ?? 'none'].join(' ');
}
