import type { Verdict } from '../../../shared/model/check.ts';
import type { CredentialKey } from '../../../shared/model/ids.ts';
import type { PastReport } from '../../../shared/model/trust.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

/** A judgement that changed something, with the verdict before it; null for the first that is kept. */
export interface KeptReport extends PastReport {
  readonly from: Verdict | null;
}

/** How the verdicts of credentials moved. Goes with the credential. */
export interface PastReportRepository {
  append(credential: CredentialKey, report: KeptReport): void;
  /** Newest first. */
  ofCredential(credential: CredentialKey): readonly KeptReport[];
  /** Those that a person has not looked at yet, oldest first. */
  unseen(): readonly { readonly credential: CredentialKey; readonly report: KeptReport }[];
  markSeen(): void;
}

const LIST = 'verdict-changes';

export function createPastReportRepository(database: Database): PastReportRepository {
  const append = database.prepare('INSERT INTO past_reports (credential, record) VALUES (?, ?)');
  const ofCredential = database.prepare<[string], { record: string }>(
    'SELECT record FROM past_reports WHERE credential = ? ORDER BY sequence DESC',
  );
  const unseen = database.prepare<[string], { credential: string; record: string }>(
    `SELECT credential, record FROM past_reports
     WHERE sequence > coalesce((SELECT sequence FROM last_looks WHERE list = ?), 0) ORDER BY sequence`,
  );
  const markSeen = database.prepare(
    `INSERT INTO last_looks (list, sequence) VALUES (?, (SELECT coalesce(max(sequence), 0) FROM past_reports))
     ON CONFLICT (list) DO UPDATE SET sequence = max(sequence, excluded.sequence)`,
  );
  return {
    append: (credential, report) => void append.run(credential, writeRecord(report)),
    ofCredential: (credential) => ofCredential.all(credential).map((row) => readRecord<KeptReport>(row.record)),
    unseen: () =>
      unseen.all(LIST).map((row) => ({
        credential: row.credential as CredentialKey,
        report: readRecord<KeptReport>(row.record),
      })),
    markSeen: () => void markSeen.run(LIST),
  };
}
