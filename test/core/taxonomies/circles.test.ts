import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCircles } from '../../../main/core/taxonomies/circles.ts';

type Edges = readonly (readonly [number, number])[];

function stepsOf(edges: Edges): ReadonlyMap<number, readonly number[]> {
  const steps = new Map<number, number[]>();
  for (const [from, to] of edges) steps.set(from, [...(steps.get(from) ?? []), to]);
  return steps;
}

const kept = (edges: Edges) =>
  [...withoutCircles(stepsOf(edges))].flatMap(([from, all]) => all.map((to) => [from, to]));

/** By the letter of the rule: a step is in a circle where its end leads back to its start. */
function leads(edges: Edges, from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const [one, other] of edges) if (one === node) seen.add(other);
  return seen.has(to);
}

describe('steps without circles', () => {
  it('keep what leads into a circle and out of it', () => {
    expect(
      kept([
        [1, 2],
        [2, 3],
        [3, 2],
        [3, 4],
      ]),
    ).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(
      kept([
        [1, 1],
        [1, 2],
      ]),
    ).toEqual([[1, 2]]);
  });

  it('are those whose end does not lead back, whatever the steps are', () => {
    const node = fc.nat(7);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(node, node), { selector: (edge) => edge.join(), maxLength: 24 }), (edges) => {
        const straight = edges.filter(([from, to]) => !leads(edges, to, from));
        expect(kept(edges).map(String).sort()).toEqual(straight.map(String).sort());
      }),
    );
  });

  it('are found in a chain of ten thousand', () => {
    const chain: Edges = Array.from({ length: 10_000 }, (_, at) => [at, at + 1]);
    expect(kept(chain)).toHaveLength(10_000);
    expect(kept([...chain, [10_000, 0]])).toEqual([]);
  });
});
