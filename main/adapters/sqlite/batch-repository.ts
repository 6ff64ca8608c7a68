import type { BatchId, CandidateId, DocumentHash, Instant } from '../../../shared/model/ids.ts';
import type { FileResult, PendingBatch } from '../../../shared/model/import.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

/** A file that waits to be imported. */
export interface StagedFile {
  readonly ordinal: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is known of a file that waits without reading it. */
export interface WaitingFile {
  readonly ordinal: number;
  readonly name: string;
  readonly hash: DocumentHash;
  /** Bytes. */
  readonly size: number;
}

export interface BatchRepository {
  create(batch: BatchId, at: Instant): void;
  /** Whether the batch is there and not finished. */
  isOpen(batch: BatchId): boolean;
  stage(
    batch: BatchId,
    files: readonly { readonly name: string; readonly hash: string; readonly bytes: Uint8Array }[],
  ): void;
  /** What still waits, in order. */
  waiting(batch: BatchId): readonly WaitingFile[];
  /** Those of them that begin as a ZIP does, or are named as one. */
  archives(batch: BatchId): readonly WaitingFile[];
  read(batch: BatchId, ordinal: number): StagedFile | null;
  /** Marks a file as done and lets go of its bytes. */
  finishFile(batch: BatchId, ordinal: number, result: FileResult): void;
  /** Adds what became of a file that was never staged by itself (an entry of an archive that was refused). */
  addResult(batch: BatchId, result: FileResult): void;
  /** Takes a file off the batch without a result (an archive, once its files are staged). */
  dropFile(batch: BatchId, ordinal: number): void;
  /** What became of the files that are done, in order. */
  results(batch: BatchId): readonly FileResult[];
  /** Files of finished imports that gave no credential, by name; each once, as it was last. */
  refused(): readonly FileResult[];
  finish(batch: BatchId, at: Instant): void;
  pending(): readonly PendingBatch[];
  remove(batch: BatchId): void;
  /** Open batches in which a file with one of these hashes waits. */
  openWith(hashes: readonly string[]): readonly BatchId[];
  /**
   * Removes every result that names the person, and those of refused files of the same batches: whose they were can't
   * be told, and a file's name is often a person's.
   */
  removeMentions(candidate: CandidateId): void;
}

interface WaitingRow {
  ordinal: number;
  name: string;
  hash: string;
  size: number;
}

export function createBatchRepository(database: Database): BatchRepository {
  const create = database.prepare('INSERT INTO batches (id, added_at) VALUES (?, ?)');
  const open = database.prepare<[string], { one: number }>(
    'SELECT 1 AS one FROM batches WHERE id = ? AND finished_at IS NULL',
  );
  const stage = database.prepare(
    `INSERT INTO batch_files (batch, ordinal, name, hash, bytes)
     VALUES (@batch, @ordinal, @name, @hash, @bytes)`,
  );
  const last = database.prepare<[string], { ordinal: number }>(
    'SELECT coalesce(max(ordinal), 0) AS ordinal FROM batch_files WHERE batch = ?',
  );
  const waitingColumns = 'ordinal, name, hash, coalesce(length(bytes), 0) AS size';
  const waiting = database.prepare<[string], WaitingRow>(
    `SELECT ${waitingColumns} FROM batch_files WHERE batch = ? AND result IS NULL ORDER BY ordinal`,
  );
  const archives = database.prepare<[string], WaitingRow>(
    `SELECT ${waitingColumns} FROM batch_files
     WHERE batch = ? AND result IS NULL AND (substr(bytes, 1, 2) = X'504B' OR name LIKE '%.zip') ORDER BY ordinal`,
  );
  const read = database.prepare<[string, number], StagedFile>(
    'SELECT ordinal, name, bytes FROM batch_files WHERE batch = ? AND ordinal = ? AND bytes IS NOT NULL',
  );
  const finishFile = database.prepare(
    'UPDATE batch_files SET result = @result, bytes = NULL WHERE batch = @batch AND ordinal = @ordinal',
  );
  const addResult = database.prepare(
    `INSERT INTO batch_files (batch, ordinal, name, hash, result)
     VALUES (@batch, (SELECT coalesce(max(ordinal), 0) + 1 FROM batch_files WHERE batch = @batch), @name, '', @result)`,
  );
  const dropFile = database.prepare('DELETE FROM batch_files WHERE batch = ? AND ordinal = ?');
  const results = database.prepare<[string], { result: string }>(
    'SELECT result FROM batch_files WHERE batch = ? AND result IS NOT NULL ORDER BY ordinal',
  );
  const refused = database.prepare<[], { result: string }>(
    `SELECT result FROM batch_files JOIN batches ON batches.id = batch
     WHERE finished_at IS NOT NULL AND result IS NOT NULL AND json_array_length(result, '$.credentials') = 0
       AND json_array_length(result, '$.problems') > 0
     ORDER BY name, batch, ordinal`,
  );
  const finish = database.prepare('UPDATE batches SET finished_at = ? WHERE id = ?');
  const pending = database.prepare<[], { batch: string; addedAt: string; filesLeft: number; filesDone: number }>(
    `SELECT batches.id AS batch, added_at AS addedAt,
       count(*) FILTER (WHERE result IS NULL) AS filesLeft, count(*) FILTER (WHERE result IS NOT NULL) AS filesDone
     FROM batches JOIN batch_files ON batch_files.batch = batches.id
     WHERE finished_at IS NULL GROUP BY batches.id ORDER BY batches.id`,
  );
  const remove = database.prepare('DELETE FROM batches WHERE id = ?');
  const openWith = database.prepare<[string], { id: string }>(
    `SELECT DISTINCT batches.id FROM batches JOIN batch_files ON batch_files.batch = batches.id
     WHERE finished_at IS NULL AND result IS NULL AND hash IN (SELECT value FROM json_each(?)) ORDER BY batches.id`,
  );
  const naming = `SELECT batch, ordinal FROM batch_files, json_each(result, '$.credentials') AS imported
    WHERE json_extract(imported.value, '$.candidate') = @candidate`;
  const removeRefused = database.prepare(
    `DELETE FROM batch_files WHERE result IS NOT NULL AND json_array_length(result, '$.credentials') = 0
       AND batch IN (SELECT batch FROM (${naming}))`,
  );
  const removeNaming = database.prepare(`DELETE FROM batch_files WHERE (batch, ordinal) IN (${naming})`);
  return {
    create: (batch, at) => void create.run(batch, at),
    isOpen: (batch) => open.get(batch) !== undefined,
    stage(batch, files) {
      let ordinal = last.get(batch)?.ordinal ?? 0;
      for (const { name, hash, bytes } of files) stage.run({ batch, ordinal: (ordinal += 1), name, hash, bytes });
    },
    waiting: (batch) => waiting.all(batch).map(toWaiting),
    archives: (batch) => archives.all(batch).map(toWaiting),
    read: (batch, ordinal) => read.get(batch, ordinal) ?? null,
    finishFile: (batch, ordinal, result) => void finishFile.run({ batch, ordinal, result: writeRecord(result) }),
    addResult: (batch, result) => void addResult.run({ batch, name: result.file, result: writeRecord(result) }),
    dropFile: (batch, ordinal) => void dropFile.run(batch, ordinal),
    results: (batch) => results.all(batch).map((row) => readRecord<FileResult>(row.result)),
    refused() {
      const byName = new Map(
        refused
          .all()
          .map((row) => readRecord<FileResult>(row.result))
          .map((one) => [one.file, one]),
      );
      return [...byName.values()];
    },
    finish: (batch, at) => void finish.run(at, batch),
    pending: () => pending.all().map((row) => ({ ...row, batch: row.batch as BatchId })),
    remove: (batch) => void remove.run(batch),
    openWith: (hashes) => openWith.all(writeRecord(hashes)).map((row) => row.id as BatchId),
    removeMentions(candidate) {
      removeRefused.run({ candidate });
      removeNaming.run({ candidate });
    },
  };
}

function toWaiting(row: WaitingRow): WaitingFile {
  return { ...row, hash: row.hash as DocumentHash };
}
