import { GrowingUint32 } from './growing-array.ts';
import type { PoolVectors } from './pool-vectors.ts';
import type { StatementTable } from './statement-table.ts';

/** Where the vectors of each text's pieces stand. */
export interface TextRows {
  /** Of text t the rows from `starts[t]` to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  /** 1 where a piece of the text has no vector (yet). */
  readonly incomplete: Uint8Array;
}

export function textRowsOf({ words }: StatementTable, vectors: PoolVectors): TextRows {
  const starts = new Uint32Array(words.length + 1);
  const incomplete = new Uint8Array(words.length);
  const rows = new GrowingUint32(Math.max(1, words.length));
  for (const [text, { pieces }] of words.entries()) {
    starts[text] = rows.length;
    for (const piece of pieces) {
      const row = vectors.rowOf(piece);
      if (row === undefined) incomplete[text] = 1;
      else rows.push(row);
    }
  }
  starts[words.length] = rows.length;
  return { starts, rows: rows.array, incomplete };
}
