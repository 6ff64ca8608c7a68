import type { CandidateId, EventId, Instant, JobId, RequirementId } from '../../../shared/model/ids.ts';
import type { Database } from './connection.ts';

/** What a person said of one requirement and one candidate; a later one stands over an earlier. */
export interface Judgement {
  readonly id: EventId;
  readonly at: Instant;
  readonly by: string;
  readonly job: JobId;
  readonly requirement: RequirementId;
  readonly candidate: CandidateId;
  readonly judgement: 'meets' | 'not-the-same' | 'withdrawn';
  readonly reason: string;
}

export interface JudgementRepository {
  add(judgement: Judgement): void;
  /** The last word on each requirement and candidate of the job; withdrawn ones are left out. */
  standing(job: JobId): readonly Judgement[];
}

export function createJudgementRepository(database: Database): JudgementRepository {
  const insert = database.prepare(
    `INSERT INTO judgements (id, at, by, job, requirement, candidate, judgement, reason)
     VALUES (@id, @at, @by, @job, @requirement, @candidate, @judgement, @reason)`,
  );
  const ofJob = database.prepare<[string], Judgement>(
    `SELECT id, at, by, job, requirement, candidate, judgement, reason FROM judgements WHERE job = ? ORDER BY id`,
  );
  return {
    add: (judgement) => void insert.run(judgement),
    standing(job) {
      const last = new Map(ofJob.all(job).map((row) => [`${row.requirement} ${row.candidate}`, row]));
      return [...last.values()].filter((row) => row.judgement !== 'withdrawn');
    },
  };
}
