import type { LogEntry } from '../../../shared/api/contract.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

/** What people and the app did. Entries are added and never changed; only an erasure removes a person's. */
export interface LogRepository {
  add(entry: LogEntry): void;
  /** Newest first. */
  list(limit: number): readonly LogEntry[];
  removeOfSubject(subject: string): void;
  hasEntry(kind: string, subject: string): boolean;
}

export function createLogRepository(database: Database): LogRepository {
  const insert = database.prepare(
    'INSERT INTO events (id, at, kind, by, subject, detail) VALUES (@id, @at, @kind, @by, @subject, @detail)',
  );
  const list = database.prepare<[number], Omit<LogEntry, 'detail'> & { detail: string }>(
    'SELECT id, at, kind, by, subject, detail FROM events ORDER BY id DESC LIMIT ?',
  );
  const remove = database.prepare('DELETE FROM events WHERE subject = ?');
  const find = database.prepare<[string, string], { one: number }>(
    'SELECT 1 AS one FROM events WHERE kind = ? AND subject = ? LIMIT 1',
  );
  return {
    add: (entry) => void insert.run({ ...entry, detail: writeRecord(entry.detail) }),
    list: (limit) => list.all(limit).map((row) => ({ ...row, detail: readRecord<LogEntry['detail']>(row.detail) })),
    removeOfSubject: (subject) => void remove.run(subject),
    hasEntry: (kind, subject) => find.get(kind, subject) !== undefined,
  };
}
