import type { JobId, RefusalId } from '../../../shared/model/ids.ts';
import type { Refusal } from '../../../shared/model/match.ts';
import type { Database } from './connection.ts';

/** Rules that two wordings are not the same skill. */
export interface RefusalRepository {
  /** Adds a rule; one that says the same (job and both wordings) is there once, with the reason that it first had. */
  add(refusal: Refusal): void;
  /** @returns False where there is no such rule. */
  remove(id: RefusalId): boolean;
  get(id: RefusalId): Refusal | null;
  /** All rules, oldest first. */
  list(): readonly Refusal[];
  /** Those that count for a job: its own and the workspace's, oldest first. */
  ofJob(job: JobId): readonly Refusal[];
}

const COLUMNS = 'id, at, by, reason, job, asked, held';

export function createRefusalRepository(database: Database): RefusalRepository {
  const insert = database.prepare(
    `INSERT INTO refusals (${COLUMNS}) SELECT @id, @at, @by, @reason, @job, @asked, @held
     WHERE NOT EXISTS (SELECT 1 FROM refusals WHERE job IS @job AND asked = @asked AND held = @held)`,
  );
  const remove = database.prepare('DELETE FROM refusals WHERE id = ?');
  const one = database.prepare<[string], Refusal>(`SELECT ${COLUMNS} FROM refusals WHERE id = ?`);
  const all = database.prepare<[], Refusal>(`SELECT ${COLUMNS} FROM refusals ORDER BY id`);
  const ofJob = database.prepare<[string], Refusal>(
    `SELECT ${COLUMNS} FROM refusals WHERE job IS NULL OR job = ? ORDER BY id`,
  );
  return {
    add: (refusal) => void insert.run(refusal),
    remove: (id) => remove.run(id).changes > 0,
    get: (id) => one.get(id) ?? null,
    list: () => all.all(),
    ofJob: (job) => ofJob.all(job),
  };
}
