import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequirementId } from '../../shared/model/ids.ts';
import { requirementOfLine } from '../../shared/model/job.ts';
import type { LineDecision } from '../../shared/model/requirement-rule.ts';
import { openEngine, type TestEngine } from './open-engine.ts';

const AD = 'Beekeeper\n\nRequirements\n- Keep calm\n- Stakeholder management\n- Own veil';

let engine: TestEngine;
beforeAll(() => {
  engine = openEngine();
});
afterAll(() => engine.close());

const suggested = async () => {
  const answer = await engine.client.request('jobs.suggest', { text: AD });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};
const rules = async () => {
  const answer = await engine.client.request('jobs.rules', {});
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};
const save = (decisions: LineDecision[]) =>
  engine.client.request('jobs.save', {
    id: null,
    title: 'Beekeeper',
    field: null,
    requirements: [
      {
        id: 'r1' as RequirementId,
        text: 'keep bees',
        kind: 'skill',
        priority: 'must',
        weight: 1,
        level: null,
        alternatives: [],
        frameworkIds: [],
        maxAgeYears: null,
        sourceSentence: null,
      },
    ],
    decisions,
  });

describe('the workspace', () => {
  it('learns nothing before a job is saved', async () => {
    await suggested();
    expect(await rules()).toEqual([]);
  });

  it('learns by a saved job, and reads the next ad by it', async () => {
    const before = await suggested();
    expect(before.lines.map(({ text }) => text)).toEqual(['Keep calm', 'Stakeholder management', 'Own veil']);
    const saved = await save([
      { text: 'Own veil', accepted: false, kind: null, priority: null },
      { text: 'Stakeholder management', accepted: true, kind: 'competency', priority: 'want' },
      { text: 'Keep calm', accepted: true, kind: null, priority: null },
    ]);
    expect(saved.ok).toBe(true);
    expect(await rules()).toMatchObject([
      { wording: 'own veil', text: 'Own veil', verdict: 'refused' },
      { wording: 'stakeholder management', verdict: 'accepted', kind: 'competency', priority: 'want' },
    ]);
    const after = await suggested();
    expect(after.lines.map(({ text, kind, priority }) => [text, kind, priority])).toEqual([
      ['Keep calm', before.lines[0]?.kind, 'must'],
      ['Stakeholder management', 'competency', 'want'],
    ]);
    expect(after.leftOut).toContainEqual({ text: 'Own veil', reason: 'rule', rule: (await rules())[0]?.id });
  });

  it('writes into its log that it learned, in the act of the save', async () => {
    const log = await engine.client.request('log.list', { limit: 10 });
    expect(log.ok && log.value.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['job.saved', 'job.rules-learned']),
    );
  });

  it('keeps one rule for a wording: the last word stands', async () => {
    await save([{ text: 'OWN VEIL.', accepted: true, kind: 'characteristic', priority: 'want' }]);
    expect((await rules()).filter(({ wording }) => wording === 'own veil')).toMatchObject([
      { verdict: 'accepted', kind: 'characteristic', priority: 'want' },
    ]);
  });

  it('forgets a rule that is removed, and refuses to remove it twice', async () => {
    for (const { id } of await rules())
      expect(await engine.client.request('jobs.removeRule', { rule: id })).toEqual({ ok: true, value: null });
    expect(await rules()).toEqual([]);
    expect((await suggested()).lines.map(({ kind, priority }) => [kind, priority]).at(1)).toEqual(['skill', 'must']);
    expect(await engine.client.request('jobs.removeRule', { rule: 'gone' as never })).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
  });

  it('learns nothing where the job can’t be saved', async () => {
    const [line] = (await suggested()).lines;
    if (line === undefined) throw new Error('There is no line');
    const requirement = requirementOfLine(line);
    const answer = await engine.client.request('jobs.save', {
      id: 'nowhere' as never,
      title: 'Beekeeper',
      field: null,
      requirements: [{ ...requirement, alternatives: [], frameworkIds: [] }],
      decisions: [{ text: 'Keep calm', accepted: false, kind: null, priority: null }],
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(await rules()).toEqual([]);
  });
});
