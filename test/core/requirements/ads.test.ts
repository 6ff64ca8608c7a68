import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adReport, readAds } from '../../bench/ads/ad-report.ts';
import { ROUNDS, sampleAds } from '../../bench/ads/ad-set.ts';
import { figuresOf } from '../../bench/ads/score-ads.ts';

const ads = sampleAds();
const results = readAds(ads);

/** What was measured (docs/ads.md), minus a little: a change of the reader that costs more than that is looked at. */
const FLOORS: Readonly<Record<string, { found: number; precision: number; kind: number; priority: number }>> = {
  [ROUNDS[0].name]: { found: 0.98, precision: 0.98, kind: 0.97, priority: 0.98 },
  [ROUNDS[1].name]: { found: 0.97, precision: 0.97, kind: 0.97, priority: 0.98 },
  [ROUNDS[2].name]: { found: 0.93, precision: 0.95, kind: 0.92, priority: 0.97 },
  [ROUNDS[3].name]: { found: 0.95, precision: 0.92, kind: 0.85, priority: 0.97 },
  [ROUNDS[4].name]: { found: 0.88, precision: 0.93, kind: 0.9, priority: 0.97 },
  [ROUNDS[5].name]: { found: 0.93, precision: 0.96, kind: 0.82, priority: 0.97 },
};

describe('the sample ads', () => {
  it('are over fifty, each with what is expected of it', () => {
    expect(ads.length).toBeGreaterThan(50);
    expect(ads.every(({ expected }) => expected.length >= 9)).toBe(true);
  });

  it.each(Object.entries(FLOORS))('%s, are read no worse than was measured', (round, floor) => {
    const figures = figuresOf(results.filter(({ ad }) => ad.round === round));
    expect(figures.found).toBeGreaterThanOrEqual(floor.found);
    expect(figures.precision).toBeGreaterThanOrEqual(floor.precision);
    expect(figures.right.kind).toBeGreaterThanOrEqual(floor.kind);
    expect(figures.right.priority).toBeGreaterThanOrEqual(floor.priority);
    expect(figures.right.warnings).toBeGreaterThanOrEqual(0.98);
  });

  it('are read as docs/ads.md says', () => {
    const plain = (text: string) => text.replace(/[ -]+/gu, ' ');
    const page = plain(readFileSync(new URL('../../../docs/ads.md', import.meta.url), 'utf8'));
    const rows = adReport(results, [])
      .split('\n')
      .filter((row) => row.startsWith('| A'));
    expect(rows.length).toBeGreaterThanOrEqual(ROUNDS.length);
    for (const row of rows) expect(page, 'npm run -s evaluate:ads writes it anew').toContain(plain(row));
  });

  it('are read the same whenever they are read', () => {
    expect(readAds(ads)).toEqual(results);
  });

  it('have each line’s sentence in them', () => {
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
    for (const { ad, found, extra } of results.filter(({ ad: { text } }) => !text.trimStart().startsWith('<'))) {
      for (const line of [...found.map((pair) => pair.line), ...extra]) {
        expect(words(ad.text), line.text).toContain(words(line.sourceSentence));
      }
    }
  });
});
