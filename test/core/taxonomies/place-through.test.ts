import { describe, expect, it } from 'vitest';
import { placeThrough } from '../../../main/core/taxonomies/place-through.ts';
import { NO_TAXONOMIES } from '../../../main/core/taxonomies/taxonomies.ts';
import { createTaxonomyIndex } from '../../../main/core/taxonomies/taxonomy-index.ts';
import { concept, taxonomy } from './make-taxonomy.ts';

const FARMING = 'http://data.europa.eu/esco/isced-f/0811';
const NURSING = 'http://data.europa.eu/esco/isced-f/0913';
const LEADING = 'http://data.europa.eu/esco/skill/leading';

const taxonomies = createTaxonomyIndex([
  taxonomy(
    'esco',
    concept(LEADING, { kind: 'group', code: 'T4.4' }),
    concept('urn:bees', { label: 'keeping bees', broader: [FARMING, LEADING] }),
    concept('urn:wounds', { label: 'dressing wounds', broader: [NURSING] }),
    concept('urn:team', { label: 'leading a team', broader: [LEADING] }),
    concept('urn:loose', { label: 'loose ends' }),
  ),
]);

describe('a skill is placed', () => {
  it('in the field of its URI, then of its label, and otherwise in its transversal group', () => {
    const place = (text: string, ...frameworkIds: readonly string[]) =>
      placeThrough(taxonomies, { text, frameworkIds });
    expect(place('keeping bees')).toEqual({ kind: 'field', code: '081' });
    expect(place('dressing wounds', 'urn:bees')).toEqual({ kind: 'field', code: '081' });
    expect(place('keeping bees', 'urn:loose')).toEqual({ kind: 'field', code: '081' });
    expect(place('leading a team')).toEqual({ kind: 'group', code: 'T4' });
  });

  it('nowhere where nothing is known, or two places are', () => {
    expect(placeThrough(taxonomies, { text: 'loose ends', frameworkIds: [] })).toBeNull();
    expect(placeThrough(taxonomies, { text: 'keeping bees', frameworkIds: ['urn:bees', 'urn:wounds'] })).toBeNull();
    expect(placeThrough(NO_TAXONOMIES, { text: 'keeping bees', frameworkIds: ['urn:bees'] })).toBeNull();
  });
});
