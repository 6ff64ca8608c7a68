import type { Job } from '../../../../shared/model/job.ts';
import type { MatchSettings } from '../../../../shared/model/match.ts';
import { weightsOf } from '../score.ts';
import type { Strengths, StrengthTable } from './sensitivity.ts';

/** The strengths of everybody with the weights that the settings give to the job's requirements. */
export function strengthTableOf(job: Job, settings: MatchSettings, strengths: Strengths): StrengthTable {
  const requirements = job.requirements.filter(({ kind }) => kind !== 'characteristic');
  const weights = weightsOf(requirements, settings);
  const lines = requirements.map((requirement, column) => ({ requirement, weight: weights[column] ?? 0 }));
  return { lines, ...strengths };
}
