import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adReport, readAds } from '../../bench/ads/ad-report.ts';
import { sampleAds } from '../../bench/ads/ad-set.ts';
import { figuresOf } from '../../bench/ads/score-ads.ts';

const ads = sampleAds();
const results = readAds(ads);

/** What was measured (docs/ads.md), minus a little: a change of the reader that costs more than that is looked at. */
const FLOORS = [
  { name: 'looked at', isKeptBack: false, found: 0.97, precision: 0.97, kind: 0.96, priority: 0.98, warnings: 0.98 },
  {
    name: 'kept back at first',
    isKeptBack: true,
    found: 0.95,
    precision: 0.95,
    kind: 0.95,
    priority: 0.98,
    warnings: 0.98,
  },
] as const;

describe('the sample ads', () => {
  it('are thirty, each with what is expected of it', () => {
    expect(ads).toHaveLength(30);
    expect(ads.every(({ expected }) => expected.length >= 9)).toBe(true);
  });

  it.each(FLOORS)('$name are read no worse than was measured', ({ isKeptBack, found, precision, ...right }) => {
    const figures = figuresOf(results.filter(({ ad }) => ad.isKeptBack === isKeptBack));
    expect(figures.found).toBeGreaterThanOrEqual(found);
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.right.kind).toBeGreaterThanOrEqual(right.kind);
    expect(figures.right.priority).toBeGreaterThanOrEqual(right.priority);
    expect(figures.right.warnings).toBeGreaterThanOrEqual(right.warnings);
  });

  it('are read as docs/ads.md says', () => {
    const plain = (text: string) => text.replace(/[ -]+/gu, ' ');
    const page = plain(readFileSync(new URL('../../../docs/ads.md', import.meta.url), 'utf8'));
    const rows = adReport(results, [])
      .split('\n')
      .filter((row) => row.startsWith('| A'));
    expect(rows).toHaveLength(3);
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
