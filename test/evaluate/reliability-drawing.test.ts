import { describe, expect, it } from 'vitest';
import type { ReliabilityTable } from '../../shared/model/reliability.ts';
import { reliabilityDrawing } from './reliability-drawing.tsx';

const table = (count: number): ReliabilityTable => ({
  bins: [0.05, 0.95].map((said) => ({ from: Math.floor(said * 10) / 10, count, said, cameTrue: said })),
  error: 0,
  byChance: 0.01,
});

describe('the drawing for the docs', () => {
  it('holds matches and suggestions side by side, with their numbers of cases', () => {
    const svg = reliabilityDrawing({ model: null, pairs: table(40), suggestions: table(5) });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg.match(/<circle /gu)).toHaveLength(4);
    expect(svg).toContain('>80 pairs<');
    expect(svg).toContain('>10 phrases<');
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/NaN|undefined|&gt;|&#x27;/u);
  });

  it('draws what there is', () => {
    expect(reliabilityDrawing({ model: null, pairs: table(40), suggestions: null }).match(/<circle /gu)).toHaveLength(
      2,
    );
  });
});
