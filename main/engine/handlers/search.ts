import { questionOfPerson, questionOfText } from '../../core/matching/pool/search-question.ts';
import { DEFAULT_SETTINGS } from '../../core/matching/settings.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { SearchResult } from '../../../shared/model/search.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { readPerson } from '../pool/workspace-pool.ts';
import { answerQuestion, explainFirst, OVERTAKEN } from '../rank-job.ts';

type Names = 'search.people' | 'search.like' | 'search.gaps';

/** Looks for people, by the very comparison that ranks them. */
export function searchHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace } = context;
  return {
    'search.people': ({ text, limit }) => search(context, questionOfText(text), null, limit),
    'search.like': ({ candidate, limit }) => {
      if (workspace.candidates.get(candidate) === null) return fail('not-found', { candidate });
      return search(context, questionOfPerson(readPerson(workspace, candidate).statements), candidate, limit);
    },
    'search.gaps': ({ job: id, settings }) => {
      const job = workspace.jobs.get(id);
      if (job === null) return fail('not-found', { job: id });
      return answerQuestion(context, job, settings, 'ranker', {}, (ranking) => Promise.resolve(ok(ranking.coverage())));
    },
  };
}

/** @param like The person whose like are searched: not among those who are found. */
async function search(
  context: EngineContext,
  question: Job,
  like: CandidateId | null,
  limit: number,
): Promise<Result<SearchResult>> {
  for (;;) {
    const result = await answerQuestion<SearchResult | typeof OVERTAKEN>(
      context,
      question,
      DEFAULT_SETTINGS,
      'searcher',
      {},
      async (ranking) => {
        const own = like === null ? null : ranking.placeOf(like);
        const scored = ranking.scored();
        const isCounted = own !== null && own < scored;
        const first = Math.min(scored, limit + (isCounted ? 1 : 0));
        const explained = await explainFirst(context, ranking, first);
        if (!explained.ok) return explained;
        if (explained.value === OVERTAKEN) return ok(OVERTAKEN);
        const { candidates } = createBlindView(context).ranking(explained.value);
        return ok({
          searched: question.requirements.map(({ id, text }) => ({ id, text })),
          found: candidates.filter(({ candidate }) => candidate !== like).slice(0, limit),
          people: scored - (isCounted ? 1 : 0),
          of: ranking.count,
        });
      },
    );
    if (!result.ok) return result;
    if (result.value !== OVERTAKEN) return ok(result.value);
  }
}
