import type { Job } from '../../shared/model/job.ts';
import { job, requirement } from '../core/matching/sample-evidence.ts';
import { SKILLS } from './make-people.ts';
import type { Seeded } from './seeded.ts';

/** Jobs that ask for what the people have, in the same words and in others, with levels, ages and alternatives. */
export function makeJobs(random: Seeded, count: number): readonly Job[] {
  return Array.from({ length: count }, () =>
    job(
      ...random.some(SKILLS, 8).map((skill, place) => {
        const other = random.pick(SKILLS);
        return requirement(random.below(3) === 0 ? `experience with ${skill}` : skill, {
          priority: place < 4 ? 'must' : place < 7 ? 'want' : 'trainable',
          weight: [1, 0.4, 0.2][place < 4 ? 0 : place < 7 ? 1 : 2] ?? 1,
          level: random.below(4) === 0 ? 3 + random.below(4) : null,
          maxAgeYears: random.below(4) === 0 ? 5 : null,
          alternatives: random.below(3) === 0 && other !== skill ? [other] : [],
          frameworkIds: random.below(3) === 0 ? [`http://skills.example/${encodeURIComponent(skill)}`] : [],
        });
      }),
    ),
  );
}
