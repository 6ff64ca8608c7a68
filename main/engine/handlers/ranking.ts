import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { EventId } from '../../../shared/model/ids.ts';
import { decidingNumbers } from '../../core/matching/deciding-numbers.ts';
import { reliabilities } from '../../core/matching/hybrid/reliability.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { explainPeople, rankJob } from '../rank-job.ts';
import { rankSoFar } from '../pool/rank-so-far.ts';

type Names =
  'ranking.compute' | 'ranking.explain' | 'ranking.soFar' | 'ranking.judge' | 'model.numbers' | 'model.reliability';

/** Who matches a job, by which numbers, and what people say of a match. */
export function rankingHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, tasks } = context;
  return {
    'ranking.compute': ({ job, settings, explained }) => {
      if (workspace.jobs.get(job) === null) return fail('not-found', { job });
      return tasks.start('ranking.compute', async (task) => {
        const ranking = await rankJob(context, job, settings, task, explained);
        return ranking.ok ? ok(createBlindView(context).ranking(ranking.value)) : ranking;
      });
    },
    'ranking.explain': async ({ job, settings, candidates }) => {
      const ranking = await explainPeople(context, job, settings, candidates);
      return ranking.ok ? ok(createBlindView(context).ranking(ranking.value).candidates) : ranking;
    },
    'ranking.soFar': async ({ job, settings, first }) => {
      const soFar = await rankSoFar(context, job, settings, first);
      if (!soFar.ok || soFar.value === null) return soFar;
      return ok({ ...soFar.value, ranking: createBlindView(context).ranking(soFar.value.ranking) });
    },
    'ranking.judge': ({ job, requirement, candidate, judgement, reason }) => {
      const asked = workspace.jobs.get(job);
      if (asked?.requirements.some((one) => one.id === requirement) !== true) {
        return fail('not-found', { job, requirement });
      }
      if (workspace.candidates.get(candidate) === null) return fail('not-found', { candidate });
      workspace.transaction(() => {
        const id = context.ids.next() as EventId;
        const at = context.clock.now();
        workspace.judgements.add({ id, at, by: context.by, job, requirement, candidate, judgement, reason });
        context.record('ranking.judged', candidate, { job, requirement, judgement, reason });
      });
      context.changed('candidates', 'jobs');
      return ok(null);
    },
    'model.numbers': () => ok(decidingNumbers()),
    'model.reliability': () => ok(reliabilities()),
  };
}
