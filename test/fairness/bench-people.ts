import type { RequirementId } from '../../shared/model/ids.ts';
import type { Job } from '../../shared/model/job.ts';
import { job, requirement } from '../core/matching/sample-evidence.ts';
import { readBenchCandidates, readBenchJobs } from '../evaluate/run-matchbench.ts';
import type { Achievements } from './make-people.ts';
import type { Seeded } from './seeded.ts';

/** The first jobs of a bench. */
export function benchJobs(folder: string, count: number): readonly Job[] {
  return readBenchJobs(folder, 'all')
    .slice(0, count)
    .map(({ requirements }) =>
      job(
        ...requirements.map(({ text, priority }, index) => ({
          ...requirement(text, { priority }),
          id: `r${index}` as RequirementId,
        })),
      ),
    );
}

/** The people of a bench, each with one badge of their skills and a sentence written about them. */
export function benchAchievements(file: string, random: Seeded): readonly Achievements[] {
  return readBenchCandidates(file).map(({ texts }) => {
    const [first = 'a skill', ...rest] = texts;
    return [
      {
        name: first,
        tags: rest,
        criteria: `What is asked is ${random.pick(texts)}. He or she is examined.`,
        narrative: `{TITLE} {FAMILY} knows ${random.pick(texts)}. {They} showed {their} ${random.pick(texts)}, and {GIVEN} learned it by {themself}.`,
        framework: null,
        eqf: null,
        awarded: '2025-05-01T00:00:00Z',
        verdict: 'verified',
        recognition: random.pick(['recognised', 'unknown']),
        isClaimed: false,
      },
    ];
  });
}
