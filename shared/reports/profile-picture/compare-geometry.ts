import type { CompareBar, CompareColumn } from './compare-layout.ts';
import { depthY, HANG, LINE_HEIGHT } from './picture-geometry.ts';
import { wrapWords } from './profile-layout.ts';

/** Lengths of the picture in which people are compared, in units of its view box. Its depths are those of one person's. */
export const COMPARE = {
  width: 960,
  /** Room at the left for the words of the scale. */
  margin: 64,
  edge: 8,
  legend: 68,
  mostColumns: 7,
  /** Between the bars of two people. */
  gap: 4,
  mostBar: 30,
  /** Room for the letter and the number at the end of a bar. */
  mark: 30,
  /** From the last number to the name of the field. */
  toName: 16,
  /** From the end of what the job needs to the name of the field. */
  lineToName: 20,
  /** A bar without evidence is an empty outline of this length. */
  stub: 14,
} as const;

export const COMPARE_BAR_WIDTH = COMPARE.width - COMPARE.margin - COMPARE.edge;

export function compareColumnWidth(count: number): number {
  return Math.min(200, COMPARE_BAR_WIDTH / (2 * Math.floor(count / 2) + 1));
}

/** Columns stand around the middle of the crossbar. */
export function compareColumnMiddle(index: number, count: number): number {
  const middle = COMPARE.margin + COMPARE_BAR_WIDTH / 2;
  return middle + (index - Math.floor((count - 1) / 2)) * compareColumnWidth(count);
}

export function compareBarWidth(width: number, people: number): number {
  return Math.min(COMPARE.mostBar, (width - 28) / people - COMPARE.gap);
}

export function compareBarLength({ segments, depth }: CompareBar): number {
  return segments.length === 0 ? COMPARE.stub : Math.max(6, depthY(depth) - HANG);
}

/** Where letter and number of a bar begin: at its end, or below the line of what the job needs where they would lie on it. */
export function compareMarkY(bar: CompareBar, needed: number | null): number {
  const end = HANG + compareBarLength(bar);
  const line = needed === null ? null : depthY(needed);
  return line !== null && end <= line + 2 && end + COMPARE.mark >= line ? line + 1 : end;
}

/** Where the name of a field begins: below the letters and numbers of all bars, and below what the job needs. */
export function compareNameY({ bars, needed }: CompareColumn): number {
  const marks = Math.max(...bars.map((bar) => compareMarkY(bar, needed))) + COMPARE.mark;
  return Math.max(marks + COMPARE.toName, depthY(needed ?? 0) + COMPARE.lineToName);
}

export function compareNameLines(column: CompareColumn, width: number): readonly string[] {
  return wrapWords(column.name.replace(/ \([^)]*\)$/u, ''), Math.floor(width / 7.2), 4);
}

/** Where the drawing of a column ends, its words included. */
export function compareColumnEnd(column: CompareColumn, width: number): number {
  const lines = compareNameLines(column, width).length + (column.needed === null ? 0 : 1) + (column.isCore ? 1 : 0);
  return compareNameY(column) + (lines - 1) * LINE_HEIGHT;
}
