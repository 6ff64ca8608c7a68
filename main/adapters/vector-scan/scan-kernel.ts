import type { ColumnTable, PoolKernel, VectorTable } from '../../core/matching/pool/kernel.ts';
import { PLAIN_KERNEL } from '../../core/matching/pool/plain-kernel.ts';
import { VECTOR_SCAN_BASE64 } from './vector-scan-bytes.ts';

/** The loops in WebAssembly SIMD; in plain code where the machine has none, with the same results. */
export function createScanKernel(): PoolKernel {
  const bytes = new Uint8Array(Buffer.from(VECTOR_SCAN_BASE64, 'base64'));
  if (!WebAssembly.validate(bytes)) return PLAIN_KERNEL;
  const module = new WebAssembly.Module(bytes);
  return {
    createVectors: (width) => createVectors(instantiate(module), width),
    createColumns: () => createColumns(instantiate(module)),
  };
}

interface Scan {
  readonly memory: WebAssembly.Memory;
  dots(query: number, rows: number, count: number, width: number, out: number): void;
  weigh(rows: number, columns: number, shares: number, count: number, out: number): void;
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

/** Memory: addresses of columns, shares, scores, then the columns. */
function createColumns({ memory, weigh }: Scan): ColumnTable {
  let room = { rows: 0, columns: 0 };
  const place = ({ rows, columns }: typeof room) => {
    const sharesAt = aligned(4 * columns);
    const scoresAt = aligned(sharesAt + 8 * columns);
    const columnsAt = aligned(scoresAt + 4 * rows);
    return { sharesAt, scoresAt, columnsAt, end: columnsAt + 2 * rows * columns };
  };
  const column = (index: number) =>
    new Uint16Array(memory.buffer, place(room).columnsAt + 2 * room.rows * index, room.rows);
  return {
    resize(rows, columns) {
      const kept = Array.from({ length: Math.min(columns, room.columns) }, (_, index) => column(index).slice());
      room = { rows: Math.ceil(rows / 4) * 4, columns };
      grow(memory, place(room).end);
      for (let index = 0; index < columns; index += 1) {
        const old = kept[index]?.subarray(0, room.rows) ?? new Uint16Array(0);
        column(index).set(old);
        column(index).fill(0, old.length);
      }
    },
    column,
    weigh(indices, shares, rows) {
      const { sharesAt, scoresAt, columnsAt } = place(room);
      new Uint32Array(memory.buffer, 0, indices.length).set(indices.map((index) => columnsAt + 2 * room.rows * index));
      new Float64Array(memory.buffer, sharesAt, shares.length).set(shares);
      weigh(Math.ceil(rows / 4) * 4, 0, sharesAt, indices.length, scoresAt);
      return new Uint32Array(memory.buffer, scoresAt, rows);
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
