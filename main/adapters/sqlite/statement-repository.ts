import type { CredentialKey } from '../../../shared/model/ids.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import type { Database } from './connection.ts';
import { readRecord, writeRecord } from './records.ts';

export interface StatementRepository {
  /** Writes what one credential states, in place of what stood there. */
  put(credential: CredentialKey, statements: readonly SkillStatement[]): void;
  /** The same, given as it is kept: JSON in UTF-8. */
  putText(credential: CredentialKey, statements: Uint8Array): void;
  /** By credential, each in the order in which they were read. */
  list(): readonly SkillStatement[];
  ofCredential(credential: CredentialKey): readonly SkillStatement[];
}

export function createStatementRepository(database: Database): StatementRepository {
  const put = database.prepare(
    `INSERT INTO statements (credential, records) VALUES (?, CAST(? AS TEXT))
     ON CONFLICT (credential) DO UPDATE SET records = excluded.records`,
  );
  const list = database.prepare<[], Row>('SELECT records FROM statements ORDER BY credential');
  const ofCredential = database.prepare<[string], Row>('SELECT records FROM statements WHERE credential = ?');
  const read = (rows: readonly Row[]) => rows.flatMap((row) => readRecord<readonly SkillStatement[]>(row.records));
  return {
    put: (credential, statements) => void put.run(credential, writeRecord(statements)),
    putText: (credential, statements) => void put.run(credential, statements),
    list: () => read(list.all()),
    ofCredential: (credential) => read(ofCredential.all(credential)),
  };
}

interface Row {
  records: string;
}
