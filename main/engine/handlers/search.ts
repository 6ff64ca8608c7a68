import { questionOfPerson, questionOfText, type SearchQuestion } from '../../core/matching/pool/search-question.ts';
import { BAND_FROM, DEFAULT_SETTINGS } from '../../core/matching/settings.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatcher.ts';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { MetBy, RankedCandidate } from '../../../shared/model/match.ts';
import type { FoundPerson, SearchResult } from '../../../shared/model/search.ts';
import { createBlindView } from '../blind-view.ts';
import type { EngineContext } from '../engine-context.ts';
import { readPerson } from '../pool/workspace-pool.ts';
import { answerQuestion, explainFirst, OVERTAKEN } from '../rank-job.ts';
import { recheck } from '../recheck.ts';
import type { TaskContext } from '../tasks.ts';

type Names = 'search.people' | 'search.like' | 'search.gaps';

/** Looks for people, by the very comparison that ranks them. */
export function searchHandlers(context: EngineContext): Pick<Handlers, Names> {
  const { workspace, tasks } = context;
  return {
    'search.people': ({ text, ...listing }) =>
      tasks.start('search.people', (task) => search(context, () => questionOfText(text), null, listing, task)),
    'search.like': ({ candidate, ...listing }) => {
      if (workspace.candidates.get(candidate) === null) return fail('not-found', { candidate });
      const question = () => questionOfPerson(readPerson(workspace, candidate).statements);
      return tasks.start('search.like', (task) => search(context, question, candidate, listing, task));
    },
    'search.gaps': async ({ job: id, settings }) => {
      const job = workspace.jobs.get(id);
      if (job === null) return fail('not-found', { job: id });
      await recheck(context, { signal: new AbortController().signal, progress: () => undefined });
      return answerQuestion(context, job, settings, 'ranker', {}, (ranking) => Promise.resolve(ok(ranking.coverage())));
    },
  };
}

type Listing = Pick<InputOf<'search.people'>, 'limit' | 'useModel'>;

/**
 * @param question Read anew where somebody has changed while it was answered.
 * @param like The person whose like are searched: not among those who are found.
 */
async function search(
  context: EngineContext,
  question: () => SearchQuestion,
  like: CandidateId | null,
  { limit, useModel = true }: Listing,
  task: TaskContext,
): Promise<Result<SearchResult>> {
  // No answer rests on a report that time or other trust data have overtaken.
  await recheck(context, task);
  if (task.signal.aborted) return fail('cancelled');
  for (;;) {
    if (like !== null && context.workspace.candidates.get(like) === null) return fail('not-found', { candidate: like });
    const { job, leftOut } = question();
    const result = await answerQuestion<SearchResult | typeof OVERTAKEN>(
      context,
      job,
      { ...DEFAULT_SETTINGS, useModel },
      'searcher',
      task,
      async (ranking) => {
        const own = like === null ? null : ranking.explain(readPerson(context.workspace, like));
        if (like !== null && own === null) return ok(OVERTAKEN);
        const explained = await explainFirst(context, ranking, Math.min(ranking.scored(), limit + 1), task.signal);
        if (!explained.ok) return explained;
        if (explained.value === OVERTAKEN) return ok(OVERTAKEN);
        const view = createBlindView(context);
        // The lines are words of the person who is compared: they are hidden like all words of theirs.
        const lineWords = (text: string) => (like === null ? text : view.words(text, like));
        return ok({
          searched: job.requirements.map(({ id, text }) => ({ id, text: lineWords(text) })),
          leftOut: leftOut.map((left) => ({ ...left, text: lineWords(left.text) })),
          found: view
            .ranking(explained.value)
            .candidates.filter(({ candidate }) => candidate !== like)
            .slice(0, limit)
            .map((ranked) => (like === null ? foundPerson(ranked) : withLineWords(foundPerson(ranked), lineWords))),
          alike: ranking.showing(BAND_FROM.possible) - (own !== null && shownBy(own).length > 0 ? 1 : 0),
          people: ranking.scored() - (own !== null && own.score > 0 ? 1 : 0),
          of: ranking.count - (own === null ? 0 : 1),
          model: ranking.model,
        });
      },
    );
    if (!result.ok) return result;
    if (result.value !== OVERTAKEN) return ok(result.value);
  }
}

/** Without the document that would move somebody up: that is a question about jobs. */
function foundPerson(ranked: RankedCandidate): FoundPerson {
  return { ...ranked, counterfactual: null, shown: shownBy(ranked) };
}

/** The same with lines in words that may be shown; factors, which quote a line as it is compared, are left out. */
function withLineWords(person: FoundPerson, lineWords: (text: string) => string): FoundPerson {
  const metBy = (how: MetBy): MetBy => (how.kind === 'taxonomy' ? how : { ...how, words: lineWords(how.words) });
  return {
    ...person,
    requirements: person.requirements.map((match) => ({
      ...match,
      requirementText: lineWords(match.requirementText),
      factors: [],
      metBy: match.metBy && metBy(match.metBy),
      identity: match.identity && { ...match.identity, metBy: metBy(match.identity.metBy) },
    })),
  };
}

function shownBy({ requirements }: RankedCandidate): FoundPerson['shown'] {
  return requirements
    .filter(({ strength }) => strength >= BAND_FROM.possible)
    .toSorted((one, other) => other.strength - one.strength)
    .map(({ requirement }) => requirement);
}
