import { createHash } from 'node:crypto';
import { isManifest, readManifest } from '../adapters/formats/manifest.ts';
import { withoutLoneEndorsements } from '../core/credentials/lone-endorsements.ts';
import { bindManifest, type ManifestRow } from '../core/credentials/manifest.ts';
import type { NamedFile } from '../core/ports.ts';
import { reasonsAgainst } from '../core/verification/verdict.ts';
import { fail, ok, type Problem, type Result } from '../../shared/api/problems.ts';
import type { VerificationReport } from '../../shared/model/check.ts';
import type { BatchId, DocumentHash } from '../../shared/model/ids.ts';
import { isRefused, type FileResult, type ImportFinding, type ImportReport } from '../../shared/model/import.ts';
import type { EngineContext } from './engine-context.ts';
import { settleHolders } from './settle-holders.ts';
import { storeFiles, type BatchManifest, type CheckedFile } from './store-credentials.ts';
import type { TaskContext } from './tasks.ts';

/**
 * Files that are verified side by side and stored in one transaction. Few, so that a cancel or a crash costs little
 * work; enough to keep every worker busy.
 */
const FILES_AT_ONCE = 16;

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
  const work = orderOf(plan);
  for (let start = 0; start < work.length && !task.signal.aborted; start += FILES_AT_ONCE) {
    task.progress('verifying', start, work.length);
    const checked = await checkFiles(context, batch, work.slice(start, start + FILES_AT_ONCE), plan, task.signal);
    if (task.signal.aborted) break;
    task.progress('storing', start, work.length);
    storeFiles(context, batch, checked, plan);
    context.changed('candidates', 'import');
    await breathe();
  }
  if (!task.signal.aborted) {
    await settleHolders(context, candidatesOf(batches.results(batch)), task.signal);
  }
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
  const { workspace } = context;
  if (!workspace.batches.isOpen(batch)) return fail('not-found', { batch });
  await unpackArchives(context, batch, task);
  const plan = planOf(context, batch);
  const work = orderOf(plan);
  const checked: CheckedFile[] = [];
  for (let start = 0; start < work.length; start += FILES_AT_ONCE) {
    if (task.signal.aborted) return fail('cancelled');
    task.progress('verifying', start, work.length);
    const piece = await checkFiles(context, batch, work.slice(start, start + FILES_AT_ONCE), plan, task.signal);
    checked.push(...piece);
  }
  if (task.signal.aborted) return fail('cancelled');
  return ok(
    takeBack(context, () => {
      for (let start = 0; start < checked.length; start += FILES_AT_ONCE) {
        storeFiles(context, batch, checked.slice(start, start + FILES_AT_ONCE), plan);
      }
      finishBatch(context, batch, plan);
      return reportOf(context, batch, { dryRun: true, cancelled: false });
    }),
  );
}

interface Plan extends BatchManifest {
  /** Files that wait, without the manifests. */
  readonly waiting: readonly { readonly ordinal: number; readonly name: string }[];
  readonly manifests: readonly { readonly ordinal: number; readonly result: FileResult }[];
}

interface WaitingFile {
  readonly ordinal: number;
  readonly name: string;
}

/** Puts the files of each archive in its place. */
async function unpackArchives(context: EngineContext, batch: BatchId, task: TaskContext): Promise<void> {
  const { workspace, unpacker } = context;
  const waiting = workspace.batches.waiting(batch);
  for (const [index, { ordinal, name }] of waiting.entries()) {
    if (task.signal.aborted) return;
    task.progress('reading', index, waiting.length);
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
  return { ...file, hash: hashOf(file.bytes) };
}

function hashOf(bytes: Uint8Array): DocumentHash {
  return createHash('sha256').update(bytes).digest('hex') as DocumentHash;
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

/** Files of the manifest first: they settle to whom subject ids belong before other files are looked at. */
function orderOf(plan: Plan): readonly WaitingFile[] {
  const isListed = (file: WaitingFile) => plan.rowOfFile.has(file.name);
  return [...plan.waiting.filter(isListed), ...plan.waiting.filter((file) => !isListed(file))];
}

async function checkFiles(
  context: EngineContext,
  batch: BatchId,
  files: readonly WaitingFile[],
  manifest: BatchManifest,
  signal: AbortSignal,
): Promise<readonly CheckedFile[]> {
  const { workspace, verifier } = context;
  const trust = context.trust();
  const staged = files.flatMap(({ ordinal }) => workspace.batches.read(batch, ordinal) ?? []);
  return Promise.all(
    staged.map(async ({ ordinal, name, bytes }) => {
      const file = { name, bytes };
      const hash = hashOf(bytes);
      // The store has its report already; nothing is verified twice.
      if (workspace.documents.has(hash)) return { ordinal, hash, file, verified: null };
      const email = manifest.rowOfFile.get(name)?.email ?? null;
      const holder = { emails: email === null ? [] : [email], subjectIds: [] };
      const verified = withoutLoneEndorsements(await verifier.verify(file, holder, trust, signal));
      return { ordinal, hash, file, verified };
    }),
  );
}

function finishBatch(context: EngineContext, batch: BatchId, plan: Plan): void {
  const { workspace, clock } = context;
  workspace.transaction(() => {
    for (const { ordinal, result } of plan.manifests) workspace.batches.finishFile(batch, ordinal, result);
    workspace.batches.finish(batch, clock.now());
    const { counts } = reportOf(context, batch, { dryRun: false, cancelled: false });
    context.record('import.finished', null, { ...counts });
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
        const report = workspace.credentials.get(imported.key)?.credential.report;
        return report === undefined ? imported : { ...imported, verdict: report.verdict, because: findings(report) };
      }),
    }))
    .sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  const credentials = files.flatMap((file) => file.credentials);
  const isNew = credentials.filter((credential) => credential.outcome !== 'duplicate');
  return {
    batch,
    ...kind,
    files,
    counts: {
      files: files.length,
      imported: isNew.length,
      duplicates: credentials.length - isNew.length,
      refused: files.filter(isRefused).length,
      candidates: candidatesOf(files).size,
    },
  };
}

function findings({ checks }: VerificationReport): readonly ImportFinding[] {
  return reasonsAgainst(checks).map((axis) => {
    const { state, message } = checks[axis];
    return { axis, state, message };
  });
}

function candidatesOf(files: readonly FileResult[]) {
  return new Set(files.flatMap((file) => file.credentials.map((credential) => credential.candidate)));
}

/** Lets requests that wait be answered between two pieces of work. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
