import type { Migration } from './migrations.ts';

/** A taxonomy is read, replaced and removed as a whole, so its concepts stand in one row. */
export const taxonomies: Migration = {
  version: 6,
  name: 'taxonomies',
  sql: `
    CREATE TABLE taxonomies (
      id       TEXT PRIMARY KEY,
      sha256   TEXT NOT NULL,
      summary  TEXT NOT NULL,
      concepts TEXT NOT NULL
    ) STRICT;
  `,
};
