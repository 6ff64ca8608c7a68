import type { Candidate, CandidateBasis } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Database } from './connection.ts';
import { writeRecord } from './records.ts';

/** A person together with the subject ids under which credentials were issued to that person. */
export interface KnownCandidate {
  readonly candidate: Candidate;
  readonly subjectIds: readonly string[];
}

export interface CandidateRepository {
  /** In order of id, which is the order of arrival. */
  list(): readonly Candidate[];
  /** In rising order. */
  ids(): IterableIterator<CandidateId>;
  listKnown(): readonly KnownCandidate[];
  /** Those to whom any of the subject ids belongs, with all of their subject ids; in order of id. */
  withSubjectIds(subjectIds: readonly string[]): readonly KnownCandidate[];
  get(id: CandidateId): Candidate | null;
  subjectIds(id: CandidateId): readonly string[];
  /** Adds the person or writes over what was known. */
  put(candidate: Candidate): void;
  /** A subject id that already belongs to somebody stays there. */
  addSubject(id: CandidateId, subjectId: string): void;
  count(): number;
  /** Removes the person with subject ids and judgements; the credentials must be gone. */
  remove(id: CandidateId): void;
}

interface Row {
  id: string;
  pseudonym: string;
  ref: string | null;
  name: string | null;
  email: string | null;
  basis: string;
  imported_at: string;
}

export function createCandidateRepository(database: Database): CandidateRepository {
  const columns = 'id, pseudonym, ref, name, email, basis, imported_at';
  const list = database.prepare<[], Row>(`SELECT ${columns} FROM candidates ORDER BY id`);
  const ids = database.prepare<[], CandidateId>('SELECT id FROM candidates ORDER BY id').pluck();
  const select = database.prepare<[string], Row>(`SELECT ${columns} FROM candidates WHERE id = ?`);
  const put = database.prepare(
    `INSERT INTO candidates (${columns}) VALUES (@id, @pseudonym, @ref, @name, @email, @basis, @importedAt)
     ON CONFLICT (id) DO UPDATE SET
       pseudonym = excluded.pseudonym, ref = excluded.ref, name = excluded.name,
       email = excluded.email, basis = excluded.basis`,
  );
  const subjects = database.prepare<[string], { subject_id: string }>(
    'SELECT subject_id FROM candidate_subjects WHERE candidate = ? ORDER BY subject_id',
  );
  const allSubjects = database.prepare<[], { subject_id: string; candidate: string }>(
    'SELECT subject_id, candidate FROM candidate_subjects ORDER BY subject_id',
  );
  const withSubjects = database.prepare<[string], { candidate: string }>(
    `SELECT DISTINCT candidate FROM candidate_subjects
     WHERE subject_id IN (SELECT value FROM json_each(?)) ORDER BY candidate`,
  );
  const addSubject = database.prepare(
    'INSERT INTO candidate_subjects (subject_id, candidate) VALUES (?, ?) ON CONFLICT (subject_id) DO NOTHING',
  );
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM candidates');
  const remove = database.prepare('DELETE FROM candidates WHERE id = ?');
  return {
    list: () => list.all().map(toCandidate),
    ids: () => ids.iterate(),
    listKnown() {
      const byCandidate = Map.groupBy(allSubjects.all(), (row) => row.candidate);
      return list.all().map((row) => ({
        candidate: toCandidate(row),
        subjectIds: (byCandidate.get(row.id) ?? []).map((subject) => subject.subject_id),
      }));
    },
    withSubjectIds: (subjectIds) =>
      withSubjects.all(writeRecord(subjectIds)).flatMap(({ candidate }) => {
        const row = select.get(candidate);
        const own = subjects.all(candidate).map((subject) => subject.subject_id);
        return row === undefined ? [] : [{ candidate: toCandidate(row), subjectIds: own }];
      }),
    get(id) {
      const row = select.get(id);
      return row === undefined ? null : toCandidate(row);
    },
    subjectIds: (id) => subjects.all(id).map((row) => row.subject_id),
    put: (candidate) => void put.run(candidate),
    addSubject: (id, subjectId) => void addSubject.run(subjectId, id),
    count: () => count.get()?.count ?? 0,
    remove: (id) => void remove.run(id),
  };
}

function toCandidate(row: Row): Candidate {
  return {
    id: row.id as CandidateId,
    pseudonym: row.pseudonym,
    ref: row.ref,
    name: row.name,
    email: row.email,
    basis: row.basis as CandidateBasis,
    importedAt: row.imported_at,
  };
}
