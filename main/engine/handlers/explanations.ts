import { sensitivityOf } from '../../core/matching/explain/sensitivity.ts';
import { strengthTableOf } from '../../core/matching/explain/strength-table.ts';
import { whyAbove } from '../../core/matching/explain/why-above.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { Sensitivity } from '../../../shared/model/explanation.ts';
import type { EngineContext } from '../engine-context.ts';
import { createBlindView } from '../blind-view.ts';
import { answerQuestion } from '../rank-job.ts';
import { rankSome } from '../rank-some.ts';

type Names = 'ranking.whyAbove' | 'ranking.sensitivity';

/** Answers about a ranking that are made when somebody asks. */
export function explanationHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace } = context;
  return {
    'ranking.whyAbove': async ({ job, settings, one, other }) => {
      const ranking = await rankSome(context, job, settings, [one, other]);
      if (!ranking.ok) return ranking;
      const [first, second] = createBlindView(context).ranking(ranking.value).candidates;
      return first === undefined || second === undefined
        ? fail('not-found', { candidate: first?.candidate === one ? other : one })
        : ok(whyAbove(first, second));
    },
    'ranking.sensitivity': async ({ job: id, settings, candidate }) => {
      const job = workspace.jobs.get(id);
      if (job === null) return fail('not-found', { job: id });
      return answerQuestion(context, job, settings, 'ranker', {}, async (ranking): Promise<Result<Sensitivity>> => {
        const place = ranking.placeOf(candidate);
        if (place === null) return fail('not-found', { candidate });
        return ok(sensitivityOf(candidate, place, strengthTableOf(job, settings, ranking.strengths())));
      });
    },
  };
}
