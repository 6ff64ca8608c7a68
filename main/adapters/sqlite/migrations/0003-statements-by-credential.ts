import type { Migration } from './migrations.ts';

/** What a credential states stands in one row: it is written, read and replaced as one. */
export const statementsByCredential: Migration = {
  version: 3,
  name: 'statements-by-credential',
  sql: `
    CREATE TABLE statements_by_credential (
      credential TEXT PRIMARY KEY REFERENCES credentials (key) ON DELETE CASCADE,
      records    TEXT NOT NULL
    ) STRICT;
    INSERT INTO statements_by_credential (credential, records)
      SELECT credential, json_group_array(json(record) ORDER BY ordinal) FROM statements GROUP BY credential;
    DROP TABLE statements;
    ALTER TABLE statements_by_credential RENAME TO statements;
  `,
};
