import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { reliability as words } from '../../shared/messages/reliability.en.ts';
import type { ReliabilityTable } from '../../shared/model/reliability.ts';
import { likelyRange, ReliabilityPicture } from '../../shared/reports/ReliabilityPicture.tsx';

const TABLE: ReliabilityTable = {
  bins: Array.from({ length: 10 }, (_, bin) => ({
    from: bin / 10,
    count: bin === 3 ? 0 : (10 - bin) * 40,
    said: bin === 3 ? 0 : bin / 10 + 0.05,
    cameTrue: bin === 3 ? 0 : bin / 10 + 0.02,
  })),
  error: 0.03,
  byChance: 0.012,
};
const picture = (table = TABLE) =>
  renderToStaticMarkup(<ReliabilityPicture table={table} title="A match" cases="2,000 pairs" />);

describe('reliability picture', () => {
  it('is an image with a title and a sentence that says what it shows', () => {
    const svg = picture();
    expect(svg).toContain('role="img"');
    expect(svg).toContain('A match</title>');
    expect(svg).toMatch(
      /<desc[^>]*>Over 2,000 pairs, what was said and what came true lie 3\.0 percentage points apart/u,
    );
    expect(svg).toContain('Where 55 % was said, 52 % came true.');
  });

  it('draws one point for each bin that holds something, larger where it holds more', () => {
    const radii = [...picture().matchAll(/<circle[^>]* r="([\d.]+)"/gu)].map(([, radius]) => Number(radius));
    expect(radii).toHaveLength(9);
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
    expect(radii[0]).toBeGreaterThan(radii.at(-1) ?? Infinity);
  });

  it('puts what came true as said on the diagonal', () => {
    const bins = [{ from: 0.7, count: 5, said: 0.7, cameTrue: 0.7 }];
    const svg = picture({ ...TABLE, bins });
    const [, cx, cy] = /<circle cx="([\d.]+)" cy="([\d.]+)"/u.exec(svg) ?? [];
    const [, x0, y0, x1, y1] = /d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/u.exec(svg) ?? [];
    const along = (Number(cx) - Number(x0)) / (Number(x1) - Number(x0));
    expect(along).toBeCloseTo(0.7, 2);
    expect((Number(cy) - Number(y0)) / (Number(y1) - Number(y0))).toBeCloseTo(along, 2);
  });

  it('stays whole where nothing was measured above one half', () => {
    const low = { ...TABLE, bins: TABLE.bins.slice(0, 3) };
    expect(words.meaning(low, '3 pairs')).not.toContain('Where');
    expect(picture({ ...TABLE, bins: [] })).not.toContain('NaN');
  });
});

describe('the range that chance explains', () => {
  it('is Wilson’s: nine of ten may be .596 to .982', () => {
    const [low, high] = likelyRange({ cameTrue: 0.9, count: 10 });
    expect([low, high].map((value) => value.toFixed(3))).toEqual(['0.596', '0.982']);
  });

  it('holds a share of nought and of one, however many cases', () => {
    for (let count = 1; count < 2000; count += 1) {
      expect(likelyRange({ cameTrue: 0, count })[0]).toBe(0);
      expect(likelyRange({ cameTrue: 1, count })[1]).toBe(1);
    }
  });

  it('holds the share, stays within 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        const count = hits + misses + 1;
        const cameTrue = hits / count;
        const [low, high] = likelyRange({ cameTrue, count });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(cameTrue);
        expect(high).toBeGreaterThanOrEqual(cameTrue);
        const [lower, higher] = likelyRange({ cameTrue, count: count * 4 });
        expect(higher - lower).toBeLessThan(high - low);
      }),
    );
  });
});
