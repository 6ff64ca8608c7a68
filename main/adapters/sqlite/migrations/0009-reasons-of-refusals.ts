import type { Migration } from './migrations.ts';

/**
 * Why a wording was refused is said of what one person showed, and can name that person: it goes with them, and the
 * rule, which is about words, stays. Of whom the reasons before this were said is not known, so they are let go.
 */
export const reasonsOfRefusals: Migration = {
  version: 9,
  name: 'reasons-of-refusals',
  sql: `
    CREATE TABLE refusal_reasons (
      refusal   TEXT PRIMARY KEY REFERENCES refusals (id) ON DELETE CASCADE,
      candidate TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
      reason    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX refusal_reasons_by_candidate ON refusal_reasons (candidate);

    ALTER TABLE refusals DROP COLUMN reason;
    UPDATE events SET detail = json_remove(detail, '$.reason') WHERE kind IN ('refusal.added', 'refusal.removed');
  `,
};
