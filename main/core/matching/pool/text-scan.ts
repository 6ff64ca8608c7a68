import { leastDot } from './least-dot.ts';
import type { PoolVectors } from './pool-vectors.ts';
import type { TextRows } from './text-rows.ts';

/**
 * Finds the texts that can count for a wording by their vectors. All wordings that a ranking asks for are looked up in
 * one walk along the vectors, and remembered; valid until vectors or texts come.
 */
export class TextScan {
  private readonly known = new Map<string, readonly number[] | null>();
  private readonly vectors: PoolVectors;
  private readonly rows: TextRows;

  constructor(vectors: PoolVectors, rows: TextRows) {
    this.vectors = vectors;
    this.rows = rows;
  }

  lookUp(wordings: readonly string[]): void {
    const fresh = [...new Set(wordings)].filter((wording) => !this.known.has(wording));
    if (fresh.length === 0) return;
    const found = this.vectors.near(fresh, leastDot(this.vectors.modelSha256));
    for (const [index, wording] of fresh.entries()) this.known.set(wording, this.textsOf(found[index] ?? null));
  }

  /**
   * @returns Numbers of texts, in no order and maybe twice, among them all of which a piece has no vector yet; null
   *   where the wording has none, so that its vector can rule out nothing.
   */
  near(wording: string): readonly number[] | null {
    this.lookUp([wording]);
    return this.known.get(wording) ?? null;
  }

  private textsOf(found: Uint32Array | null): readonly number[] | null {
    if (found === null) return null;
    const { starts, texts, waiting } = this.rows;
    const near = [...waiting];
    for (const row of found) {
      for (let at = starts[row] ?? 0, end = starts[row + 1] ?? 0; at < end; at += 1) near.push(texts[at] ?? 0);
    }
    return near;
  }
}
