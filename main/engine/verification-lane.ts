import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PackedFile, TrustContext } from '../core/ports.ts';
import { FILES_IN_WORKER, nextFile, shareProgress, type SharedProgress } from './shared-progress.ts';
import type { FileRequest, VerificationAnswer, VerificationRequest } from './verification-worker.ts';

/** A file on its way through a lane. */
export interface LaneFile extends Omit<FileRequest, 'id'> {
  readonly trust: TrustContext;
}

/** Why a worker was lost over a file. A fault is one of ours, and says nothing about the file. */
export type Loss = 'time' | 'memory' | 'fault';

/** What a lane tells of its files. Each file that it took ends with one of these. */
export interface LaneEvents<File> {
  /** Null where the file had been cancelled. */
  done(file: File, result: PackedFile | null): void;
  /** The worker was lost while it was at this credential of the file (-1: while it opened it). */
  lost(file: File, credential: number, loss: Loss): void;
  /** Files that waited behind the one with which the worker was lost; they are as they were. */
  returned(files: readonly File[]): void;
}

export interface LaneLimits {
  readonly credentialMilliseconds: number;
  readonly heapMegabytes: number;
}

/** One worker at a time, and the files that it holds; a worker that is lost is replaced with the next file. */
export interface Lane<File> {
  /** Files that it can take now: it is given several at a time, so that it never waits for the engine's thread. */
  room(): number;
  /** Loads a worker before the first file comes. */
  prepare(): void;
  take(files: readonly File[]): void;
  /** Nobody waits for this file any more: it is passed over, or its worker ended if it does not come to an end soon. */
  cancel(file: File): void;
  close(): Promise<void>;
}

/** A worker has work for as long as the engine's thread stores a piece and can't hand it any: badges, 0.2 s of them. */
const FILES_HELD = 192;
/** Beyond this no further file is taken, so that large ones don't fill the worker's memory while they wait. */
const BYTES_HELD = 4 * 1024 * 1024;
/** How often a worker that is at work is looked at, in milliseconds. */
const LOOK_MILLISECONDS = 50;
/** How long a file that was cancelled may go on, in milliseconds. */
const GRACE_MILLISECONDS = 200;
/** Workers that may end in a row without a file being in work. */
const UNEXPLAINED_LOSSES = 2;

export function createLane<File extends LaneFile>(limits: LaneLimits, events: LaneEvents<File>): Lane<File> {
  const held = new Map<number, File>();
  const cancelled = new Set<File>();
  let worker: { readonly thread: Worker; readonly progress: SharedProgress; ready: boolean } | null = null;
  let watch: NodeJS.Timeout | null = null;
  let stand = { mark: 0, milliseconds: 0, lookedAt: 0 };
  let trustSent: string | null = null;
  let lastId = 0;
  let unexplained = 0;
  let bytesHeld = 0;

  const send = (request: VerificationRequest): void => worker?.thread.postMessage(request);

  const start = (): NonNullable<typeof worker> => {
    const progress = shareProgress();
    const started = { thread: startWorker(progress.buffer, limits), progress, ready: false };
    started.thread.on('message', (answer: VerificationAnswer) => {
      if (started !== worker) return;
      if (answer.kind === 'ready') started.ready = true;
      else for (const { id, result } of answer.results) finish(id, result);
    });
    started.thread.on('error', (error) => {
      if (started === worker) lose(isOutOfMemory(error) ? 'memory' : 'fault');
    });
    started.thread.on('exit', () => {
      if (started === worker) lose('fault');
    });
    started.thread.unref();
    return started;
  };

  const finish = (id: number, result: PackedFile | null): void => {
    const file = held.get(id);
    if (file === undefined) return;
    held.delete(id);
    bytesHeld -= file.file.bytes.length;
    unexplained = 0;
    rest();
    events.done(file, cancelled.delete(file) ? null : result);
  };

  /** A worker without work must not keep the process alive, and need not be watched. */
  const rest = (): void => {
    if (held.size > 0) return;
    worker?.thread.unref();
    if (watch !== null) clearInterval(watch);
    watch = null;
  };

  const lose = (loss: Loss): void => {
    const lost = worker;
    worker = null;
    trustSent = null;
    void lost?.thread.terminate();
    const place = lost?.progress.look().place ?? null;
    const files = [...held];
    held.clear();
    bytesHeld = 0;
    rest();
    const found = files.find(([id]) => id === place?.file);
    unexplained = found === undefined ? unexplained + 1 : 0;
    // Where workers end again and again before they get to a file, the first is named, or it would go on for ever.
    const [culprit] = found ?? (unexplained > UNEXPLAINED_LOSSES ? (files[0] ?? []) : []);
    events.returned(files.filter(([id, file]) => id !== culprit && !cancelled.delete(file)).map(([, file]) => file));
    const file = files.find(([id]) => id === culprit)?.[1];
    if (file === undefined) return;
    if (cancelled.delete(file)) events.done(file, null);
    else events.lost(file, place?.credential ?? -1, loss);
  };

  const look = (): void => {
    if (worker === null || !worker.ready) return;
    const { place, mark } = worker.progress.look();
    const now = performance.now();
    // A thread or a machine that slept has not given the worker its time either.
    const passed = Math.min(now - stand.lookedAt, 2 * LOOK_MILLISECONDS);
    stand = { mark, milliseconds: mark === stand.mark ? stand.milliseconds + passed : 0, lookedAt: now };
    const file = place === null ? undefined : held.get(place.file);
    if (file === undefined) return;
    const limit = cancelled.has(file) ? GRACE_MILLISECONDS : limits.credentialMilliseconds;
    if (stand.milliseconds > limit) lose('time');
  };

  return {
    room: () => (bytesHeld > BYTES_HELD ? 0 : Math.max(0, FILES_HELD - held.size)),
    prepare: () => void (worker ??= start()),
    take(files) {
      worker ??= start();
      worker.thread.ref();
      watch ??= setInterval(look, LOOK_MILLISECONDS);
      let requests: FileRequest[] = [];
      const flush = (): void => {
        if (requests.length > 0) send({ kind: 'files', files: requests });
        requests = [];
      };
      for (const file of files) {
        const id = (lastId = nextFile(lastId));
        held.set(id, file);
        bytesHeld += file.file.bytes.length;
        if (trustSent !== file.snapshot) {
          flush();
          if (trustSent !== null) send({ kind: 'forget', snapshot: trustSent });
          send({ kind: 'trust', snapshot: file.snapshot, trust: file.trust });
          trustSent = file.snapshot;
        }
        requests.push({
          id,
          file: file.file,
          holder: file.holder,
          at: file.at,
          snapshot: file.snapshot,
          givenUp: file.givenUp,
        });
      }
      flush();
    },
    cancel(file) {
      for (const [id, each] of held) {
        if (each !== file) continue;
        cancelled.add(file);
        worker?.progress.cancel(id);
      }
    },
    async close() {
      const closing = worker;
      worker = null;
      held.clear();
      rest();
      await closing?.thread.terminate();
    },
  };
}

if (FILES_HELD > FILES_IN_WORKER) throw new Error('A worker holds more files than it has slots for');

/** What a worker makes and forgets for one credential fits in several times; a larger one only holds garbage longer. */
const YOUNG_MEGABYTES = 24;

/** The worker stands beside this file, as a source under tsx and as a bundle when built. */
function startWorker(progress: SharedArrayBuffer, { heapMegabytes }: LaneLimits): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`./verification-worker${extension}`, import.meta.url), {
    ...(extension === '.ts' ? { execArgv: ['--import', 'tsx'] } : {}),
    workerData: progress,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
