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
}

function instantiate(module: WebAssembly.Module): Scan {
  // The exports are those of vector-scan.wat, which a test assembles again.
  return new WebAssembly.Instance(module).exports as unknown as Scan;
}

/** Memory: the query as int16, then the rows, then what a scan puts out. */
function createVectors({ memory, dots }: Scan, width: number): VectorTable {
  const rowsAt = 2 * width;
  let room = 0;
  let set = 0;
  const makeRoom = (rows: number) => {
    if (rows <= room) return;
    room = Math.max(rows, Math.ceil(room * GROWTH));
    grow(memory, aligned(rowsAt + room * width) + 4 * room);
  };
  return {
    width,
    set(row, vector) {
      makeRoom(row + 1);
      const rows = new Int8Array(memory.buffer, rowsAt, room * width);
      // Where the last scan wrote its results there are rows now.
      if (row >= set) rows.fill(0, set * width, row * width);
      rows.set(vector, row * width);
      set = Math.max(set, row + 1);
    },
    get: (row) =>
      row < set ? new Int8Array(memory.buffer, rowsAt + row * width, width).slice() : new Int8Array(width),
    dots(query, count) {
      makeRoom(count);
      if (count > set) {
        new Int8Array(memory.buffer, rowsAt, count * width).fill(0, set * width);
        set = count;
      }
      const outAt = aligned(rowsAt + room * width);
      new Int16Array(memory.buffer, 0, width).set(query);
      dots(0, rowsAt, count, width, outAt);
      return new Int32Array(memory.buffer, outAt, count);
    },
  };
}

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
