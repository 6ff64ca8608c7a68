import type { Result } from './problems.ts';

/** Carries requests and events over one border between processes; all that a host has to provide. */
export interface Transport {
  request(name: string, input: unknown): Promise<Result<unknown>>;
  /** Calls `listener` for each event of that name until the returned function is called. */
  subscribe(event: string, listener: (payload: unknown) => void): () => void;
}
