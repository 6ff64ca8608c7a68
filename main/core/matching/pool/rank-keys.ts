import { rankKey } from '../score.ts';
import type { LineAnswers } from './line-answers.ts';
import { STRENGTH } from './line-values.ts';

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
 * changes no sum. The lines are added in their order, so that each sum has the bits of `scoreSteps`. Some thousand people
 * at a time, whose sums stay in a near cache of the processor while one line after another is added.
 *
 * @param size Rows there are.
 */
export function rankKeysOf(size: number, lines: readonly WeighedLine[]): RankKeys {
  const keys = new Uint32Array(size);
  const scored = new Uint32Array(mostScored(size, lines));
  const sums = new Float64Array(PEOPLE_AT_ONCE);
  const evidenced = new Uint16Array(PEOPLE_AT_ONCE);
  const starts = lines.map(() => 0);
  let found = 0;
  for (let from = 0; from < size; from += PEOPLE_AT_ONCE) {
    const ends = lines.map(({ answers, share, isMust }, line) => {
      const { rows, values } = answers;
      let at = starts[line] ?? 0;
      for (; at < rows.length; at += 1) {
        const place = (rows[at] ?? 0) - from;
        if (place >= PEOPLE_AT_ONCE) break;
        const value = values[at] ?? 0;
        sums[place] = (sums[place] ?? 0) + share * (value & STRENGTH);
        if (isMust) evidenced[place] = (evidenced[place] ?? 0) + (value >>> EVIDENCED_BIT);
      }
      return at;
    });
    for (const [line, { answers }] of lines.entries()) {
      const { rows } = answers;
      const end = ends[line] ?? 0;
      for (let at = starts[line] ?? 0; at < end; at += 1) {
        const row = rows[at] ?? 0;
        const place = row - from;
        const key = rankKey(Math.floor((sums[place] ?? 0) + 0.5), evidenced[place] ?? 0);
        sums[place] = 0;
        evidenced[place] = 0;
        // Whoever is in a second line was taken with the first.
        if (key === 0) continue;
        keys[row] = key;
        scored[found] = row;
        found += 1;
      }
      starts[line] = end;
    }
  }
  return { keys, scored: scored.slice(0, found) };
}

function mostScored(size: number, lines: readonly WeighedLine[]): number {
  return Math.min(
    size,
    lines.reduce((sum, { answers }) => sum + answers.rows.length, 0),
  );
}

const PEOPLE_AT_ONCE = 1 << 14;
const EVIDENCED_BIT = 15;
