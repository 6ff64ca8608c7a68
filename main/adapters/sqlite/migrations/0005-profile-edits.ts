import type { Migration } from './migrations.ts';

/** What people say of the place of a skill, and the shape that was last shown of each person. */
export const profileEdits: Migration = {
  version: 5,
  name: 'profile-edits',
  sql: `
    -- The last word on a wording stands; without a place it takes the edit back.
    CREATE TABLE profile_edits (
      id        TEXT PRIMARY KEY,
      at        TEXT NOT NULL,
      by        TEXT NOT NULL,
      candidate TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
      text      TEXT NOT NULL,
      place     TEXT,
      reason    TEXT NOT NULL
    ) STRICT;
    CREATE INDEX profile_edits_by_candidate ON profile_edits (candidate);

    -- By core field of a job; '' for the shape that is read by itself.
    CREATE TABLE profile_shapes (
      candidate  TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
      core_field TEXT NOT NULL,
      shape      TEXT NOT NULL,
      PRIMARY KEY (candidate, core_field)
    ) STRICT, WITHOUT ROWID;

    -- With which import a document came.
    CREATE INDEX batch_files_by_hash ON batch_files (hash);
  `,
};
