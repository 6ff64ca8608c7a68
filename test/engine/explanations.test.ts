import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import type { Client } from '../../shared/api/client.ts';
import type { JobId } from '../../shared/model/ids.ts';
import type { RankedCandidate, Ranking, RequirementMatch } from '../../shared/model/match.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, saveJob, type TestEngine } from './open-engine.ts';

let folder: string;
let engine: TestEngine;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-explanations-'));
  engine = openEngine({ workspace: { folder } });
});
afterEach(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart(): Promise<Client> {
  await engine.close();
  engine = openEngine({ workspace: { folder } });
  return engine.client;
}

async function somePeople(): Promise<Ranking> {
  await addPack(engine.client);
  await importFiles(engine.client, poolFiles('manifest.csv', 'candidates/d-01', 'candidates/d-02', 'candidates/d-03'));
  return rankingOf((await saveJob(engine.client, 'data-analyst')).id);
}

const rankingOf = (job: JobId) => needed(engine.client.runTask('ranking.compute', { job, settings: DEFAULT_SETTINGS }));

function shown(ranking: Ranking): { readonly first: RankedCandidate; readonly match: RequirementMatch } {
  const [first] = ranking.candidates;
  const match = first?.requirements.find(({ tier }) => tier === 'label');
  if (first === undefined || match === undefined) throw new Error('nobody shows anything');
  return { first, match };
}

function refuse({ job }: Ranking, { first, match }: ReturnType<typeof shown>, everyJob = false) {
  return engine.client.request('refusals.add', {
    job,
    requirement: match.requirement,
    candidate: first.candidate,
    settings: DEFAULT_SETTINGS,
    credential: match.evidence?.credential ?? ('none' as never),
    pointer: match.evidence?.pointer ?? '',
    everyJob,
    reason: 'another thing by the same name',
  });
}

describe('a refusal', () => {
  it('takes effect for everybody, is listed with its reason, outlives a restart, and can be removed', async () => {
    const before = await somePeople();
    const what = shown(before);
    await needed(refuse(before, what));
    const client = await restart();
    const after = await rankingOf(before.job);
    const rules = await needed(client.request('refusals.list', {}));
    expect(rules).toMatchObject([{ job: before.job, by: 'tester', reason: 'another thing by the same name' }]);
    const [rule] = rules;
    const here = after.candidates
      .find(({ candidate }) => candidate === what.first.candidate)
      ?.requirements.find(({ requirement }) => requirement === what.match.requirement);
    expect(here?.refusals).toEqual([rule?.id]);
    expect(here?.evidence?.quote).not.toBe(what.match.evidence?.quote);
    for (const { requirements } of after.candidates) {
      const own = requirements.find(({ requirement }) => requirement === what.match.requirement);
      expect(own?.evidence?.quote.toLowerCase()).not.toBe(what.match.evidence?.quote.toLowerCase());
    }
    if (rule !== undefined) await needed(client.request('refusals.remove', { refusal: rule.id, reason: 'mistaken' }));
    expect((await rankingOf(before.job)).candidates).toEqual(before.candidates);
    expect(await needed(client.request('refusals.list', {}))).toEqual([]);
    const acts = (await needed(client.request('log.list', { limit: 50 }))).map(({ kind }) => kind);
    expect(acts).toEqual(expect.arrayContaining(['refusal.added', 'refusal.removed']));
  });

  it('of other evidence than the person saw is refused itself', async () => {
    const ranking = await somePeople();
    const what = shown(ranking);
    const evidence = what.match.evidence;
    if (evidence === null) throw new Error('no evidence');
    const answer = await refuse(ranking, {
      ...what,
      match: { ...what.match, evidence: { ...evidence, pointer: '/elsewhere' } },
    });
    expect(answer.ok).toBe(false);
    expect(await needed(engine.client.request('refusals.list', {}))).toEqual([]);
  });
});

describe('why one stands above another, and whether weights would change it', () => {
  it('is answered for two of a ranking by the points that the ranking itself gives', async () => {
    const ranking = await somePeople();
    const [above, below] = [ranking.candidates[0], ranking.candidates.at(-1)];
    if (above === undefined || below === undefined) throw new Error('too few people');
    const why = await needed(
      engine.client.request('ranking.whyAbove', {
        job: ranking.job,
        settings: DEFAULT_SETTINGS,
        one: below.candidate,
        other: above.candidate,
      }),
    );
    expect(why).toMatchObject({ above: above.candidate, below: below.candidate });
    expect(why.scores).toMatchObject({ above: above.score, below: below.score });
    const [widest] = why.requirements;
    const points = ({ requirements }: RankedCandidate) =>
      requirements.find(({ requirement }) => requirement === widest?.requirement)?.points;
    expect([widest?.above.points, widest?.below.points]).toEqual([points(above), points(below)]);
    for (const { candidate, rank } of ranking.candidates) {
      const asked = { job: ranking.job, settings: DEFAULT_SETTINGS, candidate };
      const sensitivity = await needed(engine.client.request('ranking.sensitivity', asked));
      expect(sensitivity.rank).toBe(rank);
    }
  });

  it('is answered by a problem where somebody is not among them', async () => {
    const { job, candidates } = await somePeople();
    const [first] = candidates;
    if (first === undefined) throw new Error('nobody was ranked');
    const settings = DEFAULT_SETTINGS;
    const unknown = 'nobody' as typeof first.candidate;
    const why = await engine.client.request('ranking.whyAbove', {
      job,
      settings,
      one: first.candidate,
      other: unknown,
    });
    const sensitivity = await engine.client.request('ranking.sensitivity', { job, settings, candidate: unknown });
    for (const answer of [why, sensitivity]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found', params: { candidate: unknown } } });
    }
  });
});
