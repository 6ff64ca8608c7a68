import type { CandidateId, CredentialKey, EventId, Instant } from '../../../shared/model/ids.ts';
import type { ProfilePlace, Shape } from '../../../shared/model/profile.ts';
import type { Database } from './connection.ts';

/** What a person said of where one wording belongs, among the skills of one candidate. */
export interface PlaceEdit {
  readonly id: EventId;
  readonly at: Instant;
  readonly by: string;
  readonly candidate: CandidateId;
  /** The wording as it is compared. */
  readonly text: string;
  /** Null takes an earlier edit back. */
  readonly place: ProfilePlace | null;
  readonly reason: string;
}

/** When a credential came, and with which import. */
export interface Arrival {
  readonly credential: CredentialKey;
  readonly at: Instant;
  /** Credentials of one import have the same; a file that no import knows any more is one by itself. */
  readonly together: string;
}

/** What people and the app remember of T-profiles; all of it goes with the person. */
export interface ProfileRepository {
  addEdit(edit: PlaceEdit): void;
  /** The last word on each wording of one candidate; what was taken back is left out. In order of the wording. */
  edits(candidate: CandidateId): readonly PlaceEdit[];
  /** The shape that was last shown, read by itself (`null`) or relative to a job's core field. */
  shape(candidate: CandidateId, coreField: string | null): Shape | null;
  keepShape(candidate: CandidateId, coreField: string | null, shape: Shape): void;
  /** Every credential of the candidate, oldest first; ties by key. */
  arrivals(candidate: CandidateId): readonly Arrival[];
}

export function createProfileRepository(database: Database): ProfileRepository {
  const insert = database.prepare(
    `INSERT INTO profile_edits (id, at, by, candidate, text, place, reason)
     VALUES (@id, @at, @by, @candidate, @text, @place, @reason)`,
  );
  const edits = database.prepare<[string], PlaceEdit>(
    'SELECT id, at, by, candidate, text, place, reason FROM profile_edits WHERE candidate = ? ORDER BY text, id',
  );
  const shape = database.prepare<[string, string], { shape: Shape }>(
    'SELECT shape FROM profile_shapes WHERE candidate = ? AND core_field = ?',
  );
  const keep = database.prepare(
    `INSERT INTO profile_shapes (candidate, core_field, shape) VALUES (?, ?, ?)
     ON CONFLICT (candidate, core_field) DO UPDATE SET shape = excluded.shape`,
  );
  const arrivals = database.prepare<[string], Arrival>(
    `SELECT credentials.key AS credential, documents.added_at AS at,
            coalesce((SELECT min(batch) FROM batch_files WHERE batch_files.hash = documents.hash), documents.hash) AS together
     FROM credentials JOIN documents ON documents.hash = credentials.document
     WHERE credentials.candidate = ? ORDER BY documents.added_at, credentials.key`,
  );
  return {
    addEdit: (edit) => void insert.run(edit),
    edits(candidate) {
      const last = new Map(edits.all(candidate).map((edit) => [edit.text, edit]));
      return [...last.values()].filter((edit) => edit.place !== null);
    },
    shape: (candidate, coreField) => shape.get(candidate, coreField ?? '')?.shape ?? null,
    keepShape: (candidate, coreField, one) => void keep.run(candidate, coreField ?? '', one),
    arrivals: (candidate) => arrivals.all(candidate),
  };
}
