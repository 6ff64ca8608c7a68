import { profile as words } from '../../messages/profile.en.ts';
import { wrapWords, type FieldBar } from './profile-layout.ts';

/** Lengths of the picture in units of its view box, and where things stand in it. */
export const WIDTH = 760;
/** Room at the left for the words of the scale. */
export const MARGIN = 64;
export const EDGE = 8;
export const BAR_WIDTH = WIDTH - MARGIN - EDGE;
export const MIDDLE = MARGIN + BAR_WIDTH / 2;
/** The crossbar; above it stand its heading and the groups' names. */
export const TOP = 66;
export const CROSSBAR = 30;
/** Where the fields' bars begin. */
export const HANG = TOP + CROSSBAR + 4;
/** Length of a bar of depth 1. */
const UNIT = 330;
export const LEGEND = 40;
/** With what a job needs, the legend has a second line. */
export const LEGEND_WITH_JOB = 62;
export const MOST_BARS = 7;
export const LINE_HEIGHT = 15;
/** From a bar's tip to the lines of its name. */
export const TO_NAME = 36;

export function depthY(depth: number): number {
  return HANG + depth * UNIT;
}

/** Columns of equal width, so many that the stem can stand in the middle of the crossbar. */
export function columnWidth(count: number): number {
  return Math.min(128, BAR_WIDTH / (2 * Math.floor(count / 2) + 1));
}

export function columnMiddle(index: number, count: number): number {
  return MIDDLE + (index - Math.floor((count - 1) / 2)) * columnWidth(count);
}

/** A field without evidence is an empty outline of this length. */
export function barLength(bar: FieldBar): number {
  return bar.segments.length === 0 ? 24 : Math.max(bar.depth * UNIT, 6);
}

/** From the crossbar to the lower end of the bar or of what the job needs, whichever is lower. */
export function reachLength(bar: FieldBar): number {
  return Math.max(barLength(bar), (bar.needed ?? 0) * UNIT);
}

/** How wide the words under each bar may be: a stem that hangs below all others has its neighbours' room as well. */
export function labelWidths(bars: readonly FieldBar[], column: number): readonly number[] {
  return bars.map((bar) => {
    const others = bars.filter((other) => other !== bar).map((other) => barEnd(other, column));
    return bar.isStem && HANG + reachLength(bar) > Math.max(0, ...others) ? column * 2 : column;
  });
}

/** The name under a bar without what its classification adds in brackets; the table has it in full. */
export function nameLines(bar: FieldBar, width: number): readonly string[] {
  return wrapWords(bar.name.replace(/ \([^)]*\)$/u, ''), Math.floor(width / (bar.isStem ? 7.6 : 7)), 4);
}

/** What is said of a field below its name. */
export function underName({ isJobField, isEdited }: FieldBar): readonly string[] {
  return [...(isJobField ? words.jobFieldLines : []), ...(isEdited ? words.editedLines : [])];
}

/** Where the drawing of a bar ends, its words included. */
export function barEnd(bar: FieldBar, width: number): number {
  const lines = nameLines(bar, width).length + underName(bar).length + (bar.needed === null ? 0 : 1);
  return HANG + reachLength(bar) + TO_NAME - 10 + lines * LINE_HEIGHT;
}
