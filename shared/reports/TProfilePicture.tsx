import { useId, type ReactNode } from 'react';
import { profile as words, shapeNames, standings } from '../messages/profile.en.ts';
import type { EvidenceStanding, TProfile, TransversalGroup } from '../model/profile.ts';
import { fieldBars, segmentsOf, wrapWords, type FieldBar, type Segment } from './profile-layout.ts';

/** What a person picked in the picture. */
export type ProfileSelection =
  | { readonly kind: 'field'; readonly code: string }
  | { readonly kind: 'group'; readonly code: TransversalGroup['code'] };

export interface TProfilePictureProps {
  readonly profile: TProfile;
  /** The person as they may be named here: the pseudonym in blind mode. */
  readonly label: string;
  /** The name of the job's core field, for a job whose field the person has nothing in. */
  readonly jobFieldName?: string | null;
  /** Makes the segments buttons that open their credentials. Without it the picture is an image. */
  readonly onSelect?: (selection: ProfileSelection) => void;
}

/**
 * The T: six transversal groups as a crossbar, fields of knowledge hanging from it, each as long as it is deep. Verified,
 * reserved and claimed parts differ in pattern as well as in colour. Colours are custom properties (`--profile-…`) with
 * light fallbacks, so that page and report set them for dark and for print.
 */
export function TProfilePicture({ profile, label, jobFieldName = null, onSelect }: TProfilePictureProps): ReactNode {
  const id = useId();
  const ids: PictureIds = {
    title: `${id}t`,
    description: `${id}d`,
    reserved: `${id}r`,
    claimed: `${id}c`,
    bar: `${id}b`,
  };
  const { bars, leftOut } = fieldBars(profile, MOST_BARS, jobFieldName);
  const column = columnWidth(bars.length);
  const height = Math.ceil(Math.max(depthY(0.5), ...bars.map((bar) => barEnd(bar, column)))) + LEGEND;
  const stemName = bars.find((bar) => bar.isStem)?.name ?? null;
  return (
    <svg
      className="profile-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      preserveAspectRatio="xMidYMin meet"
      role={onSelect === undefined ? 'img' : 'group'}
      aria-labelledby={`${ids.title} ${ids.description}`}
      fontFamily="inherit"
      fontSize={13}
    >
      <title id={ids.title}>{words.title(label)}</title>
      <desc id={ids.description}>
        {words.summary(shapeNames[profile.shape], stemName, profile.breadth.fields, profile.breadth.groups)}
      </desc>
      <Patterns ids={ids} />
      <DepthScale />
      <Crossbar groups={profile.transversal} ids={ids} onSelect={onSelect} />
      {bars.map((bar, index) => (
        <Stem
          key={bar.code}
          bar={bar}
          middle={columnMiddle(index, bars.length)}
          column={column}
          ids={ids}
          onSelect={onSelect}
        />
      ))}
      {bars.length === 0 && (
        <text x={MIDDLE} y={TOP + CROSSBAR + 60} textAnchor="middle" fill={MUTED}>
          {words.empty}
        </text>
      )}
      <Legend y={height - 14} ids={ids} leftOut={leftOut} />
    </svg>
  );
}

const WIDTH = 760;
/** Room at the left for the words of the scale. */
const MARGIN = 64;
const BAR_WIDTH = WIDTH - MARGIN - 8;
const MIDDLE = MARGIN + BAR_WIDTH / 2;
const TOP = 26;
const CROSSBAR = 52;
/** Where the bars begin. */
const HANG = TOP + CROSSBAR + 4;
/** Length of a bar of depth 1. */
const UNIT = 330;
const LEGEND = 40;
const MOST_BARS = 7;
const JOB_MARK = ['◆ core field', 'of the job'];

const INK = 'var(--profile-ink, #17202e)';
const MUTED = 'var(--profile-muted, #566173)';
const LINE = 'var(--profile-line, #d5dae2)';
const SURFACE = 'var(--profile-surface, #ffffff)';
const COLOURS: Readonly<Record<EvidenceStanding, string>> = {
  verified: 'var(--profile-verified, #0f6b62)',
  reserved: 'var(--profile-reserved, #a8550a)',
  claimed: 'var(--profile-claimed, #5b6b86)',
};

interface PictureIds {
  readonly title: string;
  readonly description: string;
  readonly reserved: string;
  readonly claimed: string;
  readonly bar: string;
}

type Select = TProfilePictureProps['onSelect'];

function Patterns({ ids }: { readonly ids: PictureIds }): ReactNode {
  return (
    <defs>
      <pattern id={ids.reserved} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" fill={SURFACE} />
        <rect width="4.5" height="8" fill={COLOURS.reserved} />
      </pattern>
      <pattern id={ids.claimed} width="9" height="9" patternUnits="userSpaceOnUse">
        <rect width="9" height="9" fill={SURFACE} />
        <circle cx="2.5" cy="2.5" r="1.5" fill={COLOURS.claimed} />
        <circle cx="7" cy="7" r="1.5" fill={COLOURS.claimed} />
      </pattern>
    </defs>
  );
}

