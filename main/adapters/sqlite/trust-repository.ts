import type { Instant } from '../../../shared/model/ids.ts';
import type { IssuerPin } from '../../../shared/model/trust.ts';
import type { Database } from './connection.ts';

/** An issuer pack as it was imported, byte for byte, because its signature is over the bytes. */
export interface StoredPack {
  readonly sha256: string;
  readonly importedAt: Instant;
  readonly bytes: Uint8Array;
}

export interface TrustRepository {
  packs(): readonly StoredPack[];
  addPack(pack: StoredPack): void;
  removePack(sha256: string): boolean;
  pins(): readonly IssuerPin[];
  pin(pin: IssuerPin): void;
  unpin(issuerId: string): boolean;
}

export function createTrustRepository(database: Database): TrustRepository {
  const packs = database.prepare<[], { sha256: string; imported_at: string; bytes: Uint8Array }>(
    'SELECT sha256, imported_at, bytes FROM packs ORDER BY imported_at, sha256',
  );
  const addPack = database.prepare(
    'INSERT INTO packs (sha256, imported_at, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  );
  const removePack = database.prepare('DELETE FROM packs WHERE sha256 = ?');
  const pins = database.prepare<[], { issuer_id: string; reason: string; pinned_by: string; pinned_at: string }>(
    'SELECT issuer_id, reason, pinned_by, pinned_at FROM pins ORDER BY issuer_id',
  );
  const pin = database.prepare(
    `INSERT INTO pins (issuer_id, reason, pinned_by, pinned_at) VALUES (@issuerId, @reason, @pinnedBy, @pinnedAt)
     ON CONFLICT (issuer_id) DO UPDATE SET
       reason = excluded.reason, pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at`,
  );
  const unpin = database.prepare('DELETE FROM pins WHERE issuer_id = ?');
  return {
    packs: () => packs.all().map((row) => ({ sha256: row.sha256, importedAt: row.imported_at, bytes: row.bytes })),
    addPack: (pack) => void addPack.run(pack.sha256, pack.importedAt, pack.bytes),
    removePack: (sha256) => removePack.run(sha256).changes > 0,
    pins: () =>
      pins.all().map((row) => ({
        issuerId: row.issuer_id,
        reason: row.reason,
        pinnedBy: row.pinned_by,
        pinnedAt: row.pinned_at,
      })),
    pin: (value) => void pin.run(value),
    unpin: (issuerId) => unpin.run(issuerId).changes > 0,
  };
}
