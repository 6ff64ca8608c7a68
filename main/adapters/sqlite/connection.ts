import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { fail, ok, type Result } from '../../../shared/api/problems.ts';
import { MIGRATIONS, type Migration } from './migrations/migrations.ts';

export type { Database };

/** Where the data is: a file, or memory that is gone when the process is. */
export type DatabaseLocation = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };

/**
 * Opens the store and brings it to the newest version.
 *
 * Problems: `workspace-newer` (a later Tessera wrote it; nothing is touched), `workspace-damaged` (no database, or a
 * broken one; nothing is repaired in silence), `workspace-on-network-drive` (write-ahead logging needs shared memory,
 * which no network file system gives; https://sqlite.org/wal.html, "Overview").
 */
export function openDatabase(
  location: DatabaseLocation,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<Database> {
  const newest = migrations.at(-1)?.version ?? 0;
  if (location.kind === 'file') {
    const refusal = prepareFile(location.path, newest);
    if (refusal !== null) return refusal;
  }
  const mayBeTorn = location.kind === 'file' && existsSync(`${location.path}-wal`);
  let database: Database | null = null;
  try {
    database = new SQLite(location.kind === 'file' ? location.path : ':memory:', { timeout: BUSY_MILLISECONDS });
    configure(database);
    // A log that is still there means that the last process did not close the store.
    if (mayBeTorn && database.pragma('quick_check(1)', { simple: true }) !== 'ok') return damaged(database);
    if (userVersion(database) > newest) {
      database.close();
      return fail('workspace-newer', { version: newest });
    }
    migrate(database, migrations);
    return ok(database);
  } catch (error) {
    if (isDamage(error)) return damaged(database);
    database?.close();
    throw error;
  }
}

/** "TESS": tells our file from any other SQLite database. */
const APPLICATION_ID = 0x54455353;
/** How long one process waits for another that is writing. */
const BUSY_MILLISECONDS = 10_000;

/** Magic numbers of file systems over a network (Linux `statfs`): NFS, SMB, CIFS, SMB2, AFS, 9P, Coda, Ceph. */
const NETWORK_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x73757245, 0x00c36400,
]);

type Refusal = ReturnType<typeof fail>;

function prepareFile(path: string, newest: number): Refusal | null {
  if (isOnNetworkDrive(path)) return fail('workspace-on-network-drive');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Only the owner may read; SQLite gives its log and index files the same mode.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const header = readHeader(path);
  if (header === 'empty') return null;
  if (header === 'foreign') return fail('workspace-damaged');
  return header.userVersion > newest ? fail('workspace-newer', { version: newest }) : null;
}

function isOnNetworkDrive(path: string): boolean {
  // Windows names a share itself: \\server\share.
  if (path.startsWith('\\\\') || path.startsWith('//')) return true;
  let folder = dirname(resolve(path));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return process.platform === 'linux' && NETWORK_FILE_SYSTEMS.has(statfsSync(folder).type >>> 0);
}

/** Reads the header without SQLite (https://sqlite.org/fileformat2.html, 1.3), so that nothing is written. */
function readHeader(path: string): 'empty' | 'foreign' | { readonly userVersion: number } {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const length = readSync(file, header, 0, header.length, 0);
  closeSync(file);
  if (length === 0) return 'empty';
  if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'foreign';
  const applicationId = header.readUInt32BE(68);
  const userVersion = header.readUInt32BE(60);
  return userVersion > 0 && applicationId !== APPLICATION_ID ? 'foreign' : { userVersion };
}

function configure(database: Database): void {
  // For a new store only. A credential with its report and the bytes of a badge fit into one page of this size; with
  // half of it most of them spill over into a page of their own.
  database.pragma('page_size = 8192');
  database.pragma('journal_mode = WAL');
  // With WAL, FULL makes each commit durable through a power cut; what was reported as imported must be there.
  database.pragma('synchronous = FULL');
  // In pages, 32 MB: an import touches the same pages of its indexes again and again, and they are carried over once.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('foreign_keys = ON');
  // Freed pages are overwritten: an erased person is not left in the file.
  database.pragma('secure_delete = ON');
  database.pragma('trusted_schema = OFF');
}

function migrate(database: Database, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    database
      .transaction(() => {
        // Asked inside, because another process may have migrated while this one waited.
        if (userVersion(database) >= migration.version) return;
        database.exec(migration.sql);
        database.pragma(`application_id = ${APPLICATION_ID}`);
        database.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
}

function userVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof SQLite.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
  );
}

function damaged(database: Database | null): Refusal {
  database?.close();
  return fail('workspace-damaged');
}
