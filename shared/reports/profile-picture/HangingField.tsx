import type { ReactNode } from 'react';
import { profile as words, standings } from '../../messages/profile.en.ts';
import { FilledShape, hangingParts } from './filled-shape.tsx';
import { barLength, HANG, LINE_HEIGHT, nameLines, reachLength, TO_NAME, underName } from './picture-geometry.ts';
import {
  Choice,
  INK,
  Lines,
  MUTED,
  NeededEnd,
  NeededSocket,
  SURFACE,
  type PictureIds,
  type Select,
} from './picture-parts.tsx';
import type { FieldBar } from './profile-layout.ts';

/** A field under the crossbar: as long as it is deep, the stem wider than the others. */
export function HangingField(props: {
  readonly bar: FieldBar;
  readonly middle: number;
  readonly column: number;
  readonly labelWidth: number;
  readonly ids: PictureIds;
  readonly onSelect: Select;
}): ReactNode {
  const { bar, middle, column, ids } = props;
  const width = bar.isStem ? Math.min(92, column - (bar.needed === null ? 6 : 18)) : Math.min(60, column - 16);
  const x = middle - width / 2;
  const length = barLength(bar);
  const reach = reachLength(bar);
  const socket = Math.min(width + 20, column - 4);
  const clip = `${ids.clip}f${bar.code}`;
  const name = nameLines(bar, props.labelWidth);
  const nameY = HANG + reach + TO_NAME + (bar.needed === null ? 0 : LINE_HEIGHT);
  const standing = bar.segments.map((segment) => standings[segment.standing]).join(', ') || words.nothingHere;
  return (
    <Choice
      onSelect={props.onSelect}
      selection={{ kind: 'field', code: bar.code }}
      name={`${bar.name}: ${words.depth(bar.depth)}, ${standing}${neededWords(bar)}${bar.isJobField ? `, ${words.jobField}` : ''}${bar.isEdited ? `, ${words.edited}` : ''}`}
      area={{
        x: middle - Math.max(width, props.labelWidth) / 2,
        y: HANG,
        width: Math.max(width, props.labelWidth),
        height: reach + 28 + name.length * LINE_HEIGHT,
      }}
    >
      {bar.needed !== null && <NeededSocket x={middle - socket / 2} y={HANG} width={socket} depth={bar.needed} />}
      {bar.segments.length === 0 ? (
        <path
          d={outline(x + 1, HANG, width - 2, length)}
          fill={SURFACE}
          stroke={MUTED}
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      ) : (
        <FilledShape
          clip={clip}
          outline={<path d={outline(x, HANG, width, length)} />}
          parts={hangingParts(bar.segments, length, x, width)}
          ids={ids}
        />
      )}
      {bar.needed !== null && <NeededEnd x={middle - socket / 2} y={HANG} width={socket} depth={bar.needed} />}
      <Lines
        lines={[String(Math.round(bar.depth * 100))]}
        x={middle}
        y={HANG + reach + 19}
        size={bar.isStem ? 17 : 13}
        fill={INK}
        weight={700}
      />
      {bar.needed !== null && (
        <Lines
          lines={[words.neededShort(bar.needed)]}
          x={middle}
          y={HANG + reach + TO_NAME}
          size={12}
          fill={MUTED}
          weight={600}
        />
      )}
      <Lines lines={name} x={middle} y={nameY} size={bar.isStem ? 13 : 12} fill={INK} weight={bar.isStem ? 600 : 400} />
      {underName(bar).length > 0 && (
        <Lines
          lines={underName(bar)}
          x={middle}
          y={nameY + name.length * LINE_HEIGHT}
          size={12}
          fill={MUTED}
          weight={600}
        />
      )}
    </Choice>
  );
}

function neededWords({ depth, needed }: FieldBar): string {
  return needed === null ? '' : `, ${words.neededDepth(needed)}, ${depth >= needed ? words.reached : words.notReached}`;
}

/** Square shoulders at the crossbar, round corners at the tip. */
export function outline(x: number, y: number, width: number, length: number): string {
  const r = Math.min(7, length / 2, width / 2);
  return `M${x} ${y}h${width}v${length - r}a${r} ${r} 0 0 1 ${-r} ${r}h${-(width - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}z`;
}
