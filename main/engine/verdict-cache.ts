import { hash } from 'node:crypto';
import type { HolderHints, VerifiedFile } from '../core/ports.ts';
import type { Credential } from '../../shared/model/credential.ts';
import type { Instant } from '../../shared/model/ids.ts';

/** What decides a result beside time, as one text. */
export type VerdictKey = string & { readonly verdictKey: true };

/** Results of verification, so that the same file under the same trust data is not verified twice. */
export interface VerdictCache {
  /** The result as of `at`, under the file's name of now; null where none is kept that still holds then. */
  get(key: VerdictKey, fileName: string, at: Instant): VerifiedFile | null;
  put(key: VerdictKey, result: Uint8Array): void;
  clear(): void;
}

export function verdictKey(bytes: Uint8Array, holder: HolderHints, snapshot: string): VerdictKey {
  const hints = JSON.stringify([holder.emails, holder.subjectIds]);
  return `${hash('sha256', bytes, 'hex')} ${snapshot} ${hints}` as VerdictKey;
}

/** Keeps results as JSON in UTF-8 up to so many bytes; those that were used longest ago go first. */
export function createVerdictCache(capacity: number): VerdictCache {
  const kept = new Map<VerdictKey, Uint8Array>();
  let size = 0;
  const remove = (key: VerdictKey, result: Uint8Array): void => {
    kept.delete(key);
    size -= result.byteLength;
  };
  return {
    get(key, fileName, at) {
      const found = kept.get(key);
      if (found === undefined) return null;
      // Put at the end: the first of the map are those that nobody asked for.
      kept.delete(key);
      kept.set(key, found);
      const file = readResult(found);
      if (!file.credentials.every(({ report }) => holds(report, at))) return null;
      return { ...file, file: fileName, credentials: file.credentials.map((each) => renew(each, fileName, at)) };
    },
    clear() {
      kept.clear();
      size = 0;
    },
    put(key, result) {
      const before = kept.get(key);
      if (before !== undefined) remove(key, before);
      kept.set(key, result);
      size += result.byteLength;
      for (const [oldest, bytes] of kept) {
        if (size <= capacity) break;
        remove(oldest, bytes);
      }
    },
  };
}

/** What a worker of ours wrote is of our own model and taken at its type. */
export function readResult(result: Uint8Array): VerifiedFile {
  return JSON.parse(decoder.decode(result)) as VerifiedFile;
}

const decoder = new TextDecoder();

/** A report says what is so from when it was made until the next instant that can change it. */
function holds({ at, holdsUntil }: Credential['report'], now: Instant): boolean {
  const instant = Date.parse(now);
  return instant >= Date.parse(at) && (holdsUntil === null || instant < Date.parse(holdsUntil));
}

function renew(credential: Credential, fileName: string, at: Instant): Credential {
  return { ...credential, fileName, report: { ...credential.report, at } };
}
