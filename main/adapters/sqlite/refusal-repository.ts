import type { CandidateId, JobId, RefusalId } from '../../../shared/model/ids.ts';
import type { Refusal } from '../../../shared/model/match.ts';
import type { Database } from './connection.ts';

/** A rule as a person makes it, looking at what somebody shows. */
export interface NewRefusal extends Refusal {
  readonly reason: string;
  /** Of whose evidence it is said; the reason goes with them, the rule stays. */
  readonly about: CandidateId;
}

/** Rules that two wordings are not the same skill. */
export interface RefusalRepository {
  /** Adds a rule; one that says the same (job and both wordings) is there once, with the reason that it first had. */
  add(refusal: NewRefusal): void;
  /** @returns False where there is no such rule. */
  remove(id: RefusalId): boolean;
  get(id: RefusalId): Refusal | null;
  /** Of whose evidence it was said, as long as they are there. */
  about(id: RefusalId): CandidateId | null;
  /** All rules, oldest first. */
  list(): readonly Refusal[];
  /** Those that count for a job: its own and the workspace's, oldest first. */
  ofJob(job: JobId): readonly Refusal[];
}

const SAME = 'job IS @job AND asked = @asked AND held = @held';
const SELECT = `SELECT id, at, by, reason, job, asked, held
  FROM refusals LEFT JOIN refusal_reasons ON refusal_reasons.refusal = refusals.id`;

export function createRefusalRepository(database: Database): RefusalRepository {
  const insert = database.prepare(
    `INSERT INTO refusals (id, at, by, job, asked, held) SELECT @id, @at, @by, @job, @asked, @held
     WHERE NOT EXISTS (SELECT 1 FROM refusals WHERE ${SAME})`,
  );
  const insertReason = database.prepare(
    `INSERT INTO refusal_reasons (refusal, candidate, reason)
     SELECT id, @about, @reason FROM refusals WHERE ${SAME} ON CONFLICT (refusal) DO NOTHING`,
  );
  const remove = database.prepare('DELETE FROM refusals WHERE id = ?');
  const one = database.prepare<[string], Refusal>(`${SELECT} WHERE id = ?`);
  const about = database.prepare<[string], { candidate: CandidateId }>(
    'SELECT candidate FROM refusal_reasons WHERE refusal = ?',
  );
  const all = database.prepare<[], Refusal>(`${SELECT} ORDER BY id`);
  const ofJob = database.prepare<[string], Refusal>(`${SELECT} WHERE job IS NULL OR job = ? ORDER BY id`);
  return {
    add(refusal) {
      insert.run(refusal);
      insertReason.run(refusal);
    },
    remove: (id) => remove.run(id).changes > 0,
    get: (id) => one.get(id) ?? null,
    about: (id) => about.get(id)?.candidate ?? null,
    list: () => all.all(),
    ofJob: (job) => ofJob.all(job),
  };
}
