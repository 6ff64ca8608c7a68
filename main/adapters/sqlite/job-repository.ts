import type { JobId, Instant } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

export interface JobRepository {
  /** The newest version of each that was not removed, in order of id. */
  list(): readonly Job[];
  get(id: JobId): Job | null;
  /** Keeps a version; earlier ones stay. */
  add(job: Job): void;
  /** Takes the job off the list; its versions stay for what rests on them. */
  remove(id: JobId, at: Instant): void;
  count(): number;
}

export function createJobRepository(database: Database): JobRepository {
  const newest = `SELECT record FROM jobs AS job WHERE removed_at IS NULL
    AND version = (SELECT max(version) FROM jobs WHERE jobs.id = job.id)`;
  const list = database.prepare<[], { record: string }>(`${newest} ORDER BY id`);
  const get = database.prepare<[string], { record: string }>(`${newest} AND id = ?`);
  const insert = database.prepare('INSERT INTO jobs (id, version, saved_at, record) VALUES (?, ?, ?, ?)');
  const remove = database.prepare('UPDATE jobs SET removed_at = ? WHERE id = ?');
  const count = database.prepare<[], { count: number }>(
    'SELECT count(DISTINCT id) AS count FROM jobs WHERE removed_at IS NULL',
  );
  return {
    list: () => list.all().map((row) => readRecord<Job>(row.record)),
    get(id) {
      const row = get.get(id);
      return row === undefined ? null : readRecord<Job>(row.record);
    },
    add: (job) => void insert.run(job.id, job.version, job.savedAt, writeRecord(job)),
    remove: (id, at) => void remove.run(at, id),
    count: () => count.get()?.count ?? 0,
  };
}
