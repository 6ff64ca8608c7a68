/**
 * The loop of a ranking that touches every vector, behind a port: plain-kernel.ts is how it is defined,
 * main/adapters/vector-scan the same in WebAssembly SIMD. Both give the same bits.
 */
export interface PoolKernel {
  createVectors(width: number): VectorTable;
}

/** Rows of int8 numbers. A row that nobody has set is zero. */
export interface VectorTable {
  readonly width: number;
  set(row: number, vector: Int8Array): void;
  /** @returns A copy. */
  get(row: number): Int8Array;
  /** @returns Of the rows before `count` the dot product with the query, exactly; valid until the next call. */
  dots(query: Int8Array, count: number): Int32Array;
  /**
   * Several queries at once, which costs less than one after the other.
   * @returns For each query those rows before `count`, in rising order, whose dot product with it is `least` or more.
   */
  near(queries: readonly Int8Array[], count: number, least: number): readonly Uint32Array[];
}
