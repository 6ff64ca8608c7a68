import type { ReactNode } from 'react';
import type { EvidenceStanding } from '../../model/profile.ts';
import { CROSSBAR, HANG, TOP } from './picture-geometry.ts';
import { Fill, type PictureIds } from './picture-parts.tsx';
import type { Segment } from './profile-layout.ts';

/** A part of a bar, in the pattern of how its evidence stands. */
export interface FilledPart {
  readonly standing: EvidenceStanding;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The parts of a bar that hangs from the bar of the T, one under the other. */
export function hangingParts(
  segments: readonly Segment[],
  length: number,
  x: number,
  width: number,
): readonly FilledPart[] {
  return stacked(segments, length).map((part) => ({
    standing: part.standing,
    x,
    y: HANG + part.start,
    width,
    height: part.length,
  }));
}

/** The parts of a cell of the bar of the T, side by side. */
export function lyingParts(segments: readonly Segment[], x: number, width: number): readonly FilledPart[] {
  return stacked(segments, width).map((part) => ({
    standing: part.standing,
    x: x + part.start,
    y: TOP,
    width: part.length,
    height: CROSSBAR,
  }));
}

/** The segments one after the other along `length`. */
function stacked(
  segments: readonly Segment[],
  length: number,
): readonly { readonly standing: EvidenceStanding; readonly start: number; readonly length: number }[] {
  return segments.map(({ standing, share }, index) => {
    const before = segments.slice(0, index).reduce((sum, segment) => sum + segment.share, 0);
    return { standing, start: before * length, length: share * length };
  });
}

/** A bar or a cell with its parts in their patterns, cut to its outline. */
export function FilledShape(props: {
  /** An id of its own in the document. */
  readonly clip: string;
  /** The outline: one SVG shape. */
  readonly outline: ReactNode;
  readonly parts: readonly FilledPart[];
  readonly ids: PictureIds;
}): ReactNode {
  const { clip, outline, parts, ids } = props;
  return (
    <>
      <clipPath id={clip}>{outline}</clipPath>
      <g clipPath={`url(#${clip})`}>
        {parts.map((part) => (
          <Fill key={part.standing} {...part} ids={ids} />
        ))}
      </g>
    </>
  );
}
