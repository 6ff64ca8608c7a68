import type { Database } from './connection.ts';

/** Vectors of texts, each computed once for a model: keyed by SHA-256 of the model's file and of the text. */
export interface VectorRepository {
  get(model: string, textHash: string): Float32Array | null;
  /** The models of which there are vectors, in order of their hash. */
  models(): readonly string[];
  put(model: string, textHash: string, vector: Float32Array): void;
  /** Removes every vector but those of the given texts; what an erased person alone had written goes with the person. */
  keepOnly(textHashes: Iterable<string>): void;
  count(): number;
}

export function createVectorRepository(database: Database): VectorRepository {
  const select = database.prepare<[string, string], { vector: Uint8Array }>(
    'SELECT vector FROM vectors WHERE model = ? AND text_hash = ?',
  );
  const insert = database.prepare(
    'INSERT INTO vectors (model, text_hash, vector) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const models = database.prepare<[], { model: string }>('SELECT DISTINCT model FROM vectors ORDER BY model');
  const hashes = database.prepare<[], { text_hash: string }>('SELECT DISTINCT text_hash FROM vectors');
  const remove = database.prepare('DELETE FROM vectors WHERE text_hash = ?');
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM vectors');
  return {
    get(model, textHash) {
      const row = select.get(model, textHash);
      return row === undefined ? null : toFloats(row.vector);
    },
    models: () => models.all().map((row) => row.model),
    put: (model, textHash, vector) => void insert.run(model, textHash, toBytes(vector)),
    keepOnly(textHashes) {
      const kept = new Set(textHashes);
      for (const { text_hash: hash } of hashes.all()) if (!kept.has(hash)) remove.run(hash);
    },
    count: () => count.get()?.count ?? 0,
  };
}

// Every system on which Tessera runs is little-endian (x64, arm64), so the bytes are those of the array.
function toBytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

// Copied, because a Float32Array must start at a multiple of four, which a row's buffer need not.
function toFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
