import type { CredentialKey } from '../../../shared/model/ids.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

export interface StatementRepository {
  /** Writes what one credential states, in place of what stood there. */
  put(credential: CredentialKey, statements: readonly SkillStatement[]): void;
  /** By credential, each in the order in which they were read. */
  list(): readonly SkillStatement[];
  ofCredential(credential: CredentialKey): readonly SkillStatement[];
}

export function createStatementRepository(database: Database): StatementRepository {
  const clear = database.prepare('DELETE FROM statements WHERE credential = ?');
  const insert = database.prepare('INSERT INTO statements (credential, ordinal, record) VALUES (?, ?, ?)');
  const list = database.prepare<[], { record: string }>('SELECT record FROM statements ORDER BY credential, ordinal');
  const ofCredential = database.prepare<[string], { record: string }>(
    'SELECT record FROM statements WHERE credential = ? ORDER BY ordinal',
  );
  return {
    put(credential, statements) {
      clear.run(credential);
      statements.forEach((statement, ordinal) => insert.run(credential, ordinal, writeRecord(statement)));
    },
    list: () => list.all().map((row) => readRecord<SkillStatement>(row.record)),
    ofCredential: (credential) => ofCredential.all(credential).map((row) => readRecord<SkillStatement>(row.record)),
  };
}
