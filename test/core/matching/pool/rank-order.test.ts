import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRankOrder, type OrderedPeople } from '../../../../main/core/matching/pool/rank-order.ts';
import { rankKey } from '../../../../main/core/matching/score.ts';

/** People whose order among equals is that of a permutation; some rows are of people who are gone. */
function peopleOf(size: number, gone: number): OrderedPeople {
  const isThere = (row: number) => row % gone !== 1;
  const place = (row: number) => (row * 7919) % size;
  const neutral = Uint32Array.from({ length: size }, (_, row) => row)
    .filter(isThere)
    .sort((one, other) => place(one) - place(other));
  return {
    count: neutral.length,
    isThere,
    neutralOrder: () => neutral,
    compareNeutrally: (one, other) => place(one) - place(other),
  };
}

const scores = fc.oneof(
  // Most have nothing; few scores, so that many are equal; all different.
  fc.constant((draw: number) => (draw < 0.7 ? 0 : Math.floor(draw * 1_000_000))),
  fc.constant((draw: number) => Math.floor(draw * 5) * 200_000),
  fc.constant((draw: number) => Math.floor(draw * 1_000_000)),
  fc.constant(() => 0),
);

it('the first and all the others stand as a plain sort puts them', () => {
  fc.assert(
    fc.property(
      scores,
      fc.constantFrom(900, 2500, 6000),
      fc.integer({ min: 3, max: 50 }),
      fc.nat(),
      (score, size, gone, seed) => {
        const people = peopleOf(size, gone);
        const keys = Uint32Array.from({ length: size }, (_, row) => {
          const draw = (((row + seed) * 2654435761) >>> 0) / 2 ** 32;
          return people.isThere(row) ? rankKey(score(draw), row % 3) : 0;
        });
        const plain = [...people.neutralOrder()].sort(
          (one, other) => (keys[other] ?? 0) - (keys[one] ?? 0) || people.compareNeutrally(one, other),
        );
        const scored = Uint32Array.from(keys.keys())
          .filter((row) => keys[row] !== 0)
          .reverse();
        const order = createRankOrder(people, { keys, scored });
        const places = [0, 1, 50, 999, 1000, Math.floor(plain.length / 2), plain.length - 1, plain.length];
        for (const place of places) {
          const row = plain[place];
          expect(order.at(place)).toEqual(row === undefined ? null : { row, key: keys[row] });
          if (row === undefined) continue;
          expect(order.placeOf(row)).toBe(place);
          const key = keys[row] ?? 0;
          expect(order.above(key)).toBe(plain.filter((other) => (keys[other] ?? 0) > key).length);
        }
        expect(order.placeOf(1)).toBe(people.isThere(1) ? plain.indexOf(1) : null);
        expect([...order.all().rows]).toEqual(plain);
      },
    ),
    { numRuns: 60 },
  );
});
