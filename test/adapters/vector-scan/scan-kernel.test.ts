import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScanKernel } from '../../../main/adapters/vector-scan/scan-kernel.ts';
import { PLAIN_KERNEL } from '../../../main/core/matching/pool/plain-kernel.ts';
import { assembleVectorScan, BYTES_FILE } from './make-vector-scan.ts';

const scan = createScanKernel();

it('is what its text says', async () => {
  expect(readFileSync(BYTES_FILE, 'utf8')).toBe(await assembleVectorScan());
});

it('runs in SIMD here', () => {
  expect(scan).not.toBe(PLAIN_KERNEL);
});

describe('in SIMD as in plain code', () => {
  const width = 384;
  const vector = fc.int8Array({ minLength: width, maxLength: width, min: -127, max: 127 });

  it('dot products', () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 9 }), vector, (rows, query) => {
        const [fast, plain] = [scan.createVectors(width), PLAIN_KERNEL.createVectors(width)];
        // Every other row is set, the last one first, so that rows are skipped and grow.
        for (const [index, row] of [...rows.entries()].reverse()) {
          fast.set(2 * index, row);
          plain.set(2 * index, row);
          expect(fast.dots(query, 2)).toHaveLength(2);
        }
        const count = 2 * rows.length + 1;
        expect([...fast.dots(query, count)]).toEqual([...plain.dots(query, count)]);
        expect(fast.get(0)).toEqual(rows[0]);
        expect(fast.get(1)).toEqual(new Int8Array(width));
      }),
    );
  });

  it('the greatest numbers there are', () => {
    const [fast, ends] = [scan.createVectors(width), new Int8Array(width).fill(-127)];
    fast.set(0, ends);
    expect([...fast.dots(ends, 1)]).toEqual([width * 127 * 127]);
  });

  it('scores', () => {
    const strength = fc.integer({ min: 0, max: 10_000 });
    const share = fc.double({ min: 0, max: 100, noNaN: true });
    const lines = fc.array(fc.tuple(share, fc.array(strength, { minLength: 11, maxLength: 11 })), { maxLength: 20 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 11 }), (all, rows) => {
        const [fast, plain] = [scan.createColumns(), PLAIN_KERNEL.createColumns()];
        for (const table of [fast, plain]) {
          table.resize(rows, all.length);
          for (const [index, [, column]] of all.entries()) table.column(index).set(column.slice(0, rows));
          table.resize(11, all.length + 1);
        }
        const indices = all.map((_, index) => index).reverse();
        const shares = indices.map((index) => all[index]?.[0] ?? 0);
        const [one, other] = [fast, plain].map((table) => [...table.weigh(indices, shares, 11)].slice(0, 11));
        expect(one).toEqual(other);
      }),
    );
  });
});
