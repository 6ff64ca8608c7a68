import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/adapters/sqlite/connection.ts';
import { MIGRATIONS } from '../../../main/adapters/sqlite/migrations/migrations.ts';
import { openWorkspace } from '../../../main/adapters/sqlite/open-workspace.ts';
import { DEFAULT_POLICY } from '../../../shared/model/trust.ts';
import { aCredential } from '../../engine/example-records.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-store-'));
  path = join(folder, 'workspace', 'tessera.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(migrations = MIGRATIONS) {
  const opened = openDatabase({ kind: 'file', path }, migrations);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

describe('a workspace file', () => {
  it('is readable by its owner only, with its log and index', () => {
    const database = open();
    database.exec("INSERT INTO settings VALUES ('a', 'b')");
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'workspace')).mode & 0o777).toBe(0o700);
    database.close();
  });

  it('keeps references whole, overwrites what is deleted and writes ahead', () => {
    const database = open();
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('secure_delete', { simple: true })).toBe(1);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });

  it('from a newer version is refused and left untouched', () => {
    open([...MIGRATIONS, { version: 99, name: 'later', sql: 'CREATE TABLE later (a TEXT) STRICT' }]).close();
    const before = readFileSync(path);
    expect(openDatabase({ kind: 'file', path })).toMatchObject({ ok: false, problem: { code: 'workspace-newer' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['that is something else', Buffer.from('%PDF-1.7 not a database at all, whatever its name says'.repeat(4))],
    ['that ends in its header', Buffer.from('SQLite format 3\0')],
  ])('%s is called damaged and left untouched', (_, bytes) => {
    open().close();
    writeFileSync(path, bytes);
    expect(openDatabase({ kind: 'file', path })).toMatchObject({ ok: false, problem: { code: 'workspace-damaged' } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('with broken pages is called damaged', () => {
    open().close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 100, 4096);
    writeFileSync(path, bytes);
    expect(openDatabase({ kind: 'file', path })).toMatchObject({ ok: false, problem: { code: 'workspace-damaged' } });
  });

  it('on a share of a network is refused', () => {
    expect(openDatabase({ kind: 'file', path: '//server/share/tessera.sqlite' })).toMatchObject({
      ok: false,
      problem: { code: 'workspace-on-network-drive' },
    });
  });
});

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('run once: a second opening keeps the data', () => {
    const first = open();
    first.exec("INSERT INTO settings VALUES ('workspace', '{}')");
    first.close();
    const second = open();
    expect(second.prepare('SELECT count(*) AS count FROM settings').get()).toEqual({ count: 1 });
    expect(second.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    second.close();
  });

  it('leave the store at the version before when one fails', () => {
    open().close();
    const broken = {
      version: MIGRATIONS.length + 1,
      name: 'broken',
      sql: 'CREATE TABLE extra (a TEXT) STRICT; CREATE TABLE jobs (a TEXT);',
    };
    expect(() => open([...MIGRATIONS, broken])).toThrow(/already exists/);
    const database = open();
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'extra'").all()).toEqual([]);
    database.close();
  });
});

describe('migration 1, first-store', () => {
  it('turns an empty file into the tables of the first store', () => {
    const database = open(MIGRATIONS.slice(0, 1));
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    expect(tables.map((row) => (row as { name: string }).name)).toEqual([
      'batch_files',
      'batches',
      'candidate_subjects',
      'candidates',
      'credentials',
      'documents',
      'events',
      'jobs',
      'judgements',
      'packs',
      'pins',
      'settings',
      'statements',
      'vectors',
    ]);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
  });
});

describe('migration 3, statements-by-credential', () => {
  it('carries every statement over, in order, to the credential that states it', () => {
    const before = open(MIGRATIONS.slice(0, 2));
    before.exec(`
      INSERT INTO documents (hash, file_name, bytes, added_at) VALUES ('d', 'd.json', X'00', '2026-01-01T00:00:00Z');
      INSERT INTO candidates (id, pseudonym, basis, imported_at) VALUES ('c', 'Person', 'file', '2026-01-01T00:00:00Z');
      INSERT INTO credentials (key, document, candidate, verdict, trust_snapshot, record)
        VALUES ('d#a', 'd', 'c', 'verified', '', '{}'), ('d#b', 'd', 'c', 'verified', '', '{}');
      INSERT INTO statements (credential, ordinal, record) VALUES
        ('d#b', 0, '{"text":"third"}'), ('d#a', 1, '{"text":"second"}'), ('d#a', 0, '{"text":"first “quoted”"}');
    `);
    before.close();
    const after = open(MIGRATIONS.slice(0, 3));
    const rows = after.prepare<[], { records: string }>('SELECT records FROM statements ORDER BY credential').all();
    expect(rows.map((row): unknown => JSON.parse(row.records))).toEqual([
      [{ text: 'first “quoted”' }, { text: 'second' }],
      [{ text: 'third' }],
    ]);
    after.exec("DELETE FROM credentials WHERE key = 'd#a'");
    expect(after.prepare('SELECT count(*) AS count FROM statements').get()).toEqual({ count: 1 });
    after.close();
  });
});

describe('migration 4, findings-of-credentials', () => {
  it('lets what was stored before say from its record what keeps it from being verified', () => {
    const credential = aCredential();
    const status = { state: 'stale', code: 'example', message: 'An old list.' } as const;
    const report = { ...credential.report, checks: { ...credential.report.checks, status } };
    const before = open(MIGRATIONS.slice(0, 3));
    before.exec(`
      INSERT INTO documents (hash, file_name, bytes, added_at) VALUES ('d', 'd.json', X'00', '2026-01-01T00:00:00Z');
      INSERT INTO candidates (id, pseudonym, basis, imported_at) VALUES ('c', 'Person', 'file', '2026-01-01T00:00:00Z');
    `);
    before
      .prepare(
        `INSERT INTO credentials (key, document, candidate, verdict, trust_snapshot, record)
         VALUES (?, 'd', 'c', 'verified-with-reservations', '', ?)`,
      )
      .run(credential.key, JSON.stringify({ ...credential, report }));
    before.close();
    const opened = openWorkspace({ kind: 'file', path });
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.credentials.standing(credential.key)).toEqual({
      verdict: 'verified-with-reservations',
      findings: [{ axis: 'status', state: 'stale', message: 'An old list.' }],
    });
    opened.value.close();
  });
});

describe('migration 2, relied-on-verdicts', () => {
  it('carries packs, pins and credentials over, with the time at which each was judged', () => {
    const first = open(MIGRATIONS.slice(0, 1));
    const record = JSON.stringify({ report: { at: '2026-09-01T00:00:00Z', verdict: 'verified' } });
    first.exec(`
      INSERT INTO documents VALUES ('d', 'a.json', x'7b7d', '2026-09-01T00:00:00Z');
      INSERT INTO candidates VALUES ('c', 'Candidate 1', NULL, NULL, NULL, 'file', '2026-09-01T00:00:00Z');
      INSERT INTO credentials VALUES ('k', 'd', 'c', NULL, NULL, NULL, 'verified', 'old', NULL, '${record}');
      INSERT INTO packs VALUES ('p', '2026-09-01T00:00:00Z', x'7b7d');
      INSERT INTO pins VALUES ('did:web:a.example', 'known', 'me', '2026-09-01T00:00:00Z');
    `);
    first.close();
    const opened = openWorkspace({ kind: 'file', path });
    if (!opened.ok) throw new Error(opened.problem.code);
    const workspace = opened.value;
    expect(workspace.trust.packs()).toHaveLength(1);
    expect(workspace.trust.pins()).toMatchObject([{ issuerId: 'did:web:a.example' }]);
    expect(workspace.trust.policy()).toEqual(DEFAULT_POLICY);
    expect(workspace.trust.publishers()).toEqual([]);
    expect(workspace.credentials.outdated('new', '2026-09-01T00:00:00Z')).toEqual([
      { key: 'k', document: 'd', candidate: 'c' },
    ]);
    expect(workspace.credentials.outdated('old', '2026-09-02T00:00:00Z')).toEqual([]);
    expect(workspace.credentials.outdated('old', '2026-08-31T00:00:00Z')).toHaveLength(1);
    workspace.close();
    const database = open();
    expect(database.prepare('SELECT judged_at, holds_until FROM credentials').get()).toEqual({
      judged_at: '2026-09-01T00:00:00Z',
      holds_until: null,
    });
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
  });
});
