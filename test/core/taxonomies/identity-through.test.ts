import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityThrough, otherNamesOf, type AskedWords } from '../../../main/core/taxonomies/identity-through.ts';
import { TAXONOMY } from '../../../main/core/matching/settings.ts';
import { NO_TAXONOMIES } from '../../../main/core/taxonomies/taxonomies.ts';
import { createTaxonomyIndex } from '../../../main/core/taxonomies/taxonomy-index.ts';
import { concept, taxonomy } from './make-taxonomy.ts';

const BEES = 'https://skills.example/bees';
const QUEENS = 'https://skills.example/queens';
const HONEY = 'https://skills.example/honey';

const taxonomies = createTaxonomyIndex([
  taxonomy(
    'farm',
    concept(BEES, { label: 'keeping bees', alternatives: ['beekeeping', 'apiculture', 'hive work'] }),
    concept(QUEENS, { label: 'rearing queens', alternatives: ['queen rearing'], broader: [BEES] }),
    concept(HONEY, { label: 'harvesting honey', alternatives: ['hive work'] }),
  ),
  taxonomy('other', concept('urn:other:1', { label: 'Bee husbandry', exact: [BEES] })),
  taxonomy('third', concept('urn:third:1', { label: 'Pollination', close: [BEES] })),
]);

function asks(given: Partial<AskedWords>): AskedWords {
  return { kind: 'skill', text: 'something else', alternatives: [], frameworkIds: [], ...given };
}

function holds(text: string, ...frameworkIds: readonly string[]) {
  return { text, frameworkIds };
}

describe('a statement is identified with a requirement', () => {
  it.each([
    ['named by URI, held under an alternative label', asks({ frameworkIds: [BEES] }), holds('apiculture'), 'label'],
    ['both under labels of one concept', asks({ text: 'Beekeeping' }), holds('keeping bees'), 'label'],
    ['an alternative wording names it', asks({ alternatives: ['Apiculture'] }), holds('beekeeping'), 'label'],
    ['held by the URI of an exact match', asks({ frameworkIds: [BEES] }), holds('x', 'urn:other:1'), 'framework'],
    ['held under a label of an exact match', asks({ frameworkIds: [BEES] }), holds('bee husbandry'), 'label'],
  ] as const)('where it is the same: %s', (_, asked, held, tier) => {
    expect(identityThrough(taxonomies, asked, held)).toMatchObject({ relation: 'same', meets: true, tier });
  });

  it('where it is narrower, and says what is held and what is asked', () => {
    expect(identityThrough(taxonomies, asks({ frameworkIds: [BEES] }), holds('queen rearing'))).toEqual({
      relation: 'narrower',
      steps: 1,
      meets: true,
      tier: 'label',
      asked: { uri: BEES, label: 'keeping bees', taxonomy: 'farm' },
      held: { uri: QUEENS, label: 'rearing queens', taxonomy: 'farm' },
    });
  });

  it('as related only, where it is broader or close', () => {
    expect(identityThrough(taxonomies, asks({ frameworkIds: [QUEENS] }), holds('beekeeping'))).toMatchObject({
      relation: 'broader',
      meets: false,
    });
    expect(identityThrough(taxonomies, asks({ frameworkIds: [BEES] }), holds('pollination'))).toMatchObject({
      relation: 'close',
      meets: false,
    });
  });

  it('not by a label that two skills have, whoever uses it', () => {
    expect(identityThrough(taxonomies, asks({ frameworkIds: [BEES] }), holds('hive work'))).toBeNull();
    expect(identityThrough(taxonomies, asks({ text: 'hive work' }), holds('keeping bees'))).toBeNull();
  });

  it('not by a likeness, and not without taxonomies', () => {
    expect(identityThrough(taxonomies, asks({ frameworkIds: [BEES] }), holds('keeping wasps'))).toBeNull();
    expect(identityThrough(NO_TAXONOMIES, asks({ frameworkIds: [BEES] }), holds('beekeeping'))).toBeNull();
  });

  it.each(['licence', 'credential', 'characteristic'] as const)('not where a %s is asked', (kind) => {
    expect(identityThrough(taxonomies, asks({ kind, frameworkIds: [BEES] }), holds('beekeeping'))).toBeNull();
  });
});

describe('the other names of what is asked', () => {
  const named = (asked: AskedWords) => otherNamesOf(taxonomies, asked).map(({ text }) => text);

  it('are those of what is named, preferred ones first, without a name that another skill shares', () => {
    expect(named(asks({ text: 'Apiculture' }))).toEqual(['keeping bees', 'bee husbandry', 'beekeeping']);
    expect(named(asks({ frameworkIds: [QUEENS] }))).toEqual(['rearing queens', 'queen rearing']);
    expect(otherNamesOf(taxonomies, asks({ text: 'Beekeeping' }))[1]).toEqual({
      text: 'bee husbandry',
      label: 'Bee husbandry',
      taxonomy: 'other',
    });
  });

  it('are none of what only sounds like it, of a shared name, or where no skill is asked', () => {
    expect(named(asks({ text: 'keeping wasps' }))).toEqual([]);
    expect(named(asks({ text: 'hive work' }))).toEqual([]);
    expect(named(asks({ text: 'Beekeeping', kind: 'licence' }))).toEqual([]);
  });

  it('are bounded, however many a taxonomy has', () => {
    const alternatives = Array.from({ length: 500 }, (_, index) => `name number ${index}`);
    const many = createTaxonomyIndex([taxonomy('many', concept(BEES, { label: 'Beekeeping', alternatives }))]);
    const found = otherNamesOf(many, asks({ frameworkIds: [BEES] }));
    expect(found).toHaveLength(TAXONOMY.mostNames);
    expect(found[0]?.text).toBe('beekeeping');
  });
});

describe('any taxonomy', () => {
  const uri = fc.integer({ min: 0, max: 5 }).map((number) => `urn:c:${number}`);
  const label = fc.constantFrom('one', 'two', 'three', 'four');
  const concepts = fc.array(fc.record({ uri, label, broader: fc.array(uri, { maxLength: 2 }) }), { maxLength: 6 });

  it('lets only the same or a narrower skill meet a requirement', () => {
    fc.assert(
      fc.property(concepts, uri, label, label, (given, askedUri, askedText, heldText) => {
        const index = createTaxonomyIndex([taxonomy('any', ...given.map((one) => concept(one.uri, one)))]);
        const identity = identityThrough(index, asks({ text: askedText, frameworkIds: [askedUri] }), holds(heldText));
        if (identity === null) return;
        expect(identity.meets).toBe(['same', 'narrower'].includes(identity.relation));
        expect(index.conceptsNamed(heldText)).toContain(identity.held.uri);
        expect(index.relation(identity.held.uri, identity.asked.uri)).toBe(identity.relation);
      }),
    );
  });
});
