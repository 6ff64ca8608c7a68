import type { Migration } from './migrations.ts';

/** What people's yes or no to lines of ads has taught: one rule for a wording. */
export const requirementRules: Migration = {
  version: 8,
  name: 'requirement-rules',
  sql: `
    CREATE TABLE requirement_rules (
      id       TEXT PRIMARY KEY,
      at       TEXT NOT NULL,
      by       TEXT NOT NULL,
      -- As it is compared, and as it stood in the ad.
      wording  TEXT NOT NULL UNIQUE,
      text     TEXT NOT NULL,
      verdict  TEXT NOT NULL CHECK (verdict IN ('accepted', 'refused')),
      -- NULL: as the ad says.
      kind     TEXT,
      priority TEXT
    ) STRICT;
  `,
};
