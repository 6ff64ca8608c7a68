import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rankedPeople } from '../../main/cli/ranked-people.ts';
import { DEFAULT_SETTINGS } from '../../main/core/matching/settings.ts';
import { everybodyIn } from '../../renderer/features/ranking/ranking-list.ts';
import type { Client } from '../../shared/api/client.ts';
import type { Result } from '../../shared/api/problems.ts';
import type { CandidateId, JobId, RequirementId } from '../../shared/model/ids.ts';
import type { RankedCandidate } from '../../shared/model/match.ts';
import { unsignedBadge } from '../fixtures/content/unsigned-badge.ts';
import { importFiles, needed, openEngine, type TestEngine } from './open-engine.ts';

/** More people than a piece of an export takes, each with a file that anybody could write. */
const PEOPLE = 260;
const SKILLS = ['Welding', 'Knots', 'Sails', 'Charts', 'Engines'];

let engine: TestEngine;
let client: Client;
let job: JobId;
beforeAll(async () => {
  engine = openEngine();
  client = engine.client;
  await importFiles(
    client,
    Array.from({ length: PEOPLE }, (_, index) => ({ name: `p${index}.json`, bytes: unsigned(index) })),
  );
  const requirements = Array.from({ length: 40 }, (_, index) => ({
    id: `r${index}` as RequirementId,
    text: SKILLS[index] ?? `Nobody shows skill ${index}`,
    kind: 'skill' as const,
    priority: index < 2 ? ('must' as const) : ('want' as const),
    weight: 1,
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
  }));
  const saved = await needed(client.request('jobs.save', { id: null, title: 'Sailmaker', field: null, requirements }));
  job = saved.id;
}, 120_000);
afterAll(() => engine.close());

function unsigned(index: number): Uint8Array<ArrayBuffer> {
  const shown = SKILLS.filter((_, skill) => index % (skill + 2) === 0);
  return new TextEncoder().encode(unsignedBadge(index, shown));
}

const compute = (explained?: number) =>
  needed(
    client.runTask('ranking.compute', {
      job,
      settings: DEFAULT_SETTINGS,
      ...(explained === undefined ? {} : { explained }),
    }),
  );

async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('a ranking of more people than are explained at once', () => {
  it('lists all the others with rank, band, score and must-haves as they are explained when asked', async () => {
    const [whole, part] = [await compute(), await compute(3)];
    expect(whole.candidates).toHaveLength(PEOPLE);
    expect(whole.others).toBeUndefined();
    expect(part.candidates).toEqual(whole.candidates.slice(0, 3));
    expect(part.inputsHash).toBe(whole.inputsHash);
    const standing = ({ candidate, rank, band, score, mustHaves }: RankedCandidate) =>
      ({ candidate, rank, band, score, mustHaves }) as const;
    expect(everybodyIn(part).map(({ explained: _, ...rest }) => rest)).toEqual(whole.candidates.map(standing));
    expect(new Set(whole.candidates.map(({ score }) => score)).size).toBeGreaterThan(3);
    expect(await collected(rankedPeople(client, part))).toEqual(whole.candidates);
  });
});

describe('an export of more people than a piece takes', () => {
  const begin = (format: 'csv' | 'json' | 'html') =>
    client.request('export.ranking', { job, settings: DEFAULT_SETTINGS, format, named: false });

  /** The whole file, and of how many pieces it was made. */
  async function whole(format: 'csv' | 'json' | 'html') {
    const begun = await needed(begin(format));
    const pieces = [begun.bytes];
    for (let { more } = begun; more !== null;) {
      const next = await needed(client.request('export.more', { export: more }));
      pieces.push(next.bytes);
      more = next.more;
    }
    return { text: new TextDecoder().decode(Buffer.concat(pieces)), pieces: pieces.length };
  }

  it('has everybody in the order of the ranking, in JSON, CSV and HTML', async () => {
    const ranked = await compute();
    const order = ranked.candidates.map(({ candidate }) => candidate);
    const json = await whole('json');
    expect(json.pieces).toBeGreaterThan(1);
    const document = JSON.parse(json.text) as { readonly people: readonly { readonly candidate: CandidateId }[] };
    expect(document.people.map(({ candidate }) => candidate)).toEqual(order);
    const html = await whole('html');
    expect([...html.text.matchAll(/<article class="report-person" id="person-([^"]+)"/gu)].map(([, id]) => id)).toEqual(
      order,
    );
    const rows = (await whole('csv')).text.trim().split('\r\n');
    const requirements = ranked.candidates[0]?.requirements.length ?? 0;
    expect(rows).toHaveLength(1 + PEOPLE * requirements);
  });

  it('is of one ranking: it ends with a problem where somebody goes meanwhile', async () => {
    const begun = await needed(begin('json'));
    if (begun.more === null) throw new Error('one piece was enough');
    const [last] = (await compute(PEOPLE)).candidates.slice(-1);
    if (last === undefined) throw new Error('nobody was ranked');
    await needed(client.request('candidates.erase', { candidate: last.candidate, reason: 'asked' }));
    let answer: Result<unknown> = await client.request('export.more', { export: begun.more });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'export-overtaken' } });
    answer = await client.request('export.more', { export: begun.more });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});
