/**
 * The two loops of a ranking that touch everything, behind a port: plain-kernel.ts is how they are defined,
 * main/adapters/vector-scan the same in WebAssembly SIMD. Both give the same bits.
 */
export interface PoolKernel {
  createVectors(width: number): VectorTable;
  createColumns(): ColumnTable;
}

/** Rows of int8 numbers. A row that nobody has set is zero. */
export interface VectorTable {
  readonly width: number;
  set(row: number, vector: Int8Array): void;
  /** @returns A copy. */
  get(row: number): Int8Array;
  /** @returns Of the rows before `count` the dot product with the query, exactly; valid until the next call. */
  dots(query: Int8Array, count: number): Int32Array;
}

/** Columns of strengths in steps (round-result.ts), one a requirement, one row a candidate. */
export interface ColumnTable {
  /** Makes room; what stands in the columns stays. Views from before are no longer valid. */
  resize(rows: number, columns: number): void;
  /** Valid until the next {@link resize}. */
  column(index: number): Uint16Array;
  /**
   * @param columns Indices, in the order of the shares.
   * @returns A row's score in steps, `scoreSteps` of score.ts; valid until the next call.
   */
  weigh(columns: readonly number[], shares: readonly number[], rows: number): Uint32Array;
}
