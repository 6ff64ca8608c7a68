import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OperationName, OutputOf } from '../../shared/api/contract.ts';
import type { CandidateId, CredentialKey, JobId } from '../../shared/model/ids.ts';
import type { MatchSettings } from '../../shared/model/match.ts';
import { ask, work } from './engine.ts';
import type { Subject } from './query-client.ts';

export const useStatus = () => useQuery({ queryKey: ['workspace'], queryFn: () => ask('workspace.status', {}) });

export const useCandidates = () =>
  useQuery({ queryKey: ['candidates', 'list'], queryFn: () => ask('candidates.list', {}) });

export const useCandidate = (candidate: CandidateId) =>
  useQuery({ queryKey: ['candidates', 'one', candidate], queryFn: () => ask('candidates.get', { candidate }) });

export const useCredential = (credential: CredentialKey, enabled: boolean) =>
  useQuery({
    queryKey: ['credentials', 'one', credential],
    queryFn: () => ask('credentials.get', { credential }),
    enabled,
  });

const profileQuery = (candidate: CandidateId, job: JobId | null) => ({
  queryKey: ['profiles', candidate, job] as const,
  queryFn: () => ask('profiles.get', { candidate, job }),
});

export const useProfile = (candidate: CandidateId, job: JobId | null) => useQuery(profileQuery(candidate, job));

/** Those of several people, in that order. */
export const useProfiles = (candidates: readonly CandidateId[], job: JobId | null) =>
  useQueries({ queries: candidates.map((candidate) => profileQuery(candidate, job)) });

/** What each import changed in a person's profile. */
export const useProfileSteps = (candidate: CandidateId, job: JobId | null, enabled: boolean) =>
  useQuery({
    queryKey: ['profiles', 'steps', candidate, job],
    queryFn: () => ask('profiles.steps', { candidate, job }),
    enabled,
  });

export const useJobs = () => useQuery({ queryKey: ['jobs', 'list'], queryFn: () => ask('jobs.list', {}) });

/** What was learned from lines of ads accepted and refused. */
export const useRules = () => useQuery({ queryKey: ['jobs', 'rules'], queryFn: () => ask('jobs.rules', {}) });

export const useTrust = () => useQuery({ queryKey: ['trust', 'overview'], queryFn: () => ask('trust.overview', {}) });

export const useMissing = () => useQuery({ queryKey: ['trust', 'missing'], queryFn: () => ask('trust.missing', {}) });

/** Verdicts that moved since a person last said that they have seen them. */
export const useChanges = () =>
  useQuery({ queryKey: ['credentials', 'changes'], queryFn: () => ask('credentials.changes', {}) });

export const useHistory = (credential: CredentialKey, enabled: boolean) =>
  useQuery({
    queryKey: ['credentials', 'history', credential],
    queryFn: () => ask('credentials.history', { credential }),
    enabled,
  });

export const usePendingImports = () =>
  useQuery({ queryKey: ['import', 'pending'], queryFn: () => ask('import.pending', {}) });

export const useReliability = () =>
  useQuery({ queryKey: ['numbers', 'reliability'], queryFn: () => ask('model.reliability', {}) });
export const useNumbers = () => useQuery({ queryKey: ['numbers'], queryFn: () => ask('model.numbers', {}) });

/** Newest first, as many as the log screen shows at once. */
export const LOG_LIMIT = 500;
export const useLog = () => useQuery({ queryKey: ['log'], queryFn: () => ask('log.list', { limit: LOG_LIMIT }) });

/** People whose explanations come with a ranking: the first page of it. Those of the others are asked when they are shown. */
const EXPLAINED_AT_ONCE = 100;

/** Why some people stand where they stand, of those whom a ranking lists without saying so. */
export const useExplanations = (
  job: JobId | null,
  settings: MatchSettings | null,
  candidates: readonly CandidateId[],
) =>
  useQuery({
    queryKey: ['ranking', 'explained', job, settings, candidates],
    queryFn: () => {
      if (job === null || settings === null) throw new Error('Explanations were asked for without a ranking.');
      return ask('ranking.explain', { job, settings, candidates: [...candidates] });
    },
    enabled: job !== null && settings !== null && candidates.length > 0,
  });

/** The ranking under these settings; leaving the screen cancels the work. */
export const useRanking = (job: JobId | null, settings: MatchSettings) =>
  useQuery({
    queryKey: ['ranking', job, settings],
    queryFn: ({ signal }) => {
      if (job === null) throw new Error('A ranking was asked for without a job.');
      return work('ranking.compute', { job, settings, explained: EXPLAINED_AT_ONCE }, { signal });
    },
    enabled: job !== null,
    // Other weights of the same job may take a moment; another job's people have no place here.
    placeholderData: (previous) => (previous?.job === job ? previous : undefined),
  });

/** How often a ranking is looked at while it is embedded. */
const SO_FAR_MILLISECONDS = 700;

/** The first people of a ranking while the encoder is at work on it; asked again and again as long as `isAsked`. */
export const useRankingSoFar = (job: JobId | null, settings: MatchSettings, isAsked: boolean) =>
  useQuery({
    queryKey: ['ranking', 'so-far', job, settings],
    queryFn: () => {
      if (job === null) throw new Error('A ranking was asked for without a job.');
      return ask('ranking.soFar', { job, settings, first: 100 });
    },
    enabled: isAsked && job !== null,
    refetchInterval: SO_FAR_MILLISECONDS,
    gcTime: 0,
  });

/** Why one of two people stands above the other. */
export const useWhyAbove = (job: JobId, settings: MatchSettings, two: readonly [CandidateId, CandidateId]) =>
  useQuery({
    queryKey: ['ranking', 'why-above', job, settings, ...two],
    queryFn: () => ask('ranking.whyAbove', { job, settings, one: two[0], other: two[1] }),
    placeholderData: (previous) => previous,
  });

export const useSensitivity = (job: JobId, settings: MatchSettings, candidate: CandidateId) =>
  useQuery({
    queryKey: ['ranking', 'sensitivity', job, settings, candidate],
    queryFn: () => ask('ranking.sensitivity', { job, settings, candidate }),
  });

/** Rules that two wordings are not the same skill. */
export const useRefusals = () =>
  useQuery({ queryKey: ['ranking', 'refusals'], queryFn: () => ask('refusals.list', {}) });

/** A command of the contract as a mutation; afterwards what it `touches` is asked for again. */
export function useCommand<Name extends OperationName>(name: Name, touches: readonly Subject[] = []) {
  const client = useQueryClient();
  return useMutation<OutputOf<Name>, unknown, InputOf<Name>>({
    mutationFn: (input) => ask(name, input),
    onSuccess: async () => {
      await Promise.all(
        [...touches, 'log' as const].map((subject) => client.invalidateQueries({ queryKey: [subject] })),
      );
    },
  });
}
