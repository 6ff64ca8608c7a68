import { exportRanking } from '../../adapters/formats/exports/export-ranking.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok } from '../../../shared/api/problems.ts';
import { problemSentence } from '../../../shared/messages/problem-messages.ts';
import { isRefused } from '../../../shared/model/import.ts';
import type { EngineContext } from '../engine-context.ts';
import { rankJob } from '../rank-job.ts';
import { readProfiles } from '../read-profile.ts';

/** A ranking as a file. In a blind workspace it is blind whatever was asked: exports inherit what screens hide. */
export function exportHandlers(context: EngineContext): Pick<Handlers, 'export.ranking'> {
  const { workspace } = context;
  return {
    'export.ranking': async ({ job: id, settings, format, named: asked }) => {
      const job = workspace.jobs.get(id);
      if (job === null) return fail('not-found', { job: id });
      const ranking = await rankJob(context, id, settings);
      if (!ranking.ok) return ranking;
      const candidates = workspace.candidates.list();
      const ids = candidates.map((candidate) => candidate.id);
      const profiles = await readProfiles(context, ids, id);
      if (!profiles.ok) return profiles;
      const named = asked && !workspace.settings.read().blind;
      const standing = workspace.credentials.list().filter((stored) => stored.replacedBy === null);
      const credentials = Map.groupBy(standing, (stored) => stored.candidate);
      const exported = exportRanking({
        format,
        job,
        ranking: ranking.value,
        candidates,
        credentials: new Map([...credentials].map(([one, all]) => [one, all.map((stored) => stored.credential)])),
        profiles: new Map(profiles.value.map((profile) => [profile.candidate, profile])),
        refused: refusedFiles(context),
        judgedAt: context.judgedAt(),
        named,
      });
      context.record('ranking.exported', null, { job: id, jobVersion: job.version, format, named });
      return ok(exported);
    },
  };
}

function refusedFiles({ workspace }: EngineContext) {
  return workspace.batches
    .refused()
    .filter(isRefused)
    .flatMap(({ file, problems }) => problems.map((problem) => ({ file, reason: problemSentence(problem, file) })));
}
