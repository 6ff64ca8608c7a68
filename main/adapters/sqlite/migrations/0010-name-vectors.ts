import type { Migration } from './migrations.ts';

/**
 * Vectors of names in taxonomies: a hundred thousand of one taxonomy, so they are kept in bytes, a quarter of what
 * floats take, and apart from the texts of people, which go when a person goes.
 */
export const nameVectors: Migration = {
  version: 10,
  name: 'name-vectors',
  sql: `
    CREATE TABLE name_vectors (
      model     TEXT NOT NULL,
      name_hash BLOB NOT NULL,
      vector    BLOB NOT NULL,
      PRIMARY KEY (model, name_hash)
    ) STRICT, WITHOUT ROWID;
  `,
};
