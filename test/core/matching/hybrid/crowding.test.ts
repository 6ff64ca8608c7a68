import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdingOf, NEIGHBOURS } from '../../../../main/core/matching/hybrid/crowding.ts';

const cosine = fc.double({ min: -1, max: 1, noNaN: true });

describe('the crowding of a name', () => {
  it('is the mean of its cosines with the nearest others, itself left out', () => {
    fc.assert(
      fc.property(fc.array(cosine, { minLength: 2, maxLength: 40 }), fc.nat(), (cosines, at) => {
        const self = at % cosines.length;
        const others = cosines.filter((_, place) => place !== self).toSorted((one, other) => other - one);
        const nearest = others.slice(0, NEIGHBOURS);
        const mean = nearest.reduce((sum, value) => sum + value, 0) / nearest.length;
        expect(crowdingOf(cosines, self)).toBeCloseTo(mean, 12);
      }),
    );
  });

  it('is nought for a name that is alone', () => {
    expect(crowdingOf([1], 0)).toBe(0);
  });
});
