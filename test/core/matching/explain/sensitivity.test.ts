import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sensitivityOf, type StrengthTable } from '../../../../main/core/matching/explain/sensitivity.ts';
import { stepsOf } from '../../../../main/core/matching/round-result.ts';
import { rankKey, scoreSteps, sharesOf } from '../../../../main/core/matching/score.ts';
import type { CandidateId } from '../../../../shared/model/ids.ts';
import type { Priority } from '../../../../shared/model/job.ts';
import { requirement } from '../sample-evidence.ts';

const who = 'a' as CandidateId;
const PRIORITY: readonly Priority[] = ['must', 'want', 'want', 'trainable'];
const WEIGHTS = [1, 0.4, 0.4, 0.2];

function table(people: readonly (readonly number[])[], weights: readonly number[] = WEIGHTS): StrengthTable {
  const lines = weights.map((weight, column) => ({
    requirement: requirement(`skill ${column}`, { priority: PRIORITY[column] ?? 'must' }),
    weight,
  }));
  return {
    lines,
    strengths: Uint16Array.from(people.flat(), stepsOf),
    evidenced: people.map(([first]) => (first === 1 ? 1 : 0)),
  };
}

/** The rank as the ranking would have it under any weights. */
function rankUnder(weights: readonly number[], people: readonly (readonly number[])[], row: number): number {
  const shares = sharesOf(weights);
  const key = (strengths: readonly number[]) =>
    rankKey(scoreSteps(shares, strengths.map(stepsOf)), strengths[0] === 1 ? 1 : 0);
  const own = key(people[row] ?? []);
  return 1 + people.filter((strengths) => key(strengths) > own).length;
}

const strength = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 0.6, 0.75, 0.9, 1),
  fc.integer({ min: 4990, max: 5010 }).map((steps) => steps / 10_000),
);
const pool = fc.array(fc.tuple(strength, strength, strength, strength), { minLength: 1, maxLength: 40 });

describe('sensitivity', () => {
  it('bounds every rank that weights within the range can give', () => {
    fc.assert(
      fc.property(
        pool,
        fc.nat(),
        fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (people, pick, times) => {
          const row = pick % people.length;
          const { bestRank, worstRank, rank } = sensitivityOf(who, row, table(people));
          expect(rank).toBe(rankUnder(WEIGHTS, people, row));
          const then = rankUnder(
            WEIGHTS.map((weight, column) => weight * (times[column] ?? 1)),
            people,
            row,
          );
          expect(then).toBeGreaterThanOrEqual(bestRank);
          expect(then).toBeLessThanOrEqual(worstRank);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds the single change that moves furthest, and its rank', () => {
    fc.assert(
      fc.property(pool, fc.nat(), (people, pick) => {
        const row = pick % people.length;
        const { widest, rank } = sensitivityOf(who, row, table(people));
        const scenarios = [[0], [1], [2], [3], [1, 2]].flatMap((columns) =>
          [0.8, 1.2].map((times) =>
            WEIGHTS.map((weight, column) => (columns.includes(column) ? weight * times : weight)),
          ),
        );
        const furthest = Math.max(...scenarios.map((weights) => Math.abs(rankUnder(weights, people, row) - rank)));
        expect(Math.abs((widest?.rankThen ?? rank) - rank)).toBe(furthest);
      }),
    );
  });

  it('says in three words how far the rank hangs on the weights', () => {
    const close = Array.from({ length: 12 }, (_, index) => [0.5, 0.5 + index / 1000, 0.5, 0.5]);
    // Ten who are strong where this one is weak, and the other way round, nearly level.
    const opposite = [[1, 0, 0, 0.1], ...Array.from({ length: 10 }, () => [0, 1, 1, 0.9])];
    expect(sensitivityOf(who, 0, table(close)).verdict).toBe('steady');
    expect(sensitivityOf(who, 0, table(opposite))).toMatchObject({
      verdict: 'moves',
      rank: 1,
      worstRank: 11,
      widest: { rankThen: 11 },
    });
    const far = [[1, 0, 0, 0.4], ...Array.from({ length: 10 }, () => [0, 0.8, 0.8, 0.9])];
    expect(sensitivityOf(who, 0, table(far)).verdict).toBe('may-move');
  });

  it('answers where nothing has weight, and for one person alone', () => {
    expect(sensitivityOf(who, 0, table([[1, 0, 0, 0]], [0, 0, 0, 0]))).toMatchObject({
      rank: 1,
      verdict: 'steady',
      widest: null,
    });
  });
});
