import { fail, ok, type Result } from '../../shared/api/problems.ts';
import type { CandidateId, JobId } from '../../shared/model/ids.ts';
import type { MatchSettings, RankedCandidate, Ranking } from '../../shared/model/match.ts';
import type { EngineContext } from './engine-context.ts';
import { readPerson } from './pool/workspace-pool.ts';
import { answerQuestion, OVERTAKEN } from './rank-job.ts';

/** The ranking of everybody with only these people explained, in the order in which they are asked for. */
export async function rankSome(
  context: EngineContext,
  id: JobId,
  settings: MatchSettings,
  people: readonly CandidateId[],
): Promise<Result<Ranking>> {
  const { workspace } = context;
  const asked = workspace.jobs.get(id);
  if (asked === null) return fail('not-found', { job: id });
  for (;;) {
    const found = await answerQuestion(
      context,
      asked,
      settings,
      'ranker',
      {},
      async (ranking): Promise<Result<Ranking | typeof OVERTAKEN>> => {
        const { job, jobVersion, model, inputsHash } = ranking;
        const candidates: RankedCandidate[] = [];
        for (const candidate of new Set(people)) {
          if (ranking.placeOf(candidate) === null) continue;
          const explained = ranking.explain(readPerson(workspace, candidate));
          if (explained === null) return ok(OVERTAKEN);
          candidates.push(explained);
        }
        return ok({ job, jobVersion, model, settings, inputsHash, candidates });
      },
    );
    if (!found.ok) return found;
    if (found.value !== OVERTAKEN) return ok(found.value);
  }
}
