import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyAbove } from '../../../../main/core/matching/explain/why-above.ts';
import type { RankedCandidate } from '../../../../shared/model/match.ts';
import { candidate, credential, job, rank, requirement, type CredentialWords } from '../sample-evidence.ts';

const asked = job(
  requirement('welding'),
  requirement('brazing', { priority: 'want' }),
  requirement('forging', { priority: 'want' }),
);

function twoOf(
  one: CredentialWords | null,
  other: CredentialWords | null,
): readonly [RankedCandidate, RankedCandidate] {
  const people = [
    candidate('a', ...(one === null ? [] : [credential(one)])),
    candidate('b', ...(other === null ? [] : [credential(other)])),
  ];
  const { candidates } = rank(asked, people);
  const find = (id: string) => candidates.find((ranked) => ranked.candidate === id);
  const [a, b] = [find('a'), find('b')];
  if (a === undefined || b === undefined) throw new Error('somebody is missing');
  return [a, b];
}

describe('why one stands above another', () => {
  it('names the widest difference first, with the evidence of both', () => {
    const why = whyAbove(...twoOf({ name: 'Brazing' }, { name: 'Welding', tags: ['forging'] }));
    expect(why).toMatchObject({ above: 'b', below: 'a', by: 'points', ranks: { above: 1, below: 2 } });
    expect(why.requirements.map(({ requirement: id, difference }) => [id, difference])).toEqual([
      ['welding', 55.5556],
      ['brazing', -22.2222],
      ['forging', 22.2222],
    ]);
    expect(why.requirements[0]?.above.evidence?.quote).toBe('Welding');
    expect(why.requirements[0]?.below).toMatchObject({ tier: 'none', evidence: null, points: 0 });
    expect(why.mustHaves).toEqual({ above: 1, below: 0, total: 1 });
  });

  it('says that nothing decided between those who share a rank, whoever is asked about first', () => {
    const [a, b] = twoOf({ name: 'Welding', document: 'x' }, { name: 'Welding', document: 'y' });
    expect(whyAbove(a, b)).toMatchObject({ above: 'a', by: 'nothing', scores: { difference: 0 } });
    expect(whyAbove(b, a)).toMatchObject({ above: 'b', by: 'nothing' });
  });

  it('says when must-haves decided between equal points', () => {
    const [a, b] = twoOf({ name: 'Welding' }, null);
    const equal = { ...b, score: a.score, rank: 2, mustHaves: { evidenced: 0, total: 1 } };
    expect(whyAbove(a, equal).by).toBe('must-haves');
  });

  it('has differences that add up to the distance of the points', () => {
    const words = fc.constantFrom('welding', 'brazing', 'forging', 'weld pipes', 'poetry');
    const badge = fc.record({ name: words, tags: fc.array(words, { maxLength: 3 }) });
    fc.assert(
      fc.property(badge, badge, (one, other) => {
        const why = whyAbove(...twoOf(one, other));
        const sum = why.requirements.reduce((total, { difference }) => total + difference, 0);
        expect(sum).toBeCloseTo(why.scores.difference, 2);
        expect(why.ranks.above).toBeLessThanOrEqual(why.ranks.below);
      }),
    );
  });
});
