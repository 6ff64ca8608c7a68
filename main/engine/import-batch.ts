import { hash } from 'node:crypto';
import type { WaitingFile } from '../adapters/sqlite/batch-repository.ts';
import { isManifest, readManifest } from '../adapters/formats/manifest.ts';
import { bindManifest, type ManifestRow } from '../core/credentials/manifest.ts';
import type { NamedFile } from '../core/ports.ts';
import { fail, ok, type Problem, type Result } from '../../shared/api/problems.ts';
import type { BatchId, DocumentHash } from '../../shared/model/ids.ts';
import { isRefused, type FileResult, type ImportReport } from '../../shared/model/import.ts';
import type { EngineContext } from './engine-context.ts';
import { breathe } from './breathe.ts';
import { checkPieces, keepSmall, type Plan } from './check-pieces.ts';
import { settleHolders } from './settle-holders.ts';
import { createPeopleOfImport, storeFiles, type CheckedFile } from './store-credentials.ts';
import type { TaskContext } from './tasks.ts';

/**
 * Imports what waits in a batch, piece by piece: unpack archives, bind the manifest, verify, store. What was done
 * stays done after a cancel or a crash, and a second run does the rest.
 */
export async function runImport(
  context: EngineContext,
  batch: BatchId,
  task: TaskContext,
): Promise<Result<ImportReport>> {
  const { batches } = context.workspace;
  if (!batches.isOpen(batch)) return fail('not-found', { batch });
  await unpackArchives(context, batch, task);
  const plan = planOf(context, batch);
  const people = createPeopleOfImport(candidatesOf(batches.results(batch)));
  for await (const checked of checkPieces(context, batch, plan, task, false)) {
    storeFiles(context, batch, checked, plan, people);
    context.changed('candidates', 'import');
    await breathe();
  }
  if (!task.signal.aborted) await settleHolders(context, people.toSettle, task.signal);
  const cancelled = task.signal.aborted;
  if (!cancelled) finishBatch(context, batch, plan);
  context.changed('candidates', 'import', 'trust');
  return ok(reportOf(context, batch, { dryRun: false, cancelled }));
}

/** Does all that {@link runImport} would do and takes it back again, so that its words are those of the real import. */
export async function previewImport(
  context: EngineContext,
  batch: BatchId,
  task: TaskContext,
): Promise<Result<ImportReport>> {
  if (!context.workspace.batches.isOpen(batch)) return fail('not-found', { batch });
  await unpackArchives(context, batch, task);
  const plan = planOf(context, batch);
  const pieces: (() => readonly CheckedFile[])[] = [];
  for await (const piece of checkPieces(context, batch, plan, task, true))
    pieces.push(keepSmall(context, batch, piece));
  if (task.signal.aborted) return fail('cancelled');
  return ok(
    takeBack(context, () => {
      const people = createPeopleOfImport([]);
      for (const piece of pieces) storeFiles(context, batch, piece(), plan, people);
      finishBatch(context, batch, plan);
      return reportOf(context, batch, { dryRun: true, cancelled: false });
    }),
  );
}

/** Puts the files of each archive in its place. */
async function unpackArchives(context: EngineContext, batch: BatchId, task: TaskContext): Promise<void> {
  const { workspace, unpacker } = context;
  const archives = workspace.batches.archives(batch);
  for (const [index, { ordinal, name }] of archives.entries()) {
    if (task.signal.aborted) return;
    task.progress('reading', index, archives.length);
    const staged = workspace.batches.read(batch, ordinal);
    if (staged === null) continue;
    const { files, problems } = await unpacker.unpack(staged);
    const [only] = files;
    if (problems.length === 0 && files.length === 1 && only?.name === name) continue;
    workspace.transaction(() => {
      workspace.batches.dropFile(batch, ordinal);
      workspace.batches.stage(batch, files.map(toStaged));
      for (const [file, ones] of Map.groupBy(problems, (one) => one.file)) {
        workspace.batches.addResult(batch, { file, credentials: [], problems: ones.map((one) => one.problem) });
      }
    });
    await breathe();
  }
}

