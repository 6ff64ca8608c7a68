import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAXONOMY } from '../../../main/core/matching/settings.ts';
import { createTaxonomyIndex } from '../../../main/core/taxonomies/taxonomy-index.ts';
import { concept, taxonomy } from './make-taxonomy.ts';

const BEES = 'https://skills.example/bees';
const INSECTS = 'https://skills.example/insects';
const ANIMALS = 'https://skills.example/animals';
const WORK = 'https://skills.example/work';

const farm = taxonomy(
  'farm',
  concept(BEES, { label: 'keeping bees', alternatives: ['Beekeeping', 'apiculture', 'care'], broader: [INSECTS] }),
  concept(INSECTS, { label: 'keeping insects', alternatives: ['care'], broader: [ANIMALS, WORK] }),
  concept(ANIMALS, { label: 'keeping animals' }),
  concept(WORK, { kind: 'group', label: 'farm work', code: 'F1' }),
);

describe('labels', () => {
  const index = createTaxonomyIndex([farm]);

  it('name the skill whose preferred or alternative label they are, as they are compared', () => {
    expect(index.conceptsNamed('keeping bees')).toEqual([BEES]);
    expect(index.conceptsNamed('beekeeping')).toEqual([BEES]);
    expect(index.conceptsNamed('bees')).toEqual([]);
  });

  it('that two skills of one taxonomy have name neither', () => {
    expect(index.conceptsNamed('care')).toEqual([]);
  });

  it('of groups name no skill', () => {
    expect(index.conceptsNamed('farm work')).toEqual([]);
  });

  it('of another taxonomy change nothing about this one', () => {
    const other = taxonomy('other', concept('urn:x:1', { label: 'care' }), concept('urn:x:2', { label: 'beekeeping' }));
    const both = createTaxonomyIndex([farm, other]);
    expect(both.conceptsNamed('beekeeping')).toEqual([BEES, 'urn:x:2']);
    expect(both.conceptsNamed('care')).toEqual(['urn:x:1']);
  });

  it('of a concept come with those of its exact matches', () => {
    const other = taxonomy('other', concept('urn:x:2', { label: 'Bee husbandry', exact: [BEES] }));
    const both = createTaxonomyIndex([farm, other]);
    expect(both.namesOf(BEES).map(({ text }) => text)).toEqual([
      'keeping bees',
      'bee husbandry',
      'beekeeping',
      'apiculture',
      'care',
    ]);
    expect(both.namesOf('urn:x:2')[0]).toEqual({ text: 'bee husbandry', label: 'Bee husbandry', taxonomy: 'other' });
    expect(both.namesOf('urn:x:unknown')).toEqual([]);
  });
});

