import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InputOf, TaskState } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import type { TrustEffect } from '../../../shared/model/trust.ts';
import { problemOf, work } from '../../api/engine.ts';
import { useTaskProgress } from '../../api/task-progress.ts';

/** How trying out a change of trust data stands. */
export type PreviewState =
  | { readonly step: 'none' }
  | { readonly step: 'looking'; readonly task: TaskState | null }
  | { readonly step: 'known'; readonly effect: TrustEffect }
  | { readonly step: 'stopped' }
  | { readonly step: 'failed'; readonly problem: Problem };

export interface Preview {
  readonly state: PreviewState;
  readonly stop: () => void;
  readonly lookAgain: () => void;
}

/**
 * Tries out a change, by a name that tells it from every other one; `null` tries out nothing. It begins at once, and
 * ends with the screen that asked.
 */
export function usePreview(name: string, change: InputOf<'trust.preview'>['change'] | null): Preview {
  const client = useQueryClient();
  const queryKey = ['preview', name];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      if (change === null) throw new Error('A preview was asked for without a change.');
      return work('trust.preview', { change }, { signal });
    },
    enabled: change !== null,
    // The workspace may be another one when the same change is tried out next.
    gcTime: 0,
  });
  const task = useTaskProgress('trust.preview');
  return {
    state: stateOf(change !== null, query, task),
    stop: () => void client.cancelQueries({ queryKey }),
    lookAgain: () => void query.refetch(),
  };
}

interface Asked {
  readonly isFetching: boolean;
  readonly data: TrustEffect | undefined;
  readonly error: unknown;
}

function stateOf(isAsked: boolean, { isFetching, data, error }: Asked, task: TaskState | null): PreviewState {
  if (!isAsked) return { step: 'none' };
  if (isFetching) return { step: 'looking', task };
  if (data !== undefined) return { step: 'known', effect: data };
  return error === null ? { step: 'stopped' } : { step: 'failed', problem: problemOf(error) };
}
