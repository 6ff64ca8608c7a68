import type { Job } from '../../../../shared/model/job.ts';
import type { MatchSettings, RankedCandidate } from '../../../../shared/model/match.ts';
import { stepsOf } from '../round-result.ts';
import { weightsOf } from '../score.ts';
import type { StrengthTable } from './sensitivity.ts';

/** The strengths of everybody in a ranking, with the weights that the settings give to the job's requirements. */
export function strengthTableOf(
  job: Job,
  settings: MatchSettings,
  candidates: readonly Pick<RankedCandidate, 'requirements' | 'mustHaves'>[],
): StrengthTable {
  const requirements = job.requirements.filter(({ kind }) => kind !== 'characteristic');
  const weights = weightsOf(requirements, settings);
  const lines = requirements.map((requirement, column) => ({ requirement, weight: weights[column] ?? 0 }));
  const strengths = new Uint16Array(candidates.length * lines.length);
  for (const [row, { requirements }] of candidates.entries()) {
    for (const [column, { strength }] of requirements.entries())
      strengths[row * lines.length + column] = stepsOf(strength);
  }
  return { lines, strengths, evidenced: candidates.map(({ mustHaves }) => mustHaves.evidenced) };
}
