import type { PoolKernel, VectorTable } from '../../core/matching/pool/kernel.ts';
import { PLAIN_KERNEL } from '../../core/matching/pool/plain-kernel.ts';
import { VECTOR_SCAN_BASE64 } from './vector-scan-bytes.ts';

/** The loop in WebAssembly SIMD; in plain code where the machine has none, with the same bits. */
export function createScanKernel(): PoolKernel {
  const bytes = new Uint8Array(Buffer.from(VECTOR_SCAN_BASE64, 'base64'));
  if (!WebAssembly.validate(bytes)) return PLAIN_KERNEL;
  const module = new WebAssembly.Module(bytes);
  return {
    createVectors: (width) => createVectors(instantiate(module), width),
  };
}

interface Scan {
  readonly memory: WebAssembly.Memory;
  dots(query: number, rows: number, count: number, width: number, out: number): void;
  near(query: number, rows: number, count: number, width: number, least: number, first: number, out: number): number;
}

function instantiate(module: WebAssembly.Module): Scan {
  // The exports are those of vector-scan.wat, which a test assembles again.
  return new WebAssembly.Instance(module).exports as unknown as Scan;
}

/**
 * Memory: queries as int16, the rows that a query finds in a block, then all rows, then what a scan of all puts out.
 */
function createVectors({ memory, dots, near }: Scan, width: number): VectorTable {
  const foundAt = aligned(QUERIES_AT_ONCE * 2 * width);
  const rowsAt = aligned(foundAt + 4 * (ROWS_AT_ONCE + 1));
  let room = 0;
  let set = 0;
  const makeRoom = (rows: number) => {
    if (rows <= room) return;
    room = Math.max(rows, Math.ceil(room * GROWTH));
    grow(memory, aligned(rowsAt + room * width) + 4 * room);
  };
  /** Where the last scan wrote its results there may be rows now that nobody has set. */
  const clearUpTo = (count: number) => {
    makeRoom(count);
    if (count <= set) return;
    new Int8Array(memory.buffer, rowsAt, count * width).fill(0, set * width);
    set = count;
  };
  const placeQuery = (index: number, query: Int8Array) => {
    const at = index * 2 * width;
    new Int16Array(memory.buffer, at, width).set(query);
    return at;
  };
  return {
    width,
    set(row, vector) {
      clearUpTo(row);
      makeRoom(row + 1);
      new Int8Array(memory.buffer, rowsAt + row * width, width).set(vector);
      set = Math.max(set, row + 1);
    },
    get: (row) =>
      row < set ? new Int8Array(memory.buffer, rowsAt + row * width, width).slice() : new Int8Array(width),
    dots(query, count) {
      clearUpTo(count);
      const outAt = aligned(rowsAt + room * width);
      dots(placeQuery(0, query), rowsAt, count, width, outAt);
      return new Int32Array(memory.buffer, outAt, count);
    },
    near(queries, count, least) {
      clearUpTo(count);
      const found = queries.map((): number[] => []);
      const out = new Uint32Array(memory.buffer, foundAt, ROWS_AT_ONCE);
      for (let some = 0; some < queries.length; some += QUERIES_AT_ONCE) {
        const places = queries.slice(some, some + QUERIES_AT_ONCE).map((query, index) => placeQuery(index, query));
        for (let from = 0; from < count; from += ROWS_AT_ONCE) {
          const rows = Math.min(ROWS_AT_ONCE, count - from);
          for (const [index, place] of places.entries()) {
            const many = near(place, rowsAt + from * width, rows, width, least, from, foundAt);
            for (let at = 0; at < many; at += 1) found[some + index]?.push(out[at] ?? 0);
          }
        }
      }
      return found.map((rows) => Uint32Array.from(rows));
    },
  };
}

/** Rows that stay in the nearest cache of a processor while one query after another goes along them. */
const ROWS_AT_ONCE = 64;
const QUERIES_AT_ONCE = 16;

/** Room for what will come, so that a growing pool isn't copied at every step. */
const GROWTH = 1.5;
const PAGE = 65_536;

function grow(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

function aligned(address: number): number {
  return Math.ceil(address / 16) * 16;
}
