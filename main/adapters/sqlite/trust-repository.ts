import type { Instant } from '../../../shared/model/ids.ts';
import {
  DEFAULT_POLICY,
  type IssuerPin,
  type PublisherPin,
  type VerificationPolicy,
} from '../../../shared/model/trust.ts';
import type { Database } from './connection.ts';

/** An issuer pack as it was imported, byte for byte, because its signature is over the bytes. */
export interface StoredPack {
  readonly sha256: string;
  readonly importedAt: Instant;
  readonly bytes: Uint8Array;
}

/** The newest pack that was ever taken of a source from one publisher (null: unsigned). */
export interface KnownPackSource {
  readonly source: string;
  readonly publisher: string | null;
  readonly version: string;
  readonly retrievedAt: Instant;
}

/** Who set a policy, when and why. */
export interface PolicyAct {
  readonly reason: string;
  readonly setBy: string;
  readonly setAt: Instant;
}

export interface TrustRepository {
  packs(): readonly StoredPack[];
  /** The same without their bytes, which can be many. */
  packList(): readonly Omit<StoredPack, 'bytes'>[];
  packBytes(sha256: string): Uint8Array | null;
  addPack(pack: StoredPack): void;
  removePack(sha256: string): boolean;
  /** By publisher; stays when the packs themselves are removed. */
  knownSources(source: string): readonly KnownPackSource[];
  rememberSource(known: KnownPackSource): void;
  pins(): readonly IssuerPin[];
  pin(pin: IssuerPin): void;
  unpin(issuerId: string): boolean;
  publishers(): readonly PublisherPin[];
  pinPublisher(pin: PublisherPin): void;
  unpinPublisher(fingerprint: string): boolean;
  /** The policy in force. */
  policy(): VerificationPolicy;
  /** Puts the next version in force; earlier ones stay. */
  setPolicy(policy: Omit<VerificationPolicy, 'version'>, act: PolicyAct): VerificationPolicy;
}

export function createTrustRepository(database: Database): TrustRepository {
  return { ...packsOf(database), ...pinsOf(database), ...publishersOf(database), ...policiesOf(database) };
}

type PackPart = Pick<
  TrustRepository,
  'packs' | 'packList' | 'packBytes' | 'addPack' | 'removePack' | 'knownSources' | 'rememberSource'
>;

function packsOf(database: Database): PackPart {
  const packs = database.prepare<[], { sha256: string; imported_at: string; bytes: Uint8Array }>(
    'SELECT sha256, imported_at, bytes FROM packs ORDER BY imported_at, sha256',
  );
  const packList = database.prepare<[], { sha256: string; imported_at: string }>(
    'SELECT sha256, imported_at FROM packs ORDER BY imported_at, sha256',
  );
  const packBytes = database.prepare<[string], { bytes: Uint8Array }>('SELECT bytes FROM packs WHERE sha256 = ?');
  const addPack = database.prepare(
    'INSERT INTO packs (sha256, imported_at, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  );
  const removePack = database.prepare('DELETE FROM packs WHERE sha256 = ?');
  const sources = database.prepare<
    [string],
    { source: string; publisher: string; version: string; retrieved_at: string }
  >('SELECT source, publisher, version, retrieved_at FROM pack_sources WHERE source = ? ORDER BY publisher');
  const remember = database.prepare(
    `INSERT INTO pack_sources (source, publisher, version, retrieved_at)
     VALUES (@source, @publisher, @version, @retrievedAt)
     ON CONFLICT (source, publisher) DO UPDATE SET version = excluded.version, retrieved_at = excluded.retrieved_at`,
  );
  return {
    packs: () => packs.all().map((row) => ({ sha256: row.sha256, importedAt: row.imported_at, bytes: row.bytes })),
    packList: () => packList.all().map((row) => ({ sha256: row.sha256, importedAt: row.imported_at })),
    packBytes: (sha256) => packBytes.get(sha256)?.bytes ?? null,
    addPack: (pack) => void addPack.run(pack.sha256, pack.importedAt, pack.bytes),
    removePack: (sha256) => removePack.run(sha256).changes > 0,
    knownSources: (source) =>
      sources.all(source).map((row) => ({
        source: row.source,
        publisher: row.publisher === '' ? null : row.publisher,
        version: row.version,
        retrievedAt: row.retrieved_at,
      })),
    rememberSource: (known) => void remember.run({ ...known, publisher: known.publisher ?? '' }),
  };
}

function pinsOf(database: Database): Pick<TrustRepository, 'pins' | 'pin' | 'unpin'> {
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

function publishersOf(database: Database): Pick<TrustRepository, 'publishers' | 'pinPublisher' | 'unpinPublisher'> {
  const publishers = database.prepare<
    [],
    { fingerprint: string; name: string; reason: string; pinned_by: string; pinned_at: string }
  >('SELECT fingerprint, name, reason, pinned_by, pinned_at FROM publisher_pins ORDER BY fingerprint');
  const pin = database.prepare(
    `INSERT INTO publisher_pins (fingerprint, name, reason, pinned_by, pinned_at)
     VALUES (@fingerprint, @name, @reason, @pinnedBy, @pinnedAt)
     ON CONFLICT (fingerprint) DO UPDATE SET
       name = excluded.name, reason = excluded.reason, pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at`,
  );
  const unpin = database.prepare('DELETE FROM publisher_pins WHERE fingerprint = ?');
  return {
    publishers: () =>
      publishers.all().map((row) => ({
        fingerprint: row.fingerprint,
        name: row.name,
        reason: row.reason,
        pinnedBy: row.pinned_by,
        pinnedAt: row.pinned_at,
      })),
    pinPublisher: (value) => void pin.run(value),
    unpinPublisher: (fingerprint) => unpin.run(fingerprint).changes > 0,
  };
}

interface PolicyRow {
  version: number;
  recognised_packs: string;
  expiry_grace_days: number;
  stale_after_days: number;
}

function policiesOf(database: Database): Pick<TrustRepository, 'policy' | 'setPolicy'> {
  const newest = database.prepare<[], PolicyRow>(
    `SELECT version, recognised_packs, expiry_grace_days, stale_after_days
     FROM policies ORDER BY version DESC LIMIT 1`,
  );
  const insert = database.prepare(
    `INSERT INTO policies (version, recognised_packs, expiry_grace_days, stale_after_days, reason, set_by, set_at)
     VALUES (@version, @recognisedPacks, @expiryGraceDays, @staleAfterDays, @reason, @setBy, @setAt)`,
  );
  const policy = (): VerificationPolicy => {
    const row = newest.get();
    if (row === undefined) return DEFAULT_POLICY;
    return {
      version: row.version,
      recognisedPacks: row.recognised_packs === 'accepted' ? 'accepted' : 'pinned-publisher',
      expiryGraceDays: row.expiry_grace_days,
      staleAfterDays: row.stale_after_days,
    };
  };
  return {
    policy,
    setPolicy(next, act) {
      const value = { ...next, version: policy().version + 1 };
      insert.run({ ...value, ...act });
      return value;
    },
  };
}
