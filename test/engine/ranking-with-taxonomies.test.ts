import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../main/engine/default-settings.ts';
import type { JobId, RequirementId } from '../../shared/model/ids.ts';
import { file, lines } from '../adapters/taxonomies/taxonomy-files.ts';
import { addPack, importFiles, needed, openEngine, poolFiles, type TestEngine } from './open-engine.ts';

/** A fictional taxonomy around the name of a credential of the sample pool. */
const table = file(
  'guild.csv',
  lines(
    'id,label,alternatives,broader',
    'urn:guild:gatherings,leading gatherings of people,,',
    'urn:guild:rounds,guiding rounds of talk,Working in Mixed Teams,urn:guild:gatherings',
  ),
);
const files = [{ name: table.name, bytes: Uint8Array.from(table.bytes) }];

let engine: TestEngine;
let job: JobId;

beforeAll(async () => {
  engine = openEngine();
  await addPack(engine.client);
  await importFiles(engine.client, poolFiles('candidates/d-01'));
  const requirement = (id: string, text: string) => ({
    id: id as RequirementId,
    text,
    kind: 'skill' as const,
    priority: 'must' as const,
    weight: 1,
    level: null,
    alternatives: [],
    frameworkIds: [],
    maxAgeYears: null,
    sourceSentence: null,
  });
  const requirements = [
    requirement('same', 'Guiding rounds of talk'),
    requirement('broader', 'Leading gatherings of people'),
  ];
  job = (await needed(engine.client.request('jobs.save', { id: null, title: 'Host', field: null, requirements }))).id;
});
afterAll(() => engine.close());

async function rank() {
  const ranking = await needed(engine.client.runTask('ranking.compute', { job, settings: DEFAULT_SETTINGS }));
  const met = ranking.candidates[0]?.requirements.map(({ tier, evidenced }) => ({ tier, evidenced }));
  return { met, inputsHash: ranking.inputsHash };
}

describe('a ranking', () => {
  it('counts another name and a narrower skill as soon as a taxonomy says so, and no longer than that', async () => {
    const without = await rank();
    expect(without.met?.map(({ evidenced }) => evidenced)).toEqual([false, false]);
    await needed(engine.client.runTask('taxonomies.add', { files }));
    const having = await rank();
    expect(having.met).toEqual([
      { tier: 'label', evidenced: true },
      { tier: 'label', evidenced: true },
    ]);
    expect(having.inputsHash).not.toBe(without.inputsHash);
    await needed(engine.client.request('taxonomies.remove', { taxonomy: 'csv-guild' }));
    expect(await rank()).toEqual(without);
  });
});