describe('relations', () => {
  const index = createTaxonomyIndex([farm]);

  it('lead from a skill to every broader skill, and back', () => {
    expect(index.relation(BEES, ANIMALS)).toBe('narrower');
    expect(index.relation(ANIMALS, BEES)).toBe('broader');
    expect(index.relation(BEES, BEES)).toBe('same');
    expect(index.relation('http://skills.example/bees/', BEES)).toBe('same');
    expect(index.relation(BEES, 'urn:x:unknown')).toBeNull();
  });

  it('are counted in steps, on the shortest way', () => {
    expect(index.wayBetween(BEES, INSECTS)?.steps).toBe(1);
    expect(index.wayBetween(ANIMALS, BEES)?.steps).toBe(2);
    expect(index.wayBetween(BEES, BEES)?.steps).toBe(0);
    expect(index.wayBetween(BEES, WORK)).toBeNull();
    const short = createTaxonomyIndex([
      farm,
      taxonomy('more', concept('urn:x:2', { exact: [BEES], broader: [ANIMALS] })),
    ]);
    expect(short.wayBetween(BEES, ANIMALS)?.steps).toBe(1);
  });

  it('are followed to a bound, however deep a taxonomy is', () => {
    const at = (depth: number) => `urn:deep:${depth}`;
    const deep = createTaxonomyIndex([
      taxonomy('deep', ...Array.from({ length: 40 }, (_, depth) => concept(at(depth), { broader: [at(depth + 1)] }))),
    ]);
    expect(deep.relation(at(0), at(TAXONOMY.mostSteps))).toBe('narrower');
    expect(deep.relation(at(0), at(TAXONOMY.mostSteps + 1))).toBeNull();
    expect(deep.relation(at(TAXONOMY.mostSteps + 1), at(0))).toBeNull();
  });

  it('do not lead to groups', () => {
    expect(index.relation(BEES, WORK)).toBeNull();
    expect(index.relation(WORK, INSECTS)).toBeNull();
  });

  it('that go round in a circle say nothing, and end', () => {
    const circle = createTaxonomyIndex([
      taxonomy(
        'circle',
        concept('urn:a', { broader: ['urn:b'] }),
        concept('urn:b', { broader: ['urn:c'] }),
        concept('urn:c', { broader: ['urn:a', 'urn:d'] }),
        concept('urn:d'),
      ),
    ]);
    expect(circle.relation('urn:a', 'urn:b')).toBeNull();
    expect(circle.relation('urn:c', 'urn:d')).toBe('narrower');
    // Only through the circle.
    expect(circle.relation('urn:a', 'urn:d')).toBeNull();
    expect(circle.relation('urn:d', 'urn:a')).toBeNull();
  });

  it('go through cross-walks, with taxonomies that are not there too', () => {
    const one = taxonomy('one', concept('urn:one:1', { exact: ['urn:hub:1'] }));
    const two = taxonomy('two', concept('urn:two:1', { exact: ['urn:hub:1'], broader: ['urn:hub:2'] }));
    const both = createTaxonomyIndex([one, two]);
    expect(both.relation('urn:one:1', 'urn:two:1')).toBe('same');
    expect(both.relation('urn:one:1', 'urn:hub:1')).toBe('same');
    expect(both.relation('urn:one:1', 'urn:hub:2')).toBe('narrower');
  });

  it('come from no cross-walk that makes two skills of a taxonomy one', () => {
    const one = taxonomy('one', concept('urn:one:1'), concept('urn:one:2'));
    const two = taxonomy('two', concept('urn:two:1', { exact: ['urn:one:1', 'urn:one:2'] }));
    const both = createTaxonomyIndex([one, two]);
    expect(both.relation('urn:one:1', 'urn:one:2')).toBeNull();
    expect(both.relation('urn:two:1', 'urn:one:1')).toBeNull();
  });

  it('keep the other matches of a concept whose one match contradicts its taxonomy', () => {
    const guild = taxonomy(
      'guild',
      concept('urn:guild:1', { exact: ['urn:hub:1', 'ce-one'] }),
      concept('urn:guild:2', { exact: ['urn:hub:1', 'ce-two'] }),
    );
    const index = createTaxonomyIndex([guild]);
    expect(index.relation('urn:guild:1', 'urn:hub:1')).toBeNull();
    expect(index.relation('urn:guild:1', 'urn:guild:2')).toBeNull();
    expect(index.relation('urn:guild:1', 'ce-one')).toBe('same');
  });

  it('come from no chain of cross-walks that comes back to the taxonomy at another skill', () => {
    const one = taxonomy('one', concept('urn:one:1', { exact: ['urn:two:1'] }), concept('urn:one:2'));
    const two = taxonomy('two', concept('urn:two:1', { exact: ['urn:three:1'] }));
    const three = taxonomy('three', concept('urn:three:1', { exact: ['urn:one:2'] }));
    const all = createTaxonomyIndex([one, two, three]);
    expect(all.relation('urn:one:1', 'urn:one:2')).toBeNull();
    expect(all.relation('urn:one:1', 'urn:two:1')).toBeNull();
    expect(createTaxonomyIndex([one, two]).relation('urn:one:1', 'urn:two:1')).toBe('same');
  });

  it('tell a close match from a same one', () => {
    const near = createTaxonomyIndex([farm, taxonomy('other', concept('urn:x:2', { close: [BEES] }))]);
    expect(near.relation('urn:x:2', BEES)).toBeNull();
    expect(near.areClose(BEES, 'urn:x:2')).toBe(true);
    expect(near.areClose(BEES, INSECTS)).toBe(false);
    const same = taxonomy('same', concept('urn:y:1', { exact: [BEES] }));
    const through = createTaxonomyIndex([farm, same, taxonomy('other', concept('urn:x:2', { close: [BEES] }))]);
    expect(through.areClose('urn:y:1', 'urn:x:2')).toBe(true);
  });
});

