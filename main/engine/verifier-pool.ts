import { availableParallelism } from 'node:os';
import { trustSnapshotOf } from '../adapters/verification/trust-snapshot.ts';
import { VERIFICATION_LIMITS } from '../core/verification/verification-limits.ts';
import type { HolderHints, NamedFile, PackedFile, PackedUse, TrustContext, Verifier } from '../core/ports.ts';
import type { ProblemCode } from '../../shared/api/problems.ts';
import type { CancelSignal } from '../../shared/model/cancel-signal.ts';
import { packFile, unpackFile } from './packed-file.ts';
import { createVerdictCache, verdictKey, type VerdictKey } from './verdict-cache.ts';
import { createLane, type Lane, type LaneFile, type Loss } from './verification-lane.ts';
import { NOTHING_GIVEN_UP, type GivenUp } from './verify-file.ts';

export interface VerifierPoolOptions {
  /** Threads; default {@link defaultWorkers}. */
  readonly workers?: number;
  /** Time that one credential may take; for tests. */
  readonly credentialMilliseconds?: number;
  /** Time that one file may take; for tests. */
  readonly fileMilliseconds?: number;
  /** Heap of one worker; for tests. */
  readonly heapMegabytes?: number;
}

export interface VerifierPool extends Verifier {
  /** Files that a worker was given, and files whose result was known already; counted from the start. */
  counts(): { readonly verified: number; readonly known: number };
}

/**
 * As many as there are cores, at most four: the engine's own thread is at rest most of the time, and more workers
 * cost memory without end being sooner.
 */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(4, availableParallelism()));
}

/** Bytes of results that are kept: some 15,000 badges. */
const CACHE_BYTES = 112 * 1024 * 1024;
/** A worker is not given more than this at a time, whatever the number of files. */
const BYTES_AT_ONCE = 1024 * 1024;

/**
 * A verifier over worker threads with limits of memory and time. A credential that exceeds one costs its worker, which
 * is replaced: the credential is reported as too complex (not checked, and not called tampered), the others of its file
 * and all other files go on. Files are begun in the order in which they were given.
 */
