import type { Migration } from './migrations.ts';

/** The first store: documents as they came, what was found in them, people, jobs, trust data, staged imports and the log. */
export const firstStore: Migration = {
  version: 1,
  name: 'first-store',
  sql: `
    -- Original bytes, kept once by content.
    CREATE TABLE documents (
      hash      TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      bytes     BLOB NOT NULL,
      added_at  TEXT NOT NULL
    ) STRICT;

    CREATE TABLE candidates (
      id          TEXT PRIMARY KEY,
      pseudonym   TEXT NOT NULL,
      ref         TEXT,
      name        TEXT,
      email       TEXT,
      basis       TEXT NOT NULL,
      imported_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX candidates_by_ref ON candidates (ref) WHERE ref IS NOT NULL;

    -- DIDs and the like under which a person's credentials were issued.
    CREATE TABLE candidate_subjects (
      subject_id TEXT PRIMARY KEY,
      candidate  TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX candidate_subjects_by_candidate ON candidate_subjects (candidate);

    -- The record is the credential as read and verified; the columns are what is asked for by itself.
    CREATE TABLE credentials (
      key            TEXT PRIMARY KEY,
      document       TEXT NOT NULL REFERENCES documents (hash),
      candidate      TEXT NOT NULL REFERENCES candidates (id),
      issuer_id      TEXT,
      credential_id  TEXT,
      valid_from     TEXT,
      verdict        TEXT NOT NULL,
      trust_snapshot TEXT NOT NULL,
      replaced_by    TEXT REFERENCES credentials (key) ON DELETE SET NULL,
      record         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX credentials_by_document ON credentials (document);
    CREATE INDEX credentials_by_candidate ON credentials (candidate);
    CREATE INDEX credentials_by_issued_id ON credentials (issuer_id, credential_id) WHERE credential_id IS NOT NULL;
    CREATE INDEX credentials_by_replacement ON credentials (replaced_by) WHERE replaced_by IS NOT NULL;

    CREATE TABLE statements (
      credential TEXT NOT NULL REFERENCES credentials (key) ON DELETE CASCADE,
      ordinal    INTEGER NOT NULL,
      record     TEXT NOT NULL,
      PRIMARY KEY (credential, ordinal)
    ) STRICT, WITHOUT ROWID;

    -- Little-endian 32-bit floats, by SHA-256 of the model's file and of the text.
    CREATE TABLE vectors (
      model     TEXT NOT NULL,
      text_hash TEXT NOT NULL,
      vector    BLOB NOT NULL,
      PRIMARY KEY (model, text_hash)
    ) STRICT, WITHOUT ROWID;

    -- Every saved version stays, for rankings and decisions that rest on it.
    CREATE TABLE jobs (
      id         TEXT NOT NULL,
      version    INTEGER NOT NULL,
      saved_at   TEXT NOT NULL,
      removed_at TEXT,
      record     TEXT NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE judgements (
      id          TEXT PRIMARY KEY,
      at          TEXT NOT NULL,
      by          TEXT NOT NULL,
      job         TEXT NOT NULL,
      requirement TEXT NOT NULL,
      candidate   TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
      judgement   TEXT NOT NULL,
      reason      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX judgements_by_job ON judgements (job);
    CREATE INDEX judgements_by_candidate ON judgements (candidate);

    CREATE TABLE packs (
      sha256      TEXT PRIMARY KEY,
      imported_at TEXT NOT NULL,
      bytes       BLOB NOT NULL
    ) STRICT;

    CREATE TABLE pins (
      issuer_id TEXT PRIMARY KEY,
      reason    TEXT NOT NULL,
      pinned_by TEXT NOT NULL,
      pinned_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE events (
      id      TEXT PRIMARY KEY,
      at      TEXT NOT NULL,
      kind    TEXT NOT NULL,
      by      TEXT NOT NULL,
      subject TEXT,
      detail  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX events_by_subject ON events (subject) WHERE subject IS NOT NULL;

    CREATE TABLE settings (
      key   TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Files wait here until each is imported, so that an import goes on after a cancel or a crash.
    CREATE TABLE batches (
      id          TEXT PRIMARY KEY,
      added_at    TEXT NOT NULL,
      finished_at TEXT
    ) STRICT;
    CREATE TABLE batch_files (
      batch   TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      name    TEXT NOT NULL,
      hash    TEXT NOT NULL,
      bytes   BLOB,
      result  TEXT,
      PRIMARY KEY (batch, ordinal)
    ) STRICT;
  `,
};
