import { hash } from 'node:crypto';
import type { HolderHints, NamedFile, PackedFile } from '../core/ports.ts';
import { reportHolds } from '../core/verification/report-holds.ts';
import type { Instant } from '../../shared/model/ids.ts';
import { packFile, unpackFile } from './packed-file.ts';

/** What decides a result beside time, as one text. */
export type VerdictKey = string & { readonly verdictKey: true };

/** Results of verification, so that the same file under the same trust data is not verified twice. */
export interface VerdictCache {
  /** The result as of `at`, under the file's name of now; null where none is kept that still holds then. */
  get(key: VerdictKey, fileName: string, at: Instant): PackedFile | null;
  put(key: VerdictKey, result: PackedFile): void;
  clear(): void;
}

export function verdictKey({ hash: known, bytes }: NamedFile, holder: HolderHints, snapshot: string): VerdictKey {
  const hints = JSON.stringify([holder.emails, holder.subjectIds]);
  return `${known ?? hash('sha256', bytes, 'hex')} ${snapshot} ${hints}` as VerdictKey;
}

/** Keeps results up to so many bytes; those that were used longest ago go first. */
export function createVerdictCache(capacity: number): VerdictCache {
  const kept = new Map<VerdictKey, PackedFile>();
  let size = 0;
  const remove = (key: VerdictKey, result: PackedFile): void => {
    kept.delete(key);
    size -= sizeOf(result);
  };
  return {
    get(key, fileName, at) {
      const found = kept.get(key);
      if (found === undefined) return null;
      // Put at the end: the first of the map are those that nobody asked for.
      kept.delete(key);
      kept.set(key, found);
      return holds(found, at) ? renew(found, fileName, at) : null;
    },
    clear() {
      kept.clear();
      size = 0;
    },
    put(key, result) {
      const before = kept.get(key);
      if (before !== undefined) remove(key, before);
      kept.set(key, result);
      size += sizeOf(result);
      for (const [oldest, other] of kept) {
        if (size <= capacity) break;
        remove(oldest, other);
      }
    },
  };
}

function sizeOf({ text, credentials }: PackedFile): number {
  return text.byteLength + credentials.length;
}

/** A file without credentials has no report that could run out. */
function holds({ at, holdsUntil }: PackedFile, now: Instant): boolean {
  return at === null || reportHolds({ at, holdsUntil }, Date.parse(now));
}

/** What the same bytes would give now, under another name. */
function renew(packed: PackedFile, fileName: string, at: Instant): PackedFile {
  if (packed.file === fileName && (packed.at === null || packed.at === at)) return packed;
  const { credentials, problems } = unpackFile(packed);
  const renewed = credentials.map((each) => ({ ...each, fileName, report: { ...each.report, at } }));
  return packFile({ file: fileName, credentials: renewed, problems });
}