export function createVerifierPool(options: VerifierPoolOptions = {}): VerifierPool {
  const limits = {
    credentialMilliseconds: options.credentialMilliseconds ?? VERIFICATION_LIMITS.credentialMilliseconds,
    heapMegabytes: options.heapMegabytes ?? VERIFICATION_LIMITS.workerHeapMegabytes,
  };
  const fileMilliseconds = options.fileMilliseconds ?? VERIFICATION_LIMITS.fileMilliseconds;
  const cache = createVerdictCache(CACHE_BYTES);
  const bySignal = createCancelling((assignment) => cancel(assignment));
  const waiting: Assignment[] = [];
  const counts = { verified: 0, known: 0 };
  let isFilling = false;
  let closed = false;

  const lanes: readonly Lane<Assignment>[] = Array.from({ length: options.workers ?? defaultWorkers() }, () =>
    createLane<Assignment>(limits, {
      done(assignment, result) {
        if (result !== null) take(assignment, result);
        fillSoon();
      },
      lost(assignment, credential, loss) {
        giveUp(assignment, credential, loss);
        fillSoon();
      },
      returned(files) {
        waiting.unshift(...files);
        fillSoon();
      },
    }),
  );

  /** Lanes are filled once for all that comes in one turn of the event loop. */
  const fillSoon = (): void => {
    if (isFilling || closed) return;
    isFilling = true;
    queueMicrotask(() => {
      isFilling = false;
      fill();
    });
  };

  const fill = (): void => {
    while (waiting.length > 0) {
      const lane = lanes.reduce((best, each) => (each.room() > best.room() ? each : best));
      const share = Math.ceil(waiting.length / (2 * lanes.length));
      const files = closed ? [] : handful(waiting, Math.min(lane.room(), share, FILES_AT_ONCE));
      if (files.length === 0) return;
      for (const file of files) file.lane = lane;
      lane.take(files);
    }
  };

  const take = (assignment: Assignment, result: PackedFile): void => {
    // What was given up, or went wrong with us, may come out another way the next time.
    const isLasting =
      assignment.givenUp === NOTHING_GIVEN_UP && !result.problems.some(({ code }) => code === 'internal');
    if (isLasting && assignment.isAskedAgain) cache.put(assignment.key, result);
    settle(assignment, result);
  };

  const settle = (assignment: Assignment, result: PackedFile): void => {
    bySignal.forget(assignment);
    assignment.settle(result);
  };

  const cancel = (assignment: Assignment): void => {
    const place = waiting.indexOf(assignment);
    if (place === -1) assignment.lane?.cancel(assignment);
    else waiting.splice(place, 1);
    settle(assignment, problem(assignment.file, 'cancelled'));
  };

  const giveUp = (assignment: Assignment, credential: number, loss: Loss): void => {
    if (loss === 'fault') return settle(assignment, problem(assignment.file, 'internal'));
    // Others before it may have used the memory up: it gets a second worker, for itself at first.
    if (loss === 'memory' && !assignment.outOfMemoryAt.includes(credential)) {
      assignment.outOfMemoryAt.push(credential);
      return void waiting.unshift(assignment);
    }
    if (credential < 0) return settle(assignment, problem(assignment.file, 'too-complex'));
    const { credentials } = assignment.givenUp;
    const isHopeless =
      credentials.length + 1 >= VERIFICATION_LIMITS.lossesOfOneFile ||
      performance.now() - assignment.begun > fileMilliseconds ||
      credentials.includes(credential);
    assignment.givenUp = isHopeless
      ? { credentials, from: Math.min(credential, assignment.givenUp.from ?? credential) }
      : { credentials: [...credentials, credential], from: null };
    waiting.unshift(assignment);
  };

  const verifyPacked = (
    file: NamedFile,
    holder: HolderHints,
    trust: TrustContext,
    { signal, isAskedAgain }: Partial<PackedUse>,
  ): Promise<PackedFile> => {
    if (closed || signal?.aborted === true) return Promise.resolve(problem(file, 'cancelled'));
    const snapshot = trustSnapshotOf(trust);
    const key = verdictKey(file, holder, snapshot);
    const known = cache.get(key, file.name, trust.at);
    if (known !== null) {
      counts.known += 1;
      return Promise.resolve(known);
    }
    counts.verified += 1;
    return new Promise((resolve) => {
      const assignment: Assignment = {
        file,
        holder,
        trust,
        at: trust.at,
        snapshot,
        key,
        signal,
        isAskedAgain: isAskedAgain ?? true,
        givenUp: NOTHING_GIVEN_UP,
        begun: performance.now(),
        outOfMemoryAt: [],
        lane: null,
        settle: resolve,
      };
      bySignal.remember(assignment);
      waiting.push(assignment);
      fillSoon();
    });
  };

  return {
    trustSnapshot: trustSnapshotOf,
    counts: () => ({ ...counts }),
    forgetResults: () => cache.clear(),
    prepare: () => lanes.forEach((lane) => lane.prepare()),
    verifyPacked,
    verify: async (file, holder, trust, signal) =>
      unpackFile(await verifyPacked(file, holder, trust, signal === undefined ? {} : { signal })),
    async close() {
      closed = true;
      for (const assignment of bySignal.all()) settle(assignment, problem(assignment.file, 'cancelled'));
      waiting.length = 0;
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

interface Assignment extends LaneFile {
  readonly key: VerdictKey;
  readonly signal: CancelSignal | undefined;
  readonly isAskedAgain: boolean;
  /** By `performance.now()`. */
  readonly begun: number;
  givenUp: GivenUp;
  /** Credentials at which a worker ran out of memory, once. */
  readonly outOfMemoryAt: number[];
  lane: Lane<Assignment> | null;
  readonly settle: (result: PackedFile) => void;
}

/** Takes the next files off the queue, at least one where there is room for one. */
function handful(waiting: Assignment[], room: number): readonly Assignment[] {
  let bytes = 0;
  let count = 0;
  while (count < Math.min(room, waiting.length) && bytes < BYTES_AT_ONCE) {
    bytes += waiting[count]?.file.bytes.length ?? 0;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** Files of one message: enough that messages cost little, few enough that results come steadily. */
const FILES_AT_ONCE = 16;

/** What is under way, by the signal that cancels it; each signal is listened to once, however many files hang on it. */
function createCancelling(cancel: (assignment: Assignment) => void) {
  const bySignal = new Map<CancelSignal | undefined, { readonly open: Set<Assignment>; readonly stop: () => void }>();
  return {
    remember(assignment: Assignment): void {
      const { signal } = assignment;
      const known = bySignal.get(signal);
      if (known !== undefined) return void known.open.add(assignment);
      const open = new Set([assignment]);
      const onAbort = (): void => [...open].forEach(cancel);
      signal?.addEventListener('abort', onAbort);
      bySignal.set(signal, { open, stop: () => signal?.removeEventListener('abort', onAbort) });
    },
    forget(assignment: Assignment): void {
      const known = bySignal.get(assignment.signal);
      known?.open.delete(assignment);
      if (known === undefined || known.open.size > 0) return;
      known.stop();
      bySignal.delete(assignment.signal);
    },
    all: (): readonly Assignment[] => [...bySignal.values()].flatMap(({ open }) => [...open]),
  };
}

function problem(file: NamedFile, code: ProblemCode): PackedFile {
  return packFile({ file: file.name, credentials: [], problems: [{ code, params: {} }] });
}
