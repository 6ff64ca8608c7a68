import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIMILARITY } from '../../../main/core/matching/settings.ts';
import { createSimilarity } from '../../../main/core/matching/similarity.ts';
import { vectorsFor } from './sample-evidence.ts';

const byWords = createSimilarity([], null);

describe('word similarity', () => {
  it.each([
    ['ab', 'ab', 1],
    ['Ab', ' aB!', 1],
    ['ab', 'ab ab', 1],
    // " ab", "ab " and " ab " of each word: three of six grams are shared.
    ['ab', 'ab cd', 3 / Math.sqrt(3 * 6)],
    ['ab', 'cd', 0],
    ['ab', '', 0],
    ['c++', 'c#', 0],
  ])('%j and %j: %d', (a, b, expected) => {
    expect(byWords.compare(a, b)).toEqual({
      cosine: null,
      lexical: expect.closeTo(expected, 12) as number,
      hybrid: expect.closeTo(expected, 12) as number,
    });
  });

  it('is symmetric, between 0 and 1, and follows from the two texts alone', () => {
    const words = fc.array(fc.constantFrom('weld', 'welding', 'pipe', 'wound', 'care', 'c++'), { maxLength: 5 });
    const text = words.map((some) => some.join(' '));
    fc.assert(
      fc.property(text, text, fc.array(text), (a, b, others) => {
        const alone = byWords.compare(a, b);
        expect(createSimilarity(others, null).compare(b, a)).toEqual(alone);
        expect(alone.lexical).toBeGreaterThanOrEqual(0);
        expect(alone.lexical).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('similarity with vectors', () => {
  const { compare } = createSimilarity([], vectorsFor({ weld: [1, 0], solder: [3, 4], unlike: [0, 1] }));

  it('is the cosine and the letters in the shares of the settings', () => {
    const { cosine, lexical, hybrid } = compare('Weld', 'solder');
    expect(cosine).toBeCloseTo(0.6, 6);
    expect(lexical).toBe(0);
    expect(hybrid).toBeCloseTo(SIMILARITY.embeddingWeight * 0.6, 6);
    expect(compare('weld', 'weld').hybrid).toBeCloseTo(1, 6);
  });

  it('has no cosine for a text without a vector', () => {
    expect(compare('weld', 'welding')).toMatchObject({ cosine: null });
  });
});
