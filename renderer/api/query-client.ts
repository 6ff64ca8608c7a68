import { QueryClient } from '@tanstack/react-query';
import type { Events } from '../../shared/api/contract.ts';
import { engine } from './engine.ts';

/** First members of query keys: what an answer is about. */
export type Subject =
  | 'workspace'
  | 'candidates'
  | 'credentials'
  | 'profiles'
  | 'jobs'
  | 'ranking'
  | 'trust'
  | 'import'
  | 'log'
  | 'numbers'
  | 'taxonomies';

/** The engine is the only source, it tells what has changed, and it is always there: nothing goes stale by time. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

type Concept = Events['changed']['concepts'][number];

/** Which answers may differ once a concept has changed. */
const TOUCHED: Readonly<Record<Concept, readonly Subject[]>> = {
  candidates: ['candidates', 'credentials', 'profiles', 'ranking', 'workspace', 'trust', 'log'],
  jobs: ['jobs', 'ranking', 'profiles', 'workspace', 'log'],
  trust: ['trust', 'candidates', 'credentials', 'profiles', 'ranking', 'log'],
  workspace: ['workspace', 'candidates', 'credentials', 'profiles', 'ranking', 'numbers', 'log'],
  import: ['import'],
  taxonomies: ['taxonomies', 'ranking', 'profiles', 'candidates', 'log'],
};

/** An import announces each file; the screens follow in steps that a person can see. */
const SETTLE_MILLISECONDS = 250;

/** Asks again for what has changed. @returns how to stop. */
export function followChanges(): () => void {
  const waiting = new Set<Subject>();
  let timer: number | undefined;
  const flush = () => {
    timer = undefined;
    for (const subject of waiting) void queryClient.invalidateQueries({ queryKey: [subject] });
    waiting.clear();
  };
  const stop = engine.subscribe('changed', ({ concepts }) => {
    for (const concept of concepts) for (const subject of TOUCHED[concept]) waiting.add(subject);
    timer ??= window.setTimeout(flush, SETTLE_MILLISECONDS);
  });
  return () => {
    window.clearTimeout(timer);
    stop();
  };
}
