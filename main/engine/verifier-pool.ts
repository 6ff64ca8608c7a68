import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { trustSnapshotOf } from '../adapters/verification/trust-snapshot.ts';
import { VERIFICATION_LIMITS } from '../core/verification/verification-limits.ts';
import type { HolderHints, NamedFile, TrustContext, VerifiedFile, Verifier } from '../core/ports.ts';
import type { ProblemCode } from '../../shared/api/problems.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import type { VerificationAnswer, VerificationRequest } from './verification-worker.ts';

export interface VerifierPoolOptions {
  /** Threads; by default one for each core but one, at most four. */
  readonly workers?: number;
  /** Time that one file may take; for tests. */
  readonly fileMilliseconds?: number;
}

/**
 * A verifier over worker threads with limits of memory and time. A file that exceeds one costs its worker, which is
 * replaced: the file is reported as too complex (not checked, and not called tampered), and the others go on.
 * Files are verified in the order in which they were given, as many at a time as there are workers.
 */
export function createVerifierPool(options: VerifierPoolOptions = {}): Verifier {
  const size = options.workers ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  const fileMilliseconds = options.fileMilliseconds ?? VERIFICATION_LIMITS.fileMilliseconds;
  const waiting: Assignment[] = [];
  const lanes: Lane[] = Array.from({ length: size }, () => createLane(fileMilliseconds, () => next()));
  const snapshots = new WeakMap<TrustContext, string>();
  let closed = false;

  const next = (): void => {
    for (const lane of lanes.filter((each) => each.idle())) {
      const assignment = waiting.shift();
      if (assignment === undefined) return;
      if (assignment.signal?.aborted === true) {
        assignment.settle(problem(assignment.file, 'cancelled'));
        return next();
      }
      lane.take(assignment);
    }
  };

  const trustSnapshot = (trust: TrustContext): string => {
    const snapshot = snapshots.get(trust) ?? trustSnapshotOf(trust);
    snapshots.set(trust, snapshot);
    return snapshot;
  };

  return {
    trustSnapshot,
    verify(file, holder, trust, signal) {
      if (closed || signal?.aborted === true) return Promise.resolve(problem(file, 'cancelled'));
      return new Promise((settle) => {
        const assignment: Assignment = {
          file,
          holder,
          trust,
          snapshot: trustSnapshot(trust),
          signal,
          settle,
        };
        // A file that waits is given up at once; one that is in work is short-lived and ends by itself.
        const giveUp = (): void => {
          const place = waiting.indexOf(assignment);
          if (place === -1) return;
          waiting.splice(place, 1);
          settle(problem(file, 'cancelled'));
        };
        signal?.addEventListener('abort', giveUp);
        waiting.push({
          ...assignment,
          settle: (result) => (signal?.removeEventListener('abort', giveUp), settle(result)),
        });
        next();
      });
    },
    async close() {
      closed = true;
      for (const assignment of waiting.splice(0)) assignment.settle(problem(assignment.file, 'cancelled'));
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

interface Assignment {
  readonly file: NamedFile;
  readonly holder: HolderHints;
  readonly trust: TrustContext;
  /** Names the trust data to the worker. */
  readonly snapshot: string;
  readonly signal: CancelSignal | undefined;
  readonly settle: (result: VerifiedFile) => void;
}

/** One worker at a time, and the file that it is working on. */
interface Lane {
  readonly idle: () => boolean;
  readonly take: (assignment: Assignment) => void;
  readonly close: () => Promise<void>;
}

function createLane(fileMilliseconds: number, whenIdle: () => void): Lane {
  let worker: Worker | null = null;
  let current: { readonly id: number; readonly assignment: Assignment; timer: NodeJS.Timeout | null } | null = null;
  let ready = false;
  let trustSent: string | null = null;
  let lastId = 0;

  const finish = (result: VerifiedFile): void => {
    if (current === null) return;
    const { assignment, timer } = current;
    if (timer !== null) clearTimeout(timer);
    current = null;
    worker?.unref();
    assignment.settle(result);
    whenIdle();
  };
  // Loading the libraries is not the file's fault: its time runs from when the worker can begin.
  const startClock = (): void => {
    if (current !== null && ready) current.timer = setTimeout(() => giveUp('too-complex'), fileMilliseconds);
  };
  const giveUp = (code: ProblemCode): void => {
    const lost = worker;
    worker = null;
    ready = false;
    trustSent = null;
    void lost?.terminate();
    if (current !== null) finish(problem(current.assignment.file, code));
  };
  const start = (): Worker => {
    const started = startWorker();
    started.on('message', (answer: VerificationAnswer) => {
      if (started !== worker) return;
      if (answer.kind === 'ready') {
        ready = true;
        startClock();
      } else if (current?.id === answer.id) finish(answer.result);
    });
    // Running out of memory ends the worker with an error; so would a fault of ours in loading it.
    started.on('error', () => started === worker && giveUp('too-complex'));
    started.on('exit', () => started === worker && giveUp('internal'));
    return started;
  };

  return {
    idle: () => current === null,
    take(assignment) {
      worker ??= start();
      worker.ref();
      const { file, holder, trust, snapshot } = assignment;
      const send = (request: VerificationRequest): void => worker?.postMessage(request);
      const id = ++lastId;
      current = { id, assignment, timer: null };
      startClock();
      if (trustSent !== snapshot) {
        if (trustSent !== null) send({ kind: 'forget', snapshot: trustSent });
        send({ kind: 'trust', snapshot, trust });
        trustSent = snapshot;
      }
      send({ kind: 'file', id, snapshot, at: trust.at, file, holder });
    },
    async close() {
      const closing = worker;
      if (current !== null) giveUp('cancelled');
      worker = null;
      await closing?.terminate();
    },
  };
}

/** The worker stands beside this file, as a source under tsx and as a bundle when built. */
function startWorker(): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`./verification-worker${extension}`, import.meta.url), {
    ...(extension === '.ts' ? { execArgv: ['--import', 'tsx'] } : {}),
    resourceLimits: { maxOldGenerationSizeMb: VERIFICATION_LIMITS.workerHeapMegabytes },
  });
}

function problem(file: NamedFile, code: ProblemCode): VerifiedFile {
  return { file: file.name, credentials: [], problems: [{ code, params: {} }] };
}
