import { useQuery } from '@tanstack/react-query';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import { ask, work } from '../../api/engine.ts';

/** What is searched for: a text, or who is like somebody. */
export type Searched = { readonly text: string } | { readonly like: CandidateId };

/*
 * A search rests on all that a ranking rests on, so it is kept among the rankings: whatever makes those be asked again
 * makes searches be asked again.
 */
const SUBJECT = 'ranking';

/** Leaving the screen cancels the work. @param limit How many people are listed; all are counted. */
export function useSearch(searched: Searched, limit: number) {
  return useQuery({
    queryKey: [SUBJECT, 'search', searched, limit],
    queryFn: ({ signal }) => {
      if ('text' in searched) return work('search.people', { text: searched.text, limit }, { signal });
      return work('search.like', { candidate: searched.like, limit }, { signal });
    },
    // The same search with more people listed keeps those whom it listed.
    placeholderData: (previous, query) =>
      JSON.stringify(query?.queryKey[2]) === JSON.stringify(searched) ? previous : undefined,
  });
}

/**
 * How many people show what each requirement asks, which no weight changes; asked once the ranking is there, which
 * embeds what this needs.
 */
export function useCoverage(job: JobId, settings: MatchSettings, isAsked: boolean) {
  return useQuery({
    queryKey: [SUBJECT, 'coverage', job, settings.useModel],
    queryFn: () => ask('search.gaps', { job, settings }),
    enabled: isAsked,
  });
}
