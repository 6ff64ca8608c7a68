import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { monotonicFactory } from 'ulid';
import { createUnpacker } from '../adapters/formats/unpack-archive.ts';
import { createFileLogger, SILENT, type Logger } from '../adapters/logging/logger.ts';
import { openWorkspace, type Workspace } from '../adapters/sqlite/open-workspace.ts';
import type { AssignedPerson } from '../core/credentials/assign-candidate.ts';
import type { Clock, Embedder, IdSource, Verifier } from '../core/ports.ts';
import { createDispatcher, type Handlers } from '../../shared/api/dispatcher.ts';
import { ok, type Result } from '../../shared/api/problems.ts';
import type { Transport } from '../../shared/api/transport.ts';
import type { CandidateId, Instant } from '../../shared/model/ids.ts';
import { createEventHub } from './event-hub.ts';
import type { EngineContext } from './engine-context.ts';
import { candidateHandlers } from './handlers/candidates.ts';
import { credentialHandlers } from './handlers/credentials.ts';
import { exportHandlers } from './handlers/export.ts';
import { explanationHandlers } from './handlers/explanations.ts';
import { importHandlers } from './handlers/import.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { profileHandlers } from './handlers/profiles.ts';
import { rankingHandlers } from './handlers/ranking.ts';
import { refusalHandlers } from './handlers/refusals.ts';
import { taxonomyHandlers } from './handlers/taxonomies.ts';
import { searchHandlers } from './handlers/search.ts';
import { trustHandlers } from './handlers/trust.ts';
import { workspaceHandlers } from './handlers/workspace.ts';
import { isAnythingDue, recheck } from './recheck.ts';
import { createTasks } from './tasks.ts';
import { createTrustReader } from './trust-data.ts';

/** What an engine is made of; each host gives its own. */
export interface EngineOptions {
  /** A folder, which is made where it is not there; or memory, for work that leaves nothing behind. */
  readonly workspace: { readonly folder: string } | 'memory';
  readonly embedder: Embedder & { close?(): void };
  readonly verifier: Verifier;
  /** Judges credentials as of this time instead of now. */
  readonly at?: Instant;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  /** Default: `tessera.log` in the workspace's folder; nothing for a workspace in memory. */
  readonly log?: Logger;
  /** Who acts; default the account's name. */
  readonly by?: string;
}

export interface Engine {
  readonly transport: Transport;
  /** Judges again, as a task of its own, what time has overtaken; nothing happens where nothing is due. */
  keepUpToDate(): void;
  /** Cancels what runs, waits for it, and closes the store and the processes that were given. */
  close(): Promise<void>;
}

/** The composition root: puts core and adapters together. Problems are those of the workspace. */
export function composeEngine(options: EngineOptions): Result<Engine> {
  const inMemory = options.workspace === 'memory';
  const folder = options.workspace === 'memory' ? null : options.workspace.folder;
  const opened = openWorkspace(
    folder === null ? { kind: 'memory' } : { kind: 'file', path: join(folder, 'tessera.sqlite') },
  );
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const log = openLog(options.log, folder);
  const clock = options.clock ?? (inMemory && options.at !== undefined ? fixedClock(options.at) : systemClock);
  const ids = options.ids ?? (inMemory ? countingIds() : randomIds());
  const events = createEventHub();
  const tasks = createTasks({ nextId: ids.next, emit: (state) => events.emit('task', state), log: log.logger });
  const readTrust = createTrustReader(workspace);
  const judgedAt = () => options.at ?? clock.now();
  const by = options.by ?? userInfo().username;
  const context: EngineContext = {
    workspace,
    verifier: options.verifier,
    unpacker: createUnpacker(),
    embedder: options.embedder,
    clock,
    ids,
    tasks,
    log: log.logger,
    by,
    fixedDate: options.at ?? null,
    newCandidateId: inMemory ? candidateIdOf : () => ids.next() as CandidateId,
    trust: () => readTrust(judgedAt()),
    judgedAt,
    changed: (...concepts) => events.emit('changed', { concepts }),
    record: recorder(workspace, clock, ids, by),
  };
  const request = createDispatcher({
    handlers: composeHandlers(context),
    nextIncident: ids.next,
    reportFault: ({ incident, operation, error }) => log.logger.fault('request failed', error, { incident, operation }),
  });
  return ok({
    transport: { request, subscribe: events.subscribe },
    keepUpToDate() {
      if (isAnythingDue(context)) tasks.start('credentials.recheck', (task) => recheck(context, task));
    },
    async close() {
      await tasks.close();
      options.embedder.close?.();
      await options.verifier.close();
      workspace.close();
      log.close();
    },
  });
}

function composeHandlers(context: EngineContext): Handlers {
  return {
    ...workspaceHandlers(context),
    ...importHandlers(context),
    ...candidateHandlers(context),
    ...credentialHandlers(context),
    ...jobHandlers(context),
    ...rankingHandlers(context),
    ...searchHandlers(context),
    ...explanationHandlers(context),
    ...refusalHandlers(context),
    ...profileHandlers(context),
    ...exportHandlers(context),
    ...taxonomyHandlers(context),
    ...trustHandlers(context),
  };
}

function openLog(given: Logger | undefined, folder: string | null): { readonly logger: Logger; close(): void } {
  if (given !== undefined || folder === null) return { logger: given ?? SILENT, close: () => undefined };
  const logger = createFileLogger(join(folder, 'tessera.log'));
  return { logger, close: () => logger.close() };
}

function recorder(workspace: Workspace, clock: Clock, ids: IdSource, by: string): EngineContext['record'] {
  return (kind, subject, detail = {}) =>
    workspace.log.add({ id: ids.next(), at: clock.now(), kind, by, subject, detail });
}

const systemClock: Clock = { now: () => new Date().toISOString() };

/** Where a workspace is in memory and the date is fixed, nothing of the run's own time may get into its output. */
function fixedClock(at: Instant): Clock {
  return { now: () => at };
}

function randomIds(): IdSource {
  const next = monotonicFactory();
  return { next: () => next() };
}

/** Ids for a workspace in memory: the same work gives the same ids. */
function countingIds(): IdSource {
  let last = 0;
  return {
    next() {
      last += 1;
      return last.toString(32).toUpperCase().padStart(26, '0');
    },
  };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** In memory a person's id follows from what tells the person apart, so that two runs name everyone alike. */
function candidateIdOf(person: AssignedPerson): CandidateId {
  const credentials = person.credentials.map((credential) => credential.key).sort();
  const sign = person.ref ?? person.email ?? person.subjectIds[0] ?? credentials[0] ?? '';
  const digest = createHash('sha256').update(sign).digest();
  return Array.from({ length: 26 }, (_, index) => CROCKFORD[(digest[index] ?? 0) % (index === 0 ? 8 : 32)]).join(
    '',
  ) as CandidateId;
}
