import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

export const useProfile = (candidate: CandidateId, job: JobId | null) =>
  useQuery({
    queryKey: ['profiles', candidate, job],
    queryFn: () => ask('profiles.get', { candidate, job }),
  });

export const useJobs = () => useQuery({ queryKey: ['jobs', 'list'], queryFn: () => ask('jobs.list', {}) });

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

export const useNumbers = () => useQuery({ queryKey: ['numbers'], queryFn: () => ask('model.numbers', {}) });

/** Newest first, as many as the log screen shows at once. */
export const LOG_LIMIT = 500;
export const useLog = () => useQuery({ queryKey: ['log'], queryFn: () => ask('log.list', { limit: LOG_LIMIT }) });

/** The ranking under these settings; leaving the screen cancels the work. */
export const useRanking = (job: JobId | null, settings: MatchSettings) =>
  useQuery({
    queryKey: ['ranking', job, settings],
    queryFn: ({ signal }) => {
      if (job === null) throw new Error('A ranking was asked for without a job.');
      return work('ranking.compute', { job, settings }, { signal });
    },
    enabled: job !== null,
    placeholderData: (previous) => previous,
  });

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