/** Faint lines at the depths from which a field is breadth and a stem. */
function DepthScale(): ReactNode {
  const marks = [
    { depth: 0.25, name: words.breadthFrom },
    { depth: 0.45, name: words.stemFrom },
  ];
  return (
    <g fontSize={11} fill={MUTED}>
      {marks.map(({ depth, name }) => (
        <g key={name}>
          <line
            x1={MARGIN}
            x2={WIDTH - 8}
            y1={depthY(depth)}
            y2={depthY(depth)}
            stroke={LINE}
            strokeWidth="1"
            strokeDasharray="2 4"
          />
          <text x={MARGIN - 8} y={depthY(depth) + 4} textAnchor="end">
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

function Crossbar(props: {
  readonly groups: readonly TransversalGroup[];
  readonly ids: PictureIds;
  readonly onSelect: Select;
}): ReactNode {
  const { groups, ids, onSelect } = props;
  const gap = 4;
  const width = (BAR_WIDTH - gap * (groups.length - 1)) / groups.length;
  return (
    <g>
      <text x={MARGIN} y={TOP - 10} fontSize={12} fontWeight={600} fill={MUTED}>
        {words.bar}
      </text>
      {groups.map((group, index) => {
        const x = MARGIN + index * (width + gap);
        const segments = segmentsOf(group.parts);
        const standing = segments.map((segment) => standings[segment.standing]).join(', ');
        return (
          <Choice
            key={group.code}
            onSelect={onSelect}
            selection={{ kind: 'group', code: group.code }}
            name={`${group.name}: ${group.evidenced ? standing : words.nothingHere}`}
          >
            <rect
              x={x}
              y={TOP}
              width={width}
              height={CROSSBAR}
              rx="5"
              fill={SURFACE}
              stroke={group.evidenced ? 'none' : LINE}
              strokeWidth="1.5"
              strokeDasharray="4 3"
            />
            {group.evidenced && <GroupFill segments={segments} x={x} width={width} ids={ids} index={index} />}
            <GroupName name={group.name} x={x} width={width} evidenced={group.evidenced} />
          </Choice>
        );
      })}
    </g>
  );
}

function GroupFill(props: {
  readonly segments: readonly Segment[];
  readonly x: number;
  readonly width: number;
  readonly ids: PictureIds;
  readonly index: number;
}): ReactNode {
  const { segments, x, width, ids, index } = props;
  const clip = `${ids.bar}g${index}`;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={x} y={TOP} width={width} height={CROSSBAR} rx="5" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {stacked(segments, width).map(({ standing, start, length }) => (
          <rect key={standing} x={x + start} y={TOP} width={length} height={CROSSBAR} fill={fillOf(standing, ids)} />
        ))}
      </g>
      <rect
        x={x + 0.75}
        y={TOP + 0.75}
        width={width - 1.5}
        height={CROSSBAR - 1.5}
        rx="4.5"
        fill="none"
        stroke={COLOURS[segments[0]?.standing ?? 'claimed']}
        strokeWidth="1.5"
      />
    </g>
  );
}

/** The name stands on a plate, so that it can be read over any pattern. */
function GroupName(props: {
  readonly name: string;
  readonly x: number;
  readonly width: number;
  readonly evidenced: boolean;
}): ReactNode {
  const lines = wrapWords(props.name, 16, 2);
  const longest = Math.max(...lines.map((line) => line.length));
  const plate = Math.min(props.width - 10, longest * 6.6 + 12);
  const height = lines.length * 15 + 6;
  const centre = TOP + CROSSBAR / 2;
  return (
    <g>
      {props.evidenced && (
        <rect
          x={props.x + (props.width - plate) / 2}
          y={centre - height / 2}
          width={plate}
          height={height}
          rx="4"
          fill={SURFACE}
        />
      )}
      <Lines
        lines={lines}
        x={props.x + props.width / 2}
        y={centre - (lines.length - 1) * 7.5 + 4}
        size={12}
        fill={props.evidenced ? INK : MUTED}
        weight={props.evidenced ? 600 : 400}
      />
    </g>
  );
}

function Stem(props: {
  readonly bar: FieldBar;
  readonly middle: number;
  readonly column: number;
  readonly ids: PictureIds;
  readonly onSelect: Select;
}): ReactNode {
  const { bar, middle, column, ids, onSelect } = props;
  const width = bar.isStem ? Math.min(92, column - 8) : Math.min(60, column - 16);
  const x = middle - width / 2;
  const length = barLength(bar);
  const clip = `${ids.bar}f${bar.code}`;
  const name = nameLines(bar, column);
  const standing = bar.segments.map((segment) => standings[segment.standing]).join(', ') || words.nothingHere;
  const below = HANG + length;
  return (
    <Choice
      onSelect={onSelect}
      selection={{ kind: 'field', code: bar.code }}
      name={`${bar.name}: ${words.depth(bar.depth)}, ${standing}${bar.isJobField ? `, ${words.jobField}` : ''}`}
    >
      <clipPath id={clip}>
        <path d={hanging(x, HANG, width, length)} />
      </clipPath>
      {bar.segments.length === 0 ? (
        <path
          d={hanging(x + 1, HANG, width - 2, length)}
          fill={SURFACE}
          stroke={MUTED}
          strokeWidth="1.5"
          strokeDasharray="4 3"
        />
      ) : (
        <g>
          <g clipPath={`url(#${clip})`}>
            {stacked(bar.segments, length).map((segment) => (
              <rect
                key={segment.standing}
                x={x}
                y={HANG + segment.start}
                width={width}
                height={segment.length}
                fill={fillOf(segment.standing, ids)}
              />
            ))}
          </g>
          <path
            d={hanging(x + 0.75, HANG, width - 1.5, length - 0.75)}
            fill="none"
            stroke={COLOURS[bar.segments.at(-1)?.standing ?? 'claimed']}
            strokeWidth="1.5"
          />
        </g>
      )}
      <Lines
        lines={[String(Math.round(bar.depth * 100))]}
        x={middle}
        y={below + 19}
        size={bar.isStem ? 16 : 13}
        fill={INK}
        weight={700}
      />
      <Lines
        lines={name}
        x={middle}
        y={below + 36}
        size={bar.isStem ? 13 : 12}
        fill={INK}
        weight={bar.isStem ? 600 : 400}
      />
      {bar.isJobField && (
        <Lines lines={JOB_MARK} x={middle} y={below + 36 + name.length * 15} size={12} fill={MUTED} weight={600} />
      )}
    </Choice>
  );
}

function Legend(props: { readonly y: number; readonly ids: PictureIds; readonly leftOut: number }): ReactNode {
  const entries: readonly { readonly standing: EvidenceStanding; readonly x: number }[] = [
    { standing: 'verified', x: MARGIN },
    { standing: 'reserved', x: MARGIN + 96 },
    { standing: 'claimed', x: MARGIN + 300 },
  ];
  return (
    <g fontSize={12} fill={MUTED}>
      {entries.map(({ standing, x }) => (
        <g key={standing}>
          <rect
            x={x}
            y={props.y - 11}
            width="18"
            height="13"
            rx="2.5"
            fill={fillOf(standing, props.ids)}
            stroke={COLOURS[standing]}
          />
          <text x={x + 25} y={props.y}>
            {standings[standing]}
          </text>
        </g>
      ))}
      {props.leftOut > 0 && (
        <text x={WIDTH - 8} y={props.y} textAnchor="end">
          {words.more(props.leftOut)}
        </text>
      )}
    </g>
  );
}

/** A part of the picture that can be picked where there is someone to tell; else plain drawing. */
function Choice(props: {
  readonly onSelect: Select;
  readonly selection: ProfileSelection;
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  const { onSelect, selection } = props;
  if (onSelect === undefined) return <g>{props.children}</g>;
  return (
    <g
      className="profile-choice"
      role="button"
      tabIndex={0}
      aria-label={props.name}
      onClick={() => onSelect(selection)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect(selection);
      }}
    >
      {props.children}
    </g>
  );
}

function Lines(props: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight: number;
}): ReactNode {
  return (
    <text
      textAnchor="middle"
      fontSize={props.size}
      fontWeight={props.weight}
      fill={props.fill}
      stroke={SURFACE}
      strokeWidth="4"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {props.lines.map((line, index) => (
        <tspan key={index} x={props.x} y={props.y + index * 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function fillOf(standing: EvidenceStanding, ids: PictureIds): string {
  return standing === 'verified' ? COLOURS.verified : `url(#${ids[standing]})`;
}

function stacked(segments: readonly Segment[], length: number) {
  let start = 0;
  return segments.map(({ standing, share }) => {
    const segment = { standing, start, length: share * length };
    start += segment.length;
    return segment;
  });
}

/** A bar with square shoulders at the crossbar and round corners at its tip. */
function hanging(x: number, y: number, width: number, length: number): string {
  const r = Math.min(7, length / 2, width / 2);
  return `M${x} ${y}h${width}v${length - r}a${r} ${r} 0 0 1 ${-r} ${r}h${-(width - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}z`;
}

function depthY(depth: number): number {
  return HANG + depth * UNIT;
}

/** Columns of equal width; the first of `fieldBars`, the stem, stands in the middle of the crossbar. */
function columnWidth(count: number): number {
  return Math.min(128, BAR_WIDTH / (2 * Math.floor(count / 2) + 1));
}

function columnMiddle(index: number, count: number): number {
  return MIDDLE + (index - Math.floor((count - 1) / 2)) * columnWidth(count);
}

/** The name under a bar, as wide as its column lets it be. */
function nameLines(bar: FieldBar, column: number): readonly string[] {
  return wrapWords(bar.name, Math.floor(column / (bar.isStem ? 7.2 : 6.6)), 4);
}

/** Where the drawing of a bar ends, its words included. */
function barEnd(bar: FieldBar, column: number): number {
  const words = nameLines(bar, column).length + (bar.isJobField ? JOB_MARK.length : 0);
  return HANG + barLength(bar) + 26 + words * 15;
}

function barLength(bar: FieldBar): number {
  return bar.segments.length === 0 ? 40 : Math.max(bar.depth * UNIT, 6);
}
