import type { PoolKernel, VectorTable } from './kernel.ts';

/** The loop in plain code, for where there is no WebAssembly SIMD. */
export const PLAIN_KERNEL: PoolKernel = { createVectors };

function createVectors(width: number): VectorTable {
  let rows = new Int8Array(0);
  let dots = new Int32Array(0);
  const table: VectorTable = {
    width,
    set(row, vector) {
      if ((row + 1) * width > rows.length) {
        const grown = new Int8Array(Math.max((row + 1) * width, 2 * rows.length));
        grown.set(rows);
        rows = grown;
      }
      rows.set(vector, row * width);
    },
    get: (row) => {
      const copy = new Int8Array(width);
      copy.set(rows.subarray(row * width, (row + 1) * width));
      return copy;
    },
    dots(query, count) {
      if (count > dots.length) dots = new Int32Array(count);
      for (let row = 0; row < count; row += 1) {
        let sum = 0;
        const start = row * width;
        for (let k = 0; k < width; k += 1) sum += (rows[start + k] ?? 0) * (query[k] ?? 0);
        dots[row] = sum;
      }
      return dots;
    },
    near: (queries, count, least) =>
      queries.map((query) => {
        const products = table.dots(query, count);
        const found: number[] = [];
        for (let row = 0; row < count; row += 1) if ((products[row] ?? 0) >= least) found.push(row);
        return Uint32Array.from(found);
      }),
  };
  return table;
}
