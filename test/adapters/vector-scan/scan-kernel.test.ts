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

  it('the rows near to several queries', () => {
    const small = fc.int8Array({ minLength: width, maxLength: width, min: -2, max: 2 });
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 1, maxLength: 5 }),
        fc.array(small, { maxLength: 35 }),
        fc.integer({ min: 1, max: 150 }),
        fc.integer({ min: -60, max: 60 }),
        (rows, queries, count, least) => {
          const [fast, plain] = [scan.createVectors(width), PLAIN_KERNEL.createVectors(width)];
          for (let row = 0; row < count - 1; row += 1) {
            for (const table of [fast, plain]) table.set(row, rows[row % rows.length] ?? new Int8Array(width));
          }
          expect(fast.near(queries, count, least)).toEqual(plain.near(queries, count, least));
        },
      ),
    );
  });

  it('the greatest numbers there are', () => {
    const [fast, ends] = [scan.createVectors(width), new Int8Array(width).fill(-127)];
    fast.set(0, ends);
    expect([...fast.dots(ends, 1)]).toEqual([width * 127 * 127]);
  });
});
