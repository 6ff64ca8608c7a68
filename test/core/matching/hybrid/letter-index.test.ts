import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLetterIndex } from '../../../../main/core/matching/hybrid/letter-index.ts';

describe('letters of a corpus', () => {
  const names = ['weld pipes', 'weld gates', 'weld rails', 'lay pipes'];
  const { cosines } = createLetterIndex(names);

  it('find a name by itself', () => {
    for (const [index, name] of names.entries()) expect(cosines(name)[index]).toBeCloseTo(1, 6);
  });

  it('weigh a rare word more than one of many names', () => {
    const [pipes, gates, rails] = cosines('weld gate');
    expect(gates).toBeGreaterThan(pipes ?? 1);
    // Both share "weld" alone with the text, and "pipes" is the commoner second word, so it drowns it less.
    expect(pipes).toBeGreaterThan(rails ?? 1);
  });

  it('share nothing with other letters', () => {
    expect([...cosines('xyz')]).toEqual([0, 0, 0, 0]);
    expect([...cosines('')]).toEqual([0, 0, 0, 0]);
  });

  it('stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('weld', 'pipes', 'gate', 'a', 'raking'), { minLength: 1 }), (words) => {
        for (const cosine of cosines(words.join(' '))) {
          expect(cosine).toBeGreaterThanOrEqual(0);
          expect(cosine).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });
});
