import type { ReactNode } from 'react';
import { profile as words, standings } from '../../messages/profile.en.ts';
import { barLength, HANG, JOB_MARK, LINE_HEIGHT, nameLines, TO_NAME } from './picture-geometry.ts';
import { Choice, Fill, INK, Lines, MUTED, stacked, SURFACE, type PictureIds, type Select } from './picture-parts.tsx';
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
  const width = bar.isStem ? Math.min(92, column - 6) : Math.min(60, column - 16);
  const x = middle - width / 2;
  const length = barLength(bar);
  const clip = `${ids.clip}f${bar.code}`;
  const name = nameLines(bar, props.labelWidth);
  const standing = bar.segments.map((segment) => standings[segment.standing]).join(', ') || words.nothingHere;
  return (
    <Choice
      onSelect={props.onSelect}
      selection={{ kind: 'field', code: bar.code }}
      name={`${bar.name}: ${words.depth(bar.depth)}, ${standing}${bar.isJobField ? `, ${words.jobField}` : ''}`}
      area={{
        x: middle - Math.max(width, props.labelWidth) / 2,
        y: HANG,
        width: Math.max(width, props.labelWidth),
        height: length + 28 + name.length * LINE_HEIGHT,
      }}
    >
      {bar.segments.length === 0 ? (
        <path
          d={outline(x + 1, HANG, width - 2, length)}
          fill={SURFACE}
          stroke={MUTED}
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      ) : (
        <>
          <clipPath id={clip}>
            <path d={outline(x, HANG, width, length)} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            {stacked(bar.segments, length).map((segment) => (
              <Fill
                key={segment.standing}
                standing={segment.standing}
                x={x}
                y={HANG + segment.start}
                width={width}
                height={segment.length}
                ids={ids}
              />
            ))}
          </g>
        </>
      )}
      <Lines
        lines={[String(Math.round(bar.depth * 100))]}
        x={middle}
        y={HANG + length + 19}
        size={bar.isStem ? 17 : 13}
        fill={INK}
        weight={700}
      />
      <Lines
        lines={name}
        x={middle}
        y={HANG + length + TO_NAME}
        size={bar.isStem ? 13 : 12}
        fill={INK}
        weight={bar.isStem ? 600 : 400}
      />
      {bar.isJobField && (
        <Lines
          lines={JOB_MARK}
          x={middle}
          y={HANG + length + TO_NAME + name.length * LINE_HEIGHT}
          size={12}
          fill={MUTED}
          weight={600}
        />
      )}
    </Choice>
  );
}

/** Square shoulders at the crossbar, round corners at the tip. */
function outline(x: number, y: number, width: number, length: number): string {
  const r = Math.min(7, length / 2, width / 2);
  return `M${x} ${y}h${width}v${length - r}a${r} ${r} 0 0 1 ${-r} ${r}h${-(width - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}z`;
}
