import { rankKey } from '../score.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { LineAnswers } from './line-answers.ts';
import { STRENGTH } from './line-values.ts';
import { scratchOf } from './scratch.ts';

/** One requirement as it enters the score. */
export interface WeighedLine {
  readonly answers: LineAnswers;
  readonly share: number;
  readonly isMust: boolean;
}

export interface RankKeys {
  /** By row, of everybody (score.ts). */
  readonly keys: Uint32Array;
  /** Rows whose key is not 0, each once and in no order. */
  readonly scored: Uint32Array;
}

/**
 * Everybody's key. Only those for whom a line counts are touched: whoever is in no line has 0 points, and adding nothing
 * changes no sum. The lines are added in their order, so that each sum has the bits of `scoreSteps`.
 */
export function rankKeysOf(pool: CandidatePool, lines: readonly WeighedLine[]): RankKeys {
  const { sums, values: evidenced, rows: touched } = scratchOf(pool);
  for (const { answers, share, isMust } of lines) {
    const { rows, values } = answers;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const value = values[at] ?? 0;
      sums[row] = (sums[row] ?? 0) + share * (value & STRENGTH);
      if (isMust) evidenced[row] = (evidenced[row] ?? 0) + (value >>> EVIDENCED_BIT);
    }
  }
  const keys = new Uint32Array(pool.size);
  let scored = 0;
  for (const { answers } of lines) {
    const { rows } = answers;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const key = rankKey(Math.floor((sums[row] ?? 0) + 0.5), evidenced[row] ?? 0);
      sums[row] = 0;
      evidenced[row] = 0;
      // A second time along the same row the sums are empty already.
      if (key === 0) continue;
      keys[row] = key;
      touched[scored] = row;
      scored += 1;
    }
  }
  return { keys, scored: touched.slice(0, scored) };
}

const EVIDENCED_BIT = 15;
