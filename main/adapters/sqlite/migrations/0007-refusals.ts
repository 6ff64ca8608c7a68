import type { Migration } from './migrations.ts';

/** Rules of people that two wordings are not the same skill; words of an award, never of a narrative about a person. */
export const refusals: Migration = {
  version: 7,
  name: 'refusals',
  sql: `
    CREATE TABLE refusals (
      id     TEXT PRIMARY KEY,
      at     TEXT NOT NULL,
      by     TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- NULL: every job of the workspace.
      job    TEXT,
      asked  TEXT NOT NULL,
      held   TEXT NOT NULL
    ) STRICT;
  `,
};
