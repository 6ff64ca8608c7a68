import { isJobCsv, readJobCsv } from '../../adapters/job-files/read-job-csv.ts';
import { readJob } from '../../core/requirements/read-job.ts';
import type { JobDraft } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import type { JobId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { EngineContext } from '../engine-context.ts';
import { learnFrom } from '../requirements/learn-from-decisions.ts';

type Names = 'jobs.list' | 'jobs.get' | 'jobs.save' | 'jobs.remove' | 'jobs.suggest' | 'jobs.rules' | 'jobs.removeRule';

/** Jobs: read out of an ad, accepted by a person, kept by version; and what the accepting has taught. */
export function jobHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, clock } = context;
  return {
    'jobs.list': () => ok(workspace.jobs.list()),
    'jobs.get': ({ job: id }) => {
      const job = workspace.jobs.get(id);
      return job === null ? fail('not-found', { job: id }) : ok(job);
    },
    'jobs.save': ({ decisions = [], ...draft }) => {
      const saved = workspace.transaction(() => {
        const job = save(context, draft);
        if (job !== null) learnFrom(context, job.id, decisions);
        return job;
      });
      if (saved === null) return fail('not-found', { job: draft.id ?? '' });
      context.changed('jobs');
      return ok(saved);
    },
    'jobs.remove': ({ job: id }) => {
      if (workspace.jobs.get(id) === null) return fail('not-found', { job: id });
      workspace.transaction(() => {
        workspace.jobs.remove(id, clock.now());
        context.record('job.removed', null, { job: id });
      });
      context.changed('jobs');
      return ok(null);
    },
    'jobs.suggest': ({ text }) =>
      isJobCsv(text) ? readJobCsv(text) : readJob(text, workspace.requirementRules.list()),
    'jobs.rules': () => ok(workspace.requirementRules.list()),
    'jobs.removeRule': ({ rule }) => {
      const isGone = workspace.transaction(() => {
        const removed = workspace.requirementRules.remove(rule);
        if (removed) context.record('job.rule-removed', null, { rule });
        return removed;
      });
      if (!isGone) return fail('not-found', { rule });
      context.changed('jobs');
      return ok(null);
    },
  };
}

function save(context: EngineContext, draft: JobDraft): Job | null {
  const { workspace, clock, ids } = context;
  const before = draft.id === null ? null : workspace.jobs.get(draft.id);
  if (draft.id !== null && before === null) return null;
  const id = before?.id ?? (ids.next() as JobId);
  const job: Job = { ...draft, id, version: (before?.version ?? 0) + 1, savedAt: clock.now() };
  workspace.jobs.add(job);
  context.record('job.saved', null, { job: id, version: job.version, requirements: job.requirements.length });
  return job;
}
