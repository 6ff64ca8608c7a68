import type { PoolVectors } from './pool-vectors.ts';
import type { StatementTable } from './statement-table.ts';

/** Which texts a vector is a piece of. */
export interface TextRows {
  /** Of vector v the texts from `starts[v]` to `starts[v + 1]`. */
  readonly starts: Uint32Array;
  readonly texts: Uint32Array;
  /** Texts of which a piece has no vector (yet), in rising order. */
  readonly waiting: readonly number[];
}

export function textRowsOf({ words }: StatementTable, vectors: PoolVectors): TextRows {
  const pieces: number[] = [];
  const textOfPiece: number[] = [];
  const waiting: number[] = [];
  for (const [text, { pieces: own }] of words.entries()) {
    const rows = own.map((piece) => vectors.rowOf(piece));
    if (rows.includes(undefined)) waiting.push(text);
    for (const row of rows) {
      if (row === undefined) continue;
      pieces.push(row);
      textOfPiece.push(text);
    }
  }
  const starts = new Uint32Array(vectors.size + 2);
  // Counted one further on, so that after the sums each start moves up to its end while texts are filled in.
  for (const row of pieces) starts[row + 2] = (starts[row + 2] ?? 0) + 1;
  for (let row = 2; row < starts.length; row += 1) starts[row] = (starts[row] ?? 0) + (starts[row - 1] ?? 0);
  const texts = new Uint32Array(pieces.length);
  for (const [index, row] of pieces.entries()) {
    const at = starts[row + 1] ?? 0;
    texts[at] = textOfPiece[index] ?? 0;
    starts[row + 1] = at + 1;
  }
  return { starts: starts.subarray(0, vectors.size + 1), texts, waiting };
}
