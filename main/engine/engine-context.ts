import type { Logger } from '../adapters/logging/logger.ts';
import type { Workspace } from '../adapters/sqlite/open-workspace.ts';
import type { Clock, Embedder, IdSource, TrustContext, Unpacker, Verifier } from '../core/ports.ts';
import type { Events, LogEntry } from '../../shared/api/contract.ts';
import type { CandidateId, Instant } from '../../shared/model/ids.ts';
import type { AssignedPerson } from '../core/credentials/assign-candidate.ts';
import type { Tasks } from './tasks.ts';

/** What every handler works with; put together once, by compose-engine.ts. */
export interface EngineContext {
  readonly workspace: Workspace;
  readonly verifier: Verifier;
  readonly unpacker: Unpacker;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly tasks: Tasks;
  readonly log: Logger;
  /** The account that acts; stands in the workspace's log, never in the log file. */
  readonly by: string;
  /** The date as of which credentials are judged, where it is fixed. */
  readonly fixedDate: Instant | null;
  /** Makes the id of a new candidate. */
  newCandidateId(person: AssignedPerson): CandidateId;
  trust(): TrustContext;
  judgedAt(): Instant;
  /** Tells every screen that something it may show has changed. */
  changed(...concepts: Events['changed']['concepts']): void;
  /** Writes an act into the workspace's log. Personal data has no place in `detail`. */
  record(kind: string, subject: string | null, detail?: LogEntry['detail']): void;
}
