import { parentPort } from 'node:worker_threads';
import type { HolderHints, NamedFile, TrustContext, VerifiedFile } from '../core/ports.ts';
import type { Instant } from '../../shared/model/ids.ts';
import { verifyFile } from './verify-file.ts';

/** What the pool sends. Trust data goes once for each snapshot; files refer to it, with the time as of which to judge. */
export type VerificationRequest =
  | { readonly kind: 'trust'; readonly snapshot: string; readonly trust: TrustContext }
  | { readonly kind: 'forget'; readonly snapshot: string }
  | {
      readonly kind: 'file';
      readonly id: number;
      readonly snapshot: string;
      readonly at: Instant;
      readonly file: NamedFile;
      readonly holder: HolderHints;
    };

/** What the worker answers: once that it has loaded, then the result of each file. */
export type VerificationAnswer =
  { readonly kind: 'ready' } | { readonly kind: 'result'; readonly id: number; readonly result: VerifiedFile };

const trusts = new Map<string, TrustContext>();

parentPort?.on('message', (request: VerificationRequest) => {
  if (request.kind === 'trust') trusts.set(request.snapshot, request.trust);
  else if (request.kind === 'forget') trusts.delete(request.snapshot);
  else void answer(request);
});

post({ kind: 'ready' });

function post(message: VerificationAnswer): void {
  parentPort?.postMessage(message);
}

async function answer({
  id,
  snapshot,
  at,
  file,
  holder,
}: Extract<VerificationRequest, { kind: 'file' }>): Promise<void> {
  const trust = trusts.get(snapshot);
  const result =
    trust === undefined
      ? faulty(file.name)
      : await verifyFile(file, holder, { ...trust, at }).catch(() => faulty(file.name));
  post({ kind: 'result', id, result });
}

/** A fault of ours: the file is reported, the rest of the batch goes on. */
function faulty(file: string): VerifiedFile {
  return { file, credentials: [], problems: [{ code: 'internal', params: {} }] };
}
