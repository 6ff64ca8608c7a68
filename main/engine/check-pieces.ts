import type { WaitingFile } from '../adapters/sqlite/batch-repository.ts';
import type { PackedUse, TrustContext } from '../core/ports.ts';
import type { BatchId } from '../../shared/model/ids.ts';
import type { FileResult } from '../../shared/model/import.ts';
import type { EngineContext } from './engine-context.ts';
import type { BatchManifest, CheckedFile } from './store-credentials.ts';
import type { TaskContext } from './tasks.ts';

/** What a batch holds, before any of its files is opened. */
export interface Plan extends BatchManifest {
  /** Files that wait, without the manifests. */
  readonly waiting: readonly WaitingFile[];
  readonly manifests: readonly { readonly ordinal: number; readonly result: FileResult }[];
}

/**
 * Verifies the batch's files ahead of whoever takes them, and gives them out in order until it is cancelled.
 *
 * @param isAskedAgain Whether the same files will be verified again, so that their results are to be kept.
 */
export async function* checkPieces(
  context: EngineContext,
  batch: BatchId,
  plan: Plan,
  { signal, progress }: TaskContext,
  isAskedAgain: boolean,
): AsyncGenerator<readonly CheckedFile[]> {
  const work = orderOf(plan);
  const pieces = inPieces(work);
  const trust = context.trust();
  let verified = 0;
  const check = async (file: WaitingFile): Promise<readonly CheckedFile[]> => {
    const checked = await checkFile(context, batch, file, plan, trust, { signal, isAskedAgain });
    if (!signal.aborted) progress('verifying', (verified += 1), work.length);
    return checked === null ? [] : [checked];
  };
  const ahead: { readonly files: readonly WaitingFile[]; readonly checked: Promise<readonly CheckedFile[]> }[] = [];
  const begin = (): void => {
    while (ahead.length < PIECES_AHEAD || isLittle(ahead.flatMap(({ files }) => files))) {
      const piece = pieces.next();
      if (piece.done === true) return;
      const files = piece.value;
      ahead.push({ files, checked: Promise.all(files.map(check)).then((checked) => checked.flat()) });
    }
  };
  progress('verifying', 0, work.length);
  begin();
  for (let piece = ahead.shift(); piece !== undefined; piece = ahead.shift()) {
    const checked = await piece.checked;
    if (signal.aborted) return;
    begin();
    // The same count goes on through both phases, so that a bar never runs backwards.
    progress('storing', verified, work.length);
    yield checked;
  }
}

/** A dry run holds the results of all files at once: without the bytes, which the batch has. */
export function keepSmall(
  context: EngineContext,
  batch: BatchId,
  piece: readonly CheckedFile[],
): () => readonly CheckedFile[] {
  const kept = piece.map(({ file: { name }, ...rest }) => ({ name, ...rest }));
  return () =>
    kept.flatMap(({ name, ...rest }) => {
      const staged = context.workspace.batches.read(batch, rest.ordinal);
      return staged === null ? [] : [{ ...rest, file: { name, bytes: staged.bytes } }];
    });
}

/**
 * Files that are stored in one transaction. The first pieces are small, so that something is there soon; later ones
 * save commits. They are the same in every run, whatever the workers' pace.
 */
const FIRST_PIECE = 16;
const LARGEST_PIECE = 1024;
/** Bytes beyond which a piece takes no further file. */
const PIECE_BYTES = 8 * 1024 * 1024;
/**
 * Pieces, and small files, that are verified while the piece before them is stored, so that the workers never wait for
 * the store: the first pieces are small, and two of them would keep nobody busy.
 */
const PIECES_AHEAD = 2;
const FILES_AHEAD = 1024;

/** Files that are over soon, and whose bytes may wait in memory. */
function isLittle(files: readonly WaitingFile[]): boolean {
  return files.length < FILES_AHEAD && files.reduce((bytes, { size }) => bytes + size, 0) < PIECE_BYTES;
}

function* inPieces(files: readonly WaitingFile[]): Generator<readonly WaitingFile[]> {
  let piece: WaitingFile[] = [];
  let bytes = 0;
  let largest = FIRST_PIECE;
  for (const file of files) {
    piece.push(file);
    bytes += file.size;
    if (piece.length < largest && bytes < PIECE_BYTES) continue;
    yield piece;
    piece = [];
    bytes = 0;
    largest = Math.min(2 * largest, LARGEST_PIECE);
  }
  if (piece.length > 0) yield piece;
}

/** Files of the manifest first: they settle to whom subject ids belong before other files are looked at. */
function orderOf(plan: Plan): readonly WaitingFile[] {
  const isListed = (file: WaitingFile) => plan.rowOfFile.has(file.name);
  return [...plan.waiting.filter(isListed), ...plan.waiting.filter((file) => !isListed(file))];
}

async function checkFile(
  { workspace, verifier }: EngineContext,
  batch: BatchId,
  { ordinal, name, hash }: WaitingFile,
  manifest: BatchManifest,
  trust: TrustContext,
  use: PackedUse,
): Promise<CheckedFile | null> {
  const bytes = use.signal.aborted ? null : (workspace.batches.read(batch, ordinal)?.bytes ?? null);
  if (bytes === null) return null;
  const file = { name, bytes, hash };
  // The store has its report already; nothing is verified twice.
  if (workspace.documents.has(hash)) return { ordinal, hash, file, verified: null };
  const email = manifest.rowOfFile.get(name)?.email ?? null;
  const holder = { emails: email === null ? [] : [email], subjectIds: [] };
  return { ordinal, hash, file, verified: await verifier.verifyPacked(file, holder, trust, use) };
}
