import { describe, expect, it } from 'vitest';
import { hasSentenceSets, sentenceFigures } from '../../bench/ads/sentence-set.ts';

/** What was measured (docs/ads.md), minus a little. */
const FLOORS: Readonly<Record<string, { read: number; kept: number }>> = {
  'SkillSkape, development sentences': { read: 0.95, kept: 0.79 },
  'HOUSE, validation sentences': { read: 0.72, kept: 0.57 },
  'TECH, validation sentences': { read: 0.87, kept: 0.79 },
};

describe.skipIf(!hasSentenceSets())('sentences of other people’s sets', () => {
  it('become lines that keep the skill, no less than was measured', () => {
    for (const { set, sentences, read, named, kept } of sentenceFigures()) {
      expect(read / sentences, set).toBeGreaterThanOrEqual(FLOORS[set]?.read ?? 1);
      expect(kept / named, set).toBeGreaterThanOrEqual(FLOORS[set]?.kept ?? 1);
    }
  });
});
