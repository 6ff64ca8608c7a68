import type { DocumentHash, Instant } from '../../../shared/model/ids.ts';
import type { Database } from './connection.ts';

/** A file as it came in, kept byte for byte. */
export interface StoredDocument {
  readonly hash: DocumentHash;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface DocumentRepository {
  has(hash: DocumentHash): boolean;
  /** Keeps the bytes; does nothing where they are kept already. */
  add(document: StoredDocument, at: Instant): void;
  get(hash: DocumentHash): StoredDocument | null;
  /** Removes those that no credential stands in any more. */
  removeUnused(): void;
}

export function createDocumentRepository(database: Database): DocumentRepository {
  const has = database.prepare<[string], { one: number }>('SELECT 1 AS one FROM documents WHERE hash = ?');
  const insert = database.prepare(
    'INSERT INTO documents (hash, file_name, bytes, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  );
  const select = database.prepare<[string], { file_name: string; bytes: Uint8Array }>(
    'SELECT file_name, bytes FROM documents WHERE hash = ?',
  );
  const removeUnused = database.prepare(
    'DELETE FROM documents WHERE NOT EXISTS (SELECT 1 FROM credentials WHERE credentials.document = documents.hash)',
  );
  return {
    has: (hash) => has.get(hash) !== undefined,
    add: (document, at) => void insert.run(document.hash, document.fileName, document.bytes, at),
    get(hash) {
      const row = select.get(hash);
      return row === undefined ? null : { hash, fileName: row.file_name, bytes: row.bytes };
    },
    removeUnused: () => void removeUnused.run(),
  };
}
