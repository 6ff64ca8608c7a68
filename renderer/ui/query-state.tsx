import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/engine.ts';
import { shell } from '../../shared/messages/ui.en.ts';
import { ProblemNote } from './problem-note.tsx';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows an answer once it is there, says that it is coming, or says what went wrong. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <p className="muted" role="status">
      {shell.loading}
    </p>
  );
}
