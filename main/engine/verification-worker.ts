import { parentPort, workerData } from 'node:worker_threads';
import type { HolderHints, NamedFile, PackedFile, TrustContext, VerifiedFile } from '../core/ports.ts';
import type { Instant } from '../../shared/model/ids.ts';
import { packFile } from './packed-file.ts';
import { shareProgress } from './shared-progress.ts';
import { verifyFileStepwise, type GivenUp } from './verify-file.ts';

/** One file as the pool hands it on. */
export interface FileRequest {
  readonly id: number;
  readonly file: NamedFile;
  readonly holder: HolderHints;
  /** The time as of which to judge. */
  readonly at: Instant;
  /** Names trust data that was sent before. */
  readonly snapshot: string;
  /** Credentials on which an earlier worker spent its time or memory. */
  readonly givenUp: GivenUp;
}

/** What the pool sends. Trust data goes once for each snapshot; files come several at a time and refer to it. */
export type VerificationRequest =
  | { readonly kind: 'trust'; readonly snapshot: string; readonly trust: TrustContext }
  | { readonly kind: 'forget'; readonly snapshot: string }
  | { readonly kind: 'files'; readonly files: readonly FileRequest[] };

/** What the worker answers: once that it has loaded, then the results of some files. */
export type VerificationAnswer =
  { readonly kind: 'ready' } | { readonly kind: 'results'; readonly results: readonly FileAnswer[] };

/** The result; null where it was cancelled. */
export interface FileAnswer {
  readonly id: number;
  readonly result: PackedFile | null;
}

/** Results wait this long for company before they are sent. */
const HELD_BACK_MILLISECONDS = 10;

const progress = shareProgress(workerData as SharedArrayBuffer);
const trusts = new Map<string, TrustContext>();
/** Requests are carried out one after the other, in the order in which they came. */
let last = Promise.resolve();

parentPort?.on('message', (request: VerificationRequest) => {
  last = last.then(() => carryOut(request));
});

post({ kind: 'ready' });

function post(message: VerificationAnswer, moved: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved);
}

/** All texts go in one piece of memory, which is moved and not copied: each piece that is moved costs as much again. */
function postResults(results: readonly FileAnswer[]): void {
  const length = results.reduce((sum, { result }) => sum + (result?.text.length ?? 0), 0);
  const together = new Uint8Array(length);
  let end = 0;
  const placed = results.map(({ id, result }): FileAnswer => {
    if (result === null) return { id, result };
    together.set(result.text, end);
    end += result.text.length;
    return { id, result: { ...result, text: together.subarray(end - result.text.length, end) } };
  });
  post({ kind: 'results', results: placed }, [together.buffer]);
}

async function carryOut(request: VerificationRequest): Promise<void> {
  if (request.kind === 'trust') trusts.set(request.snapshot, request.trust);
  else if (request.kind === 'forget') trusts.delete(request.snapshot);
  else await verifyAll(request.files);
}

async function verifyAll(files: readonly FileRequest[]): Promise<void> {
  let results: FileAnswer[] = [];
  let sentAt = performance.now();
  for (const request of files) {
    if (results.length > 0 && performance.now() - sentAt > HELD_BACK_MILLISECONDS) {
      postResults(results);
      results = [];
      sentAt = performance.now();
    }
    results.push({ id: request.id, result: await answer(request) });
  }
  postResults(results);
  progress.enter(null);
}

async function answer({ id, file, holder, at, snapshot, givenUp }: FileRequest): Promise<PackedFile | null> {
  const trust = trusts.get(snapshot);
  const work = {
    holder,
    trustSnapshot: snapshot,
    givenUp,
    goesOn: (credential: number) => {
      progress.enter({ file: id, credential });
      return !progress.isCancelled(id);
    },
  };
  if (!work.goesOn(-1)) return null;
  const result =
    trust === undefined
      ? faulty(file.name)
      : await verifyFileStepwise(file, { ...trust, at }, work).catch(() => faulty(file.name));
  return result === null ? null : packFile(result);
}

/** A fault of ours: the file is reported, the rest of the batch goes on. */
function faulty(file: string): VerifiedFile {
  return { file, credentials: [], problems: [{ code: 'internal', params: {} }] };
}
