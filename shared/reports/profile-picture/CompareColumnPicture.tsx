import type { ReactNode } from 'react';
import { compare as words } from '../../messages/compare.en.ts';
import { profile as profileWords } from '../../messages/profile.en.ts';
import {
  COMPARE,
  compareBarLength,
  compareBarWidth,
  compareMarkY,
  compareNameLines,
  compareNameY,
} from './compare-geometry.ts';
import { letterOf, type CompareBar, type CompareColumn } from './compare-layout.ts';
import { outline } from './HangingField.tsx';
import { FilledShape, hangingParts } from './filled-shape.tsx';
import { HANG, LINE_HEIGHT } from './picture-geometry.ts';
import { INK, Lines, MUTED, NeededEnd, NeededSocket, SURFACE, type PictureIds } from './picture-parts.tsx';

/** A field: what the job needs as a socket, and in it a bar for each person with letter and depth at its end. */
export function CompareColumnPicture(props: {
  readonly column: CompareColumn;
  readonly middle: number;
  readonly width: number;
  readonly ids: PictureIds;
}): ReactNode {
  const { column, middle, width, ids } = props;
  const bar = compareBarWidth(width, column.bars.length);
  const all = column.bars.length * (bar + COMPARE.gap) - COMPARE.gap;
  const socket = { x: middle - all / 2 - 8, y: HANG, width: all + 16 };
  const name = compareNameLines(column, width);
  const nameY = compareNameY(column);
  const needs = column.needed === null ? [] : [profileWords.neededShort(column.needed)];
  return (
    <g>
      {column.needed !== null && <NeededSocket {...socket} depth={column.needed} />}
      {column.bars.map((one, index) => (
        <Bar
          key={index}
          bar={one}
          letter={letterOf(index)}
          x={middle - all / 2 + index * (bar + COMPARE.gap)}
          width={bar}
          clip={`${ids.clip}${column.code}${letterOf(index)}`}
          ids={ids}
        />
      ))}
      {column.needed !== null && <NeededEnd {...socket} depth={column.needed} />}
      {column.bars.map((one, index) => (
        <Mark
          key={index}
          bar={one}
          letter={letterOf(index)}
          y={compareMarkY(one, column.needed)}
          middle={middle - all / 2 + index * (bar + COMPARE.gap) + bar / 2}
        />
      ))}
      <Lines lines={name} x={middle} y={nameY} size={12.5} fill={INK} weight={column.isCore ? 700 : 500} />
      <Lines
        lines={[...needs, ...(column.isCore ? [words.coreField] : [])]}
        x={middle}
        y={nameY + name.length * LINE_HEIGHT}
        size={12}
        fill={MUTED}
        weight={600}
      />
    </g>
  );
}

function Bar(props: {
  readonly bar: CompareBar;
  readonly letter: string;
  readonly x: number;
  readonly width: number;
  readonly clip: string;
  readonly ids: PictureIds;
}): ReactNode {
  const { bar, x, width, clip, ids } = props;
  const length = compareBarLength(bar);
  if (bar.segments.length === 0) {
    return (
      <path
        d={outline(x + 1, HANG, width - 2, length)}
        fill={SURFACE}
        stroke={MUTED}
        strokeWidth="1.25"
        strokeDasharray="3 3"
      />
    );
  }
  return (
    <FilledShape
      clip={clip}
      outline={<path d={outline(x, HANG, width, length)} />}
      parts={hangingParts(bar.segments, length, x, width)}
      ids={ids}
    />
  );
}

/** Whose bar it is, and its depth. */
function Mark(props: {
  readonly bar: CompareBar;
  readonly letter: string;
  readonly y: number;
  readonly middle: number;
}): ReactNode {
  const { y, middle } = props;
  return (
    <>
      <Lines lines={[props.letter]} x={middle} y={y + 15} size={13} fill={INK} weight={700} />
      <Lines
        lines={[String(Math.round(props.bar.depth * 100))]}
        x={middle}
        y={y + 28}
        size={11}
        fill={MUTED}
        weight={500}
      />
    </>
  );
}
