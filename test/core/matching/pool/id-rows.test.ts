import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdRows } from '../../../../main/core/matching/pool/id-rows.ts';

it('finds who was added and not removed, as a map does', () => {
  const id = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.nat(3000).map((number) => `01J${number.toString(32).padStart(23, '0')}`),
  );
  const acts = fc.array(fc.tuple(fc.constantFrom('add', 'add', 'remove'), id), { maxLength: 600 });
  fc.assert(
    fc.property(acts, (all) => {
      const [rows, plain, given] = [new IdRows<string>(), new Map<string, number>(), [] as string[]];
      for (const [act, text] of all) {
        const known = plain.get(text);
        expect(rows.rowOf(text)).toBe(known);
        if (act === 'add' && known === undefined) {
          plain.set(text, rows.add(text));
          given.push(text);
        }
        if (act === 'remove' && known !== undefined) {
          rows.remove(known);
          plain.delete(text);
        }
      }
      rows.trim();
      expect(rows.count).toBe(plain.size);
      expect(given.map((_, row) => rows.idOf(row))).toEqual(given);
      expect(rows.idOf(given.length)).toBeUndefined();
      const there: number[] = [];
      rows.forEach((row) => there.push(row));
      expect(there).toEqual([...plain.values()].sort((one, other) => one - other));
    }),
  );
});
