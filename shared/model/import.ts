import type { Problem } from '../api/problems.ts';
import type { BatchId, CandidateId, CredentialKey, Instant, JsonPointer } from './ids.ts';
import type { CheckAxis, CheckState, Verdict } from './check.ts';
import type { Container, Standard } from './credential.ts';

/** What became of one credential of a file. In a dry run `would` be; the words are the same. */
export interface ImportedCredential {
  readonly key: CredentialKey;
  readonly pointer: JsonPointer;
  readonly standard: Standard;
  readonly container: Container;
  readonly name: string | null;
  readonly verdict: Verdict;
  readonly candidate: CandidateId;
  readonly outcome: 'new' | 'duplicate' | 'replaces-older';
  /** What keeps it from being verified, gravest first, by its report of now; set in a report, not stored. */
  readonly because?: readonly ImportFinding[];
}

/** One finding of a report, as far as a list of many files needs it. */
export interface ImportFinding {
  readonly axis: CheckAxis;
  readonly state: CheckState;
  readonly message: string;
}

/** What became of one file: credentials in it, or the problem with it. A file can have both. */
export interface FileResult {
  /** As the person knows it: path within the folder or ZIP. */
  readonly file: string;
  readonly credentials: readonly ImportedCredential[];
  readonly problems: readonly Problem[];
}

export interface ImportReport {
  readonly batch: BatchId;
  readonly dryRun: boolean;
  readonly files: readonly FileResult[];
  readonly counts: {
    readonly files: number;
    readonly imported: number;
    readonly duplicates: number;
    readonly refused: number;
    readonly candidates: number;
  };
  readonly cancelled: boolean;
}

/** A batch that was added and has files left to import, after a cancel or a crash. */
export interface PendingBatch {
  readonly batch: BatchId;
  readonly addedAt: Instant;
  readonly filesLeft: number;
  readonly filesDone: number;
}

/** Problems of a file that was used nevertheless. */
const REMARKS: ReadonlySet<Problem['code']> = new Set(['manifest-row', 'manifest-file-missing', 'image-more-badges']);

/** A file that gave no credential because something is wrong with it. */
export function isRefused({ credentials, problems }: FileResult): boolean {
  return credentials.length === 0 && problems.some((problem) => !REMARKS.has(problem.code));
}