describe('fields', () => {
  const field = (code: string) => `http://data.europa.eu/esco/isced-f/${code}`;
  const group = (uri: string, code: string) => concept(uri, { kind: 'group', code });

  it('are those of the nearest groups', () => {
    const index = createTaxonomyIndex([
      taxonomy(
        'esco',
        group(field('0811'), '0811'),
        concept(BEES, { broader: [INSECTS] }),
        concept(INSECTS, { broader: [field('0811'), field('08')] }),
      ),
    ]);
    expect(index.fieldOf(BEES)).toBe('081');
    expect(index.fieldOf(INSECTS)).toBe('081');
    expect(index.fieldOf('urn:unknown')).toBeNull();
  });

  it('are none where the nearest disagree, or where there are none', () => {
    const index = createTaxonomyIndex([
      taxonomy('esco', concept('urn:a', { broader: [field('0811'), field('0911')] }), concept('urn:b')),
    ]);
    expect(index.fieldOf('urn:a')).toBeNull();
    expect(index.fieldOf('urn:b')).toBeNull();
  });

  it('are transversal groups for what ESCO places there', () => {
    const T4 = 'http://data.europa.eu/esco/skill/t-four';
    const index = createTaxonomyIndex([
      taxonomy('esco', concept(T4, { kind: 'group', code: 'T4.4' }), concept('urn:a', { broader: [T4] })),
    ]);
    expect(index.transversalGroupOf('urn:a')).toBe('T4');
    expect(createTaxonomyIndex([farm]).transversalGroupOf(BEES)).toBeNull();
  });
});

describe('any taxonomies', () => {
  const uri = fc.integer({ min: 0, max: 7 }).map((number) => `urn:c:${number}`);
  const anyConcept = fc.record({
    uri,
    kind: fc.constantFrom('skill' as const, 'skill' as const, 'group' as const),
    label: fc.constantFrom('a', 'b', 'c'),
    broader: fc.array(uri, { maxLength: 3 }),
    exact: fc.array(uri, { maxLength: 2 }),
    close: fc.array(uri, { maxLength: 1 }),
  });
  const any = fc
    .tuple(fc.array(anyConcept, { maxLength: 8 }), fc.array(anyConcept, { maxLength: 8 }))
    .map(([one, two]) => [
      taxonomy('one', ...one.map((given) => concept(given.uri, given))),
      taxonomy('two', ...two.map((given) => concept(given.uri, given))),
    ]);
  const opposite = { same: 'same', narrower: 'broader', broader: 'narrower' } as const;

  it('say the opposite when they are asked the other way round, and the same in any order', () => {
    fc.assert(
      fc.property(any, uri, uri, (sources, one, other) => {
        const index = createTaxonomyIndex(sources);
        const relation = index.relation(one, other);
        expect(index.relation(other, one)).toBe(relation === null ? null : opposite[relation]);
        expect(createTaxonomyIndex([...sources].reverse()).relation(one, other)).toBe(relation);
        expect(index.areClose(one, other)).toBe(index.areClose(other, one));
      }),
    );
  });

  it('are transitive: narrower than the narrower is narrower', () => {
    fc.assert(
      fc.property(any, uri, uri, uri, (sources, one, other, third) => {
        const index = createTaxonomyIndex(sources);
        if (index.relation(one, other) !== 'narrower' || index.relation(other, third) !== 'narrower') return;
        expect(index.relation(one, third)).toBe('narrower');
      }),
    );
  });

  it('name at most one skill each by a label, and never a group', () => {
    fc.assert(
      fc.property(any, fc.constantFrom('a', 'b', 'c'), (sources, label) => {
        const named = createTaxonomyIndex(sources).conceptsNamed(label);
        expect(named.length).toBeLessThanOrEqual(2);
        for (const one of named) {
          const having = sources.flatMap(({ concepts }) => concepts).filter((each) => each.uri === one);
          expect(having.some((each) => each.kind === 'skill' && each.label === label)).toBe(true);
        }
      }),
    );
  });
});
