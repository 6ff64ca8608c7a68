import type { RequirementCoverage } from '../../../shared/model/search.ts';

/** How a requirement stands in the pool, the widest gap first. */
export const COVERAGE_STATES = ['nobody', 'alike', 'evidenced'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export function coverageState({ evidenced, alike }: RequirementCoverage): CoverageState {
  if (evidenced > 0) return 'evidenced';
  return alike > 0 ? 'alike' : 'nobody';
}

/** What nobody shows first, then by how many evidence it and how many come near; equal ones as the job has them. */
export function widestGapsFirst(coverage: readonly RequirementCoverage[]): readonly RequirementCoverage[] {
  return coverage.toSorted((one, other) => one.evidenced - other.evidenced || one.alike - other.alike);
}

/** How many requirements nobody shows, not even in similar words. */
export function shownByNobody(coverage: readonly RequirementCoverage[]): number {
  return coverage.filter((line) => coverageState(line) === 'nobody').length;
}