/** A file as it is staged, with the hash by which it is known again. */
export function toStaged(file: NamedFile): NamedFile & { readonly hash: DocumentHash } {
  return { ...file, hash: hash('sha256', file.bytes, 'hex') as DocumentHash };
}

/** Reads the manifests of the batch and binds their rows to its files, those that are done already included. */
function planOf(context: EngineContext, batch: BatchId): Plan {
  const { batches } = context.workspace;
  const waiting: WaitingFile[] = [];
  const found: { readonly ordinal: number; readonly file: NamedFile }[] = [];
  for (const entry of batches.waiting(batch)) {
    const file = /\.csv$/i.test(entry.name) ? batches.read(batch, entry.ordinal) : null;
    if (file !== null && isManifest(file)) found.push({ ordinal: entry.ordinal, file });
    else waiting.push(entry);
  }
  const names = [...waiting.map((file) => file.name), ...batches.results(batch).map((result) => result.file)];
  const rows: ManifestRow[] = [];
  const rowOfFile = new Map<string, ManifestRow>();
  const manifests = found.map(({ ordinal, file }) => {
    const read = readManifest(file.bytes);
    const problems: Problem[] = [];
    if (read.ok) {
      // Lines are counted on through all manifests, because a line is what tells nameless rows apart.
      const from = rows.reduce((last, row) => Math.max(last, row.line), 0);
      const shifted = read.value.rows.map((row) => ({ ...row, line: row.line + from }));
      const bound = bindManifest(shifted, names, file.name);
      for (const [name, row] of bound.rowOfFile) if (!rowOfFile.has(name)) rowOfFile.set(name, row);
      rows.push(...shifted);
      problems.push(...read.value.problems, ...bound.problems.map((problem) => unshift(problem, from)));
    } else {
      problems.push(read.problem);
    }
    return { ordinal, result: { file: file.name, credentials: [], problems } };
  });
  return { waiting, rows, rowOfFile, manifests };
}

function unshift(problem: Problem, by: number): Problem {
  const { line } = problem.params;
  return typeof line === 'number' ? { ...problem, params: { ...problem.params, line: line - by } } : problem;
}

function finishBatch(context: EngineContext, batch: BatchId, plan: Plan): void {
  const { workspace, clock } = context;
  workspace.transaction(() => {
    for (const { ordinal, result } of plan.manifests) workspace.batches.finishFile(batch, ordinal, result);
    workspace.batches.finish(batch, clock.now());
    context.record('import.finished', null, { ...countsOf(workspace.batches.results(batch)) });
  });
}

class TakenBack<Value> extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super('taken back');
    this.value = value;
  }
}

function takeBack<Value>(context: EngineContext, work: () => Value): Value {
  try {
    return context.workspace.transaction((): Value => {
      throw new TakenBack(work());
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as Value;
    throw error;
  }
}

/** Verdicts are read anew: what was learned of a person later in the import can have settled an earlier check. */
function reportOf(
  context: EngineContext,
  batch: BatchId,
  kind: Pick<ImportReport, 'dryRun' | 'cancelled'>,
): ImportReport {
  const { workspace } = context;
  const files = workspace.batches
    .results(batch)
    .map((result) => ({
      ...result,
      credentials: result.credentials.map((imported) => {
        const standing = workspace.credentials.standing(imported.key);
        return standing === null ? imported : { ...imported, verdict: standing.verdict, because: standing.findings };
      }),
    }))
    .sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  return { batch, ...kind, files, counts: countsOf(files) };
}

function countsOf(files: readonly FileResult[]): ImportReport['counts'] {
  const credentials = files.flatMap((file) => file.credentials);
  const isNew = credentials.filter((credential) => credential.outcome !== 'duplicate');
  return {
    files: files.length,
    imported: isNew.length,
    duplicates: credentials.length - isNew.length,
    refused: files.filter(isRefused).length,
    candidates: candidatesOf(files).size,
  };
}

function candidatesOf(files: readonly FileResult[]) {
  return new Set(files.flatMap((file) => file.credentials.map((credential) => credential.candidate)));
}
