import { sensitivityOf } from '../../core/matching/explain/sensitivity.ts';
import { strengthTableOf } from '../../core/matching/explain/strength-table.ts';
import { whyAbove } from '../../core/matching/explain/why-above.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { rankJob } from '../rank-job.ts';

type Names = 'ranking.whyAbove' | 'ranking.sensitivity';

/** Answers about a ranking that are made when somebody asks. */
export function explanationHandlers(context: EngineContext): Pick<Handlers, Names> {
  return {
    'ranking.whyAbove': async ({ job, settings, one, other }) => {
      const ranking = await rankJob(context, job, settings);
      if (!ranking.ok) return ranking;
      const two = ranking.value.candidates.filter(({ candidate }) => candidate === one || candidate === other);
      // In the order in which they were asked about: of equals the first is named first.
      const [above, below] = createBlindView(context)
        .ranking({ ...ranking.value, candidates: two })
        .candidates.toSorted((a, b) => Number(b.candidate === one) - Number(a.candidate === one));
      return above === undefined || below === undefined
        ? fail('not-found', { candidate: above?.candidate === one ? other : one })
        : ok(whyAbove(above, below));
    },
    'ranking.sensitivity': async ({ job: id, settings, candidate }) => {
      const job = context.workspace.jobs.get(id);
      if (job === null) return fail('not-found', { job: id });
      const ranking = await rankJob(context, id, settings);
      if (!ranking.ok) return ranking;
      const { candidates } = ranking.value;
      const row = candidates.findIndex((ranked) => ranked.candidate === candidate);
      if (row === -1) return fail('not-found', { candidate });
      return ok(sensitivityOf(candidate, row, strengthTableOf(job, settings, candidates)));
    },
  };
}
