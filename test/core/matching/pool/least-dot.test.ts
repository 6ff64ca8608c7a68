import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastDot } from '../../../../main/core/matching/pool/least-dot.ts';
import { roundVector, toSteps, VECTOR_STEPS } from '../../../../main/core/matching/pool/round-vector.ts';
import { LEAST_STRENGTH } from '../../../../main/core/matching/settings.ts';
import { createSimilarity } from '../../../../main/core/matching/similarity.ts';
import { internWords, prepareRequirement } from '../../../../main/core/matching/wording-strength.ts';
import { readStatements } from '../../../../main/core/skills/read-statements.ts';
import { credential, requirement } from '../sample-evidence.ts';
import { MODEL } from './pool-cases.ts';

const sha256 = MODEL.state === 'ready' ? MODEL.sha256 : '';
const text = fc.array(fc.constantFrom('weld', 'welding', 'weld pipes', 'care', 'a'), { minLength: 1, maxLength: 3 });
const direction = fc.float32Array({ minLength: 8, maxLength: 8, min: -1, max: 1, noNaN: true });

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values);
  return length < 1e-6 ? Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0) : values.map((value) => value / length);
}

it('leaves out nothing that would count, however alike the letters are', () => {
  const least = leastDot(sha256);
  // Such a bound is worth having: most pairs of skills are below it (docs/decisions/scale.md).
  expect(least / VECTOR_STEPS ** 2).toBeGreaterThan(0.3);
  fc.assert(
    fc.property(text, text, direction, direction, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, one, two, mix) => {
      const [asked, held] = [a.join(' '), b.join(' ')];
      if (asked === held) return;
      const blended = one.map((value, index) => value * mix + (two[index] ?? 0) * (1 - mix));
      const [left, right] = [unit(one), unit(blended)];
      const vectors = new Map([
        [asked, roundVector(left)],
        [held, roundVector(right)],
      ]);
      const [statement] = readStatements(credential({ name: held }));
      if (statement === undefined) throw new Error('no statement');
      const prepared = prepareRequirement(requirement(asked), createSimilarity([], vectors), sha256);
      const { strength, similarity } = prepared.compare(internWords()(statement));
      const dot = toSteps(left).reduce((sum, step, index) => sum + step * (toSteps(right)[index] ?? 0), 0);
      expect(similarity.cosine).toBe(dot / VECTOR_STEPS ** 2);
      if (strength >= LEAST_STRENGTH) expect(dot).toBeGreaterThanOrEqual(least);
    }),
    { numRuns: 2000 },
  );
});

it('no vector is longer than 1 after rounding, nor another than its bytes say', () => {
  fc.assert(
    fc.property(direction, (values) => {
      const steps = toSteps(unit(values));
      expect(steps.reduce((sum, step) => sum + step * step, 0)).toBeLessThanOrEqual(VECTOR_STEPS ** 2);
      expect(toSteps(roundVector(unit(values)))).toHaveLength(8);
      expect([...roundVector(unit(values))].map((value) => value * VECTOR_STEPS)).toEqual([...steps]);
    }),
  );
});
