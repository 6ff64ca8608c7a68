import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/adapters/sqlite/connection.ts';
import { MIGRATIONS } from '../../../main/adapters/sqlite/migrations/migrations.ts';
import { openWorkspace, type Workspace } from '../../../main/adapters/sqlite/open-workspace.ts';
import type { NewRefusal } from '../../../main/adapters/sqlite/refusal-repository.ts';
import type { CandidateId, JobId, RefusalId } from '../../../shared/model/ids.ts';
import { aCandidate } from '../../engine/example-records.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-refusals-'));
  path = join(folder, 'tessera.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(): Workspace {
  const opened = openWorkspace({ kind: 'file', path });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

const [ada, bela] = [aCandidate('01A'), aCandidate('01B')];

function refusal(more: Partial<NewRefusal> = {}): NewRefusal {
  return {
    id: 'R1' as RefusalId,
    at: '2026-09-01T00:00:00Z',
    by: 'recruiter',
    reason: 'rust is not always Rust',
    about: ada.id,
    job: null,
    asked: 'rust',
    held: 'rust removal',
    ...more,
  };
}

describe('migration 9, reasons-of-refusals', () => {
  it('keeps every rule and lets go of reasons of which nobody knows whom they are about', () => {
    const before = openDatabase({ kind: 'file', path }, MIGRATIONS.slice(0, 8));
    if (!before.ok) throw new Error(before.problem.code);
    before.value.exec(`
      INSERT INTO refusals (id, at, by, reason, job, asked, held)
        VALUES ('R0', '2026-08-01T00:00:00Z', 'recruiter', 'as Quillfeather said', 'J', 'rust', 'rust removal');
      INSERT INTO events (id, at, kind, by, subject, detail) VALUES
        ('E1', '2026-08-01T00:00:00Z', 'refusal.added', 'recruiter', NULL, '{"held":"rust removal","reason":"as Quillfeather said"}'),
        ('E2', '2026-08-01T00:00:00Z', 'workspace.blind', 'recruiter', NULL, '{"reason":"kept"}');
    `);
    before.value.close();
    const after = open();
    const { about: _, ...rule } = refusal({ id: 'R0' as RefusalId, at: '2026-08-01T00:00:00Z', job: 'J' as JobId });
    expect(after.refusals.list()).toEqual([{ ...rule, reason: null }]);
    expect(after.log.list(10).map(({ detail }) => detail)).toEqual([{ reason: 'kept' }, { held: 'rust removal' }]);
    after.flushDeleted();
    after.close();
    expect(readFileSync(path).includes('Quillfeather')).toBe(false);
  });
});

describe('a refusal', () => {
  it('is there once, with its first reason, until the person of whom it was said goes', () => {
    const workspace = open();
    for (const person of [ada, bela]) workspace.candidates.put(person);
    workspace.refusals.add(refusal());
    workspace.refusals.add(refusal({ id: 'R2' as RefusalId, about: bela.id, reason: 'the same again' }));
    const { about: _, ...rule } = refusal();
    expect(workspace.refusals.list()).toEqual([rule]);
    expect(workspace.refusals.about(rule.id)).toBe(ada.id);

    workspace.candidates.remove(ada.id);
    expect(workspace.refusals.get(rule.id)).toEqual({ ...rule, reason: null });
    expect(workspace.refusals.ofJob('any' as JobId)).toEqual([{ ...rule, reason: null }]);
    expect(workspace.refusals.about(rule.id)).toBeNull();

    workspace.refusals.add(refusal({ id: 'R3' as RefusalId, about: bela.id, reason: 'said anew' }));
    expect(workspace.refusals.list()).toEqual([{ ...rule, reason: 'said anew' }]);
    expect(workspace.refusals.remove(rule.id)).toBe(true);
    expect(workspace.refusals.list()).toEqual([]);
    workspace.close();
  });

  it('needs somebody of whom it is said', () => {
    const workspace = open();
    expect(() =>
      workspace.transaction(() => workspace.refusals.add(refusal({ about: 'nobody' as CandidateId }))),
    ).toThrow(/FOREIGN KEY/);
    expect(workspace.refusals.list()).toEqual([]);
    workspace.close();
  });
});
