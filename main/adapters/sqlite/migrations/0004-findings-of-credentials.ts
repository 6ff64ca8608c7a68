import type { Migration } from './migrations.ts';

/** What keeps a credential from being verified stands by itself, so that a report on many reads no whole record. */
export const findingsOfCredentials: Migration = {
  version: 4,
  name: 'findings-of-credentials',
  sql: `
    -- NULL where the credential was written before; then its record says it.
    ALTER TABLE credentials ADD COLUMN findings TEXT;
  `,
};
