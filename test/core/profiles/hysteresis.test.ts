import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROFILE_SETTINGS } from '../../../main/core/profiles/profile-settings.ts';
import { plainShapeOf, shapeOf, type ShapeEvidence } from '../../../main/core/profiles/shape.ts';
import { SHAPES } from '../../../shared/model/profile.ts';

const { hysteresis } = PROFILE_SETTINGS.shape;
const CODES = ['041', '061', '071', '091'];

const evidence: fc.Arbitrary<ShapeEvidence> = fc.record({
  items: fc.integer({ min: 0, max: 6 }),
  depths: fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 0, maxLength: 4 })
    .map((all) => new Map(all.map((depth, index) => [CODES[index] ?? '', depth / 100]))),
  groups: fc.integer({ min: 0, max: 2 }),
  coreField: fc.constantFrom(null, '041', '061', '101'),
});
const previous = fc.constantFrom(null, ...SHAPES);

describe('Hysteresis of the shape', () => {
  it('changes a shape at once where every boundary is passed by more than the margin', () => {
    fc.assert(
      fc.property(evidence, previous, (one, before) => {
        const { stem, breadth } = PROFILE_SETTINGS.shape;
        const isClear = [...one.depths.values()].every(
          (depth) => Math.abs(depth - stem) > hysteresis + 1e-9 && Math.abs(depth - breadth) > hysteresis + 1e-9,
        );
        fc.pre(isClear);
        expect(shapeOf(one, before)).toBe(plainShapeOf(one));
      }),
    );
  });

  it('keeps a shape while every depth moves by less than the margin', () => {
    const moves = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(evidence, moves, (one, by) => {
        fc.pre(one.items >= PROFILE_SETTINGS.shape.leastEvidence);
        const moved = new Map(
          [...one.depths].map(([code, depth], index) => [code, Math.max(0, depth + (by[index] ?? 0) / 100)]),
        );
        expect(shapeOf({ ...one, depths: moved }, plainShapeOf(one))).toBe(plainShapeOf(one));
      }),
      { numRuns: 500 },
    );
  });

  it('settles: what was shown before is shown again on the same evidence', () => {
    fc.assert(
      fc.property(evidence, previous, (one, before) => {
        const shown = shapeOf(one, before);
        expect(shapeOf(one, shown)).toBe(shown);
      }),
    );
  });

  it('lets each depth move by itself: a pair of stems stays while one rises and one falls', () => {
    const now: ShapeEvidence = {
      items: 5,
      groups: 1,
      coreField: null,
      depths: new Map([['041', 0.42], ['061', 0.47], ['071', 0.46]]), // prettier-ignore
    };
    expect(plainShapeOf(now)).toBe('Π');
    expect(shapeOf(now, 'comb')).toBe('comb');
    expect(shapeOf(now, 'T')).toBe('T');
    expect(shapeOf({ ...now, depths: new Map([['041', 0.39], ['061', 0.51], ['071', 0.51]]) }, 'comb')).toBe('Π'); // prettier-ignore
  });

  it('never keeps a shape on too little evidence', () => {
    expect(shapeOf({ items: 2, groups: 0, coreField: null, depths: new Map([['061', 0.46]]) }, 'I')).toBe(
      'not-enough-evidence',
    );
  });
});
