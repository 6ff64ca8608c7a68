import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/adapters/sqlite/connection.ts';
import { MIGRATIONS } from '../../../main/adapters/sqlite/migrations/migrations.ts';
import { openWorkspace } from '../../../main/adapters/sqlite/open-workspace.ts';
import type { PlaceEdit } from '../../../main/adapters/sqlite/profile-repository.ts';
import type { CandidateId, EventId } from '../../../shared/model/ids.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-profiles-'));
  path = join(folder, 'tessera.sqlite');
  const before = openDatabase({ kind: 'file', path }, MIGRATIONS.slice(0, 4));
  if (!before.ok) throw new Error(before.problem.code);
  before.value.exec(`
    INSERT INTO candidates (id, pseudonym, basis, imported_at)
      VALUES ('a', 'Candidate A', 'file', '2026-01-01T00:00:00Z'), ('b', 'Candidate B', 'file', '2026-01-01T00:00:00Z');
    INSERT INTO batches (id, added_at) VALUES ('01', '2026-01-01T00:00:00Z'), ('02', '2026-02-01T00:00:00Z');
  `);
  const document = before.value.prepare(
    `INSERT INTO documents (hash, file_name, bytes, added_at) VALUES (?, 'x.json', x'7b7d', ?)`,
  );
  const credential = before.value.prepare(
    `INSERT INTO credentials (key, document, candidate, verdict, trust_snapshot, record)
     VALUES (?, ?, 'a', 'verified', '', '{}')`,
  );
  const file = before.value.prepare(`INSERT INTO batch_files (batch, ordinal, name, hash) VALUES (?, ?, 'x.json', ?)`);
  for (const [index, hash] of ['d0', 'd1', 'd2', 'd3'].entries()) {
    document.run(hash, `2026-01-0${index + 1}T00:00:00Z`);
    credential.run(`k${index}`, hash);
  }
  for (const [batch, ordinal, hash] of [
    ['01', 0, 'd0'],
    ['01', 1, 'd1'],
    ['02', 0, 'd1'],
    ['02', 1, 'd2'],
  ])
    file.run(batch, ordinal, hash);
  before.value.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const opened = openWorkspace({ kind: 'file', path });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

const [a, b] = ['a', 'b'] as [CandidateId, CandidateId];

function edit(id: string, rest: Partial<PlaceEdit>): PlaceEdit {
  return { id: id as EventId, at: 't', by: 'me', candidate: a, text: 'spark', place: '061', reason: 'seen', ...rest };
}

describe('migration 5, profile-edits', () => {
  it('carries people and credentials over, who have no edit and no shape yet', () => {
    const workspace = open();
    expect(workspace.candidates.count()).toBe(2);
    expect(workspace.profiles.edits(a)).toEqual([]);
    expect(workspace.profiles.shape(a, null)).toBeNull();
    workspace.close();
  });
});

describe('Profiles in the store', () => {
  it('keep the last word on each wording, through a restart', () => {
    const first = open();
    first.profiles.addEdit(edit('1', {}));
    first.profiles.addEdit(edit('2', { text: 'weaving', place: 'none' }));
    first.profiles.addEdit(edit('3', { place: 'T2' }));
    first.profiles.addEdit(edit('4', { candidate: b }));
    first.close();
    const second = open();
    expect(second.profiles.edits(a).map(({ id, place }) => [id, place])).toEqual([
      ['3', 'T2'],
      ['2', 'none'],
    ]);
    second.profiles.addEdit(edit('5', { place: null }));
    expect(second.profiles.edits(a).map(({ id }) => id)).toEqual(['2']);
    second.close();
  });

  it('keep the last shape for each core field', () => {
    const workspace = open();
    workspace.profiles.keepShape(a, null, 'T');
    workspace.profiles.keepShape(a, '061', 'dash');
    workspace.profiles.keepShape(a, null, 'Π');
    expect([null, '061', '071'].map((field) => workspace.profiles.shape(a, field))).toEqual(['Π', 'dash', null]);
    workspace.close();
  });

  it('say which credentials came together: by their first import, else by their file', () => {
    const workspace = open();
    expect(workspace.profiles.arrivals(a).map(({ credential, together }) => [credential, together])).toEqual([
      ['k0', '01'],
      ['k1', '01'],
      ['k2', '02'],
      ['k3', 'd3'],
    ]);
    expect(workspace.profiles.arrivals(b)).toEqual([]);
    workspace.close();
  });

  it('go with the person', () => {
    const workspace = open();
    workspace.profiles.addEdit(edit('1', { candidate: b }));
    workspace.profiles.keepShape(b, null, 'T');
    workspace.candidates.remove(b);
    expect(workspace.profiles.edits(b)).toEqual([]);
    expect(workspace.profiles.shape(b, null)).toBeNull();
    workspace.close();
  });
});
