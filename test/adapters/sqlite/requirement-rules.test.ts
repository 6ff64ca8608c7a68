import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/adapters/sqlite/connection.ts';
import { MIGRATIONS } from '../../../main/adapters/sqlite/migrations/migrations.ts';
import { openWorkspace } from '../../../main/adapters/sqlite/open-workspace.ts';
import type { RequirementRuleId } from '../../../shared/model/ids.ts';
import type { RequirementRule } from '../../../shared/model/requirement-rule.ts';
import { aJob } from '../../engine/example-records.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-rules-'));
  path = join(folder, 'tessera.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rule = (part: Partial<RequirementRule> = {}): RequirementRule => ({
  id: 'R1' as RequirementRuleId,
  at: '2026-09-01T00:00:00Z',
  by: 'recruiter',
  wording: 'own boots',
  text: 'Own boots',
  verdict: 'refused',
  kind: null,
  priority: null,
  ...part,
});

function workspace() {
  const opened = openWorkspace({ kind: 'file', path });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

describe('migration 8, requirement-rules', () => {
  it('carries a workspace over that has learned nothing yet, its jobs untouched', () => {
    const before = openDatabase({ kind: 'file', path }, MIGRATIONS.slice(0, 7));
    if (!before.ok) throw new Error(before.problem.code);
    const job = aJob();
    before.value
      .prepare('INSERT INTO jobs (id, version, saved_at, record) VALUES (?, ?, ?, ?)')
      .run(job.id, job.version, job.savedAt, JSON.stringify(job));
    before.value.close();
    const after = workspace();
    expect(after.requirementRules.list()).toEqual([]);
    expect(after.jobs.list()).toEqual([job]);
    after.requirementRules.put(rule());
    after.close();
    const again = workspace();
    expect(again.requirementRules.list()).toEqual([rule()]);
    again.close();
  });
});

describe('the rules of a workspace', () => {
  it('are one for a wording, in the order of wordings', () => {
    const { requirementRules: rules, close } = workspace();
    rules.put(rule());
    rules.put(rule({ id: 'R2' as RequirementRuleId, wording: 'ladder' }));
    const last = rule({ id: 'R3' as RequirementRuleId, verdict: 'accepted', kind: 'characteristic', priority: 'want' });
    rules.put(last);
    expect(rules.list().map(({ id, wording }) => [id, wording])).toEqual([
      ['R2', 'ladder'],
      ['R3', 'own boots'],
    ]);
    expect(rules.ofWording('own boots')).toEqual(last);
    expect(rules.ofWording('boots')).toBeNull();
    expect(rules.remove('R3' as RequirementRuleId)).toBe(true);
    expect(rules.remove('R3' as RequirementRuleId)).toBe(false);
    expect(rules.ofWording('own boots')).toBeNull();
    close();
  });
});
