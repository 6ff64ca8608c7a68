import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bandOf } from '../../main/core/matching/match-requirement.ts';
import { needed, openEngine, type TestEngine } from './open-engine.ts';

let engine: TestEngine;
beforeEach(async () => {
  engine = openEngine();
  const rows = [
    'id,label,alternatives',
    'a,keep bees,beekeeping|apiculture',
    'b,repair bicycles,mend bikes',
    'c,lead a team,supervise staff',
  ];
  const files = [{ name: 'crafts.csv', bytes: new TextEncoder().encode(rows.join('\n')) }];
  await needed(engine.client.runTask('taxonomies.add', { files }));
});
afterEach(() => engine.close());

const suggest = (text: string, limit = 3) =>
  needed(engine.client.runTask('taxonomies.suggest', { text, useModel: false, limit }));

describe('skills that come nearest to some words', () => {
  it('are found by any of their names, an exact one first and surest', async () => {
    const { model, suggestions } = await suggest('Apiculture');
    expect(model).toEqual({ state: 'absent', code: 'switched-off' });
    expect(suggestions).toHaveLength(3);
    expect(suggestions[0]).toMatchObject({
      label: 'keep bees',
      otherNames: ['apiculture', 'beekeeping'],
      taxonomy: { name: expect.any(String) as string },
    });
    expect(suggestions[0]?.probability).toBeGreaterThan(suggestions[1]?.probability ?? 1);
    for (const { probability, band } of suggestions) expect(band).toBe(bandOf(probability ?? 0));
  });

  it('are found in a sentence by its windows, without a percentage', async () => {
    const text = 'In summer our volunteers mend bikes in the yard behind the old town hall and drink tea';
    const { suggestions } = await suggest(text, 1);
    expect(suggestions).toMatchObject([{ label: 'repair bicycles', probability: null, band: null }]);
  });

  it('are none where there is no taxonomy', async () => {
    const [taxonomy] = await needed(engine.client.request('taxonomies.list', {}));
    await needed(engine.client.request('taxonomies.remove', { taxonomy: taxonomy?.id ?? '' }));
    expect((await suggest('Apiculture')).suggestions).toEqual([]);
  });
});
