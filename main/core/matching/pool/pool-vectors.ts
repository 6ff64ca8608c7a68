import type { VectorsByText } from '../similarity.ts';
import type { PoolKernel, VectorTable } from './kernel.ts';
import { fromVectorSteps, toSteps } from './round-vector.ts';

/** The vectors of one model by normalised text, in bytes, and their dot products with one of them. */
export class PoolVectors implements VectorsByText {
  readonly modelSha256: string;
  /** Counts up with each vector that comes after it was looked for: what was compared without it is out of date. */
  revision = 0;
  private readonly kernel: PoolKernel;
  private readonly rows = new Map<string, number>();
  private readonly missed = new Set<string>();
  private table: VectorTable | null = null;

  /** @param modelSha256 SHA-256 of the model's weights. */
  constructor(modelSha256: string, kernel: PoolKernel) {
    this.modelSha256 = modelSha256;
    this.kernel = kernel;
  }

  has(text: string): boolean {
    return this.rows.has(text);
  }

  /** The vector as it is compared: rounded to steps. */
  get(text: string): Float32Array | undefined {
    const row = this.rowOf(text);
    return row === undefined || this.table === null ? undefined : fromVectorSteps(this.table.get(row));
  }

  rowOf(text: string): number | undefined {
    const row = this.rows.get(text);
    if (row === undefined) this.missed.add(text);
    return row;
  }

  /** @param vector Of length 1. */
  set(text: string, vector: Float32Array): void {
    this.table ??= this.kernel.createVectors(vector.length);
    const row = this.rows.get(text) ?? this.rows.size;
    this.rows.set(text, row);
    this.table.set(row, toSteps(vector));
    if (this.missed.delete(text)) this.revision += 1;
  }

  /** Vectors there are. */
  get size(): number {
    return this.rows.size;
  }

  /**
   * @param least In steps squared.
   * @returns For each text the rows of vectors whose dot product with its own is so great; null where it has none.
   */
  near(texts: readonly string[], least: number): readonly (Uint32Array | null)[] {
    const { table } = this;
    const rows = texts.map((text) => this.rowOf(text));
    if (table === null) return texts.map(() => null);
    const queries = rows.filter((row) => row !== undefined).map((row) => table.get(row));
    const found = table.near(queries, this.rows.size, least).values();
    return rows.map((row) => (row === undefined ? null : (found.next().value ?? null)));
  }
}
