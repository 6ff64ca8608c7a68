import type { Database } from './connection.ts';

/**
 * Vectors of names in taxonomies, as they are compared: in steps (core/matching/pool/round-vector.ts), one byte each.
 * Keyed by the SHA-256 of the model's file and the bytes of the SHA-256 of the normalised name.
 */
export interface NameVectorRepository {
  get(model: string, nameHash: Uint8Array): Int8Array | null;
  put(model: string, nameHash: Uint8Array, vector: Int8Array): void;
  /** Removes the vectors of other models. */
  keepOnlyModel(model: string): void;
  /** Removes the vectors of all names but these, given as lower-case hex. */
  keepOnly(nameHashes: ReadonlySet<string>): void;
  count(): number;
}

export function createNameVectorRepository(database: Database): NameVectorRepository {
  const select = database.prepare<[string, Uint8Array], { vector: Uint8Array }>(
    'SELECT vector FROM name_vectors WHERE model = ? AND name_hash = ?',
  );
  const insert = database.prepare(
    'INSERT INTO name_vectors (model, name_hash, vector) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const removeModels = database.prepare('DELETE FROM name_vectors WHERE model <> ?');
  const hashes = database.prepare<[], { name_hash: Buffer }>('SELECT DISTINCT name_hash FROM name_vectors');
  const remove = database.prepare('DELETE FROM name_vectors WHERE name_hash = ?');
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM name_vectors');
  return {
    get(model, nameHash) {
      const row = select.get(model, nameHash);
      // Copied, because the driver may use its buffer again.
      return row === undefined ? null : new Int8Array(Uint8Array.from(row.vector).buffer);
    },
    put: (model, nameHash, vector) =>
      void insert.run(model, nameHash, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)),
    keepOnlyModel: (model) => void removeModels.run(model),
    keepOnly(nameHashes) {
      for (const { name_hash: hash } of hashes.all()) if (!nameHashes.has(hash.toString('hex'))) remove.run(hash);
    },
    count: () => count.get()?.count ?? 0,
  };
}
