import type { Migration } from './migrations.ts';

/** What the employer decides about verification, whose packs are taken, and how verdicts moved. */
export const reliedOnVerdicts: Migration = {
  version: 2,
  name: 'relied-on-verdicts',
  sql: `
    -- Every policy stays, for reports that rest on it. No row: the policy that Tessera comes with.
    CREATE TABLE policies (
      version           INTEGER PRIMARY KEY,
      recognised_packs  TEXT NOT NULL,
      expiry_grace_days INTEGER NOT NULL,
      stale_after_days  INTEGER NOT NULL,
      reason            TEXT NOT NULL,
      set_by            TEXT NOT NULL,
      set_at            TEXT NOT NULL
    ) STRICT;

    CREATE TABLE publisher_pins (
      fingerprint TEXT PRIMARY KEY,
      name        TEXT NOT NULL,
      reason      TEXT NOT NULL,
      pinned_by   TEXT NOT NULL,
      pinned_at   TEXT NOT NULL
    ) STRICT;

    -- The newest pack that was ever taken of a source, by publisher ('' where unsigned). Stays when the pack goes, so
    -- that taking a pack out and an older one in is a roll-back too.
    CREATE TABLE pack_sources (
      source       TEXT NOT NULL,
      publisher    TEXT NOT NULL,
      version      TEXT NOT NULL,
      retrieved_at TEXT NOT NULL,
      PRIMARY KEY (source, publisher)
    ) STRICT, WITHOUT ROWID;

    -- Past judgements, in the order in which they were made; only those that changed something.
    CREATE TABLE past_reports (
      sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
      credential TEXT NOT NULL REFERENCES credentials (key) ON DELETE CASCADE,
      record     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX past_reports_by_credential ON past_reports (credential);

    -- Up to where a person has looked at a list that grows.
    CREATE TABLE last_looks (
      list     TEXT PRIMARY KEY,
      sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- When a report was made, and until when time alone can't change it.
    ALTER TABLE credentials ADD COLUMN judged_at TEXT;
    ALTER TABLE credentials ADD COLUMN holds_until TEXT;
    UPDATE credentials SET judged_at = json_extract(record, '$.report.at');
  `,
};
