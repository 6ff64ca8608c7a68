import { useId, type ReactNode } from 'react';
import { profile as words, shapeNames, standings } from '../messages/profile.en.ts';
import type { EvidenceStanding, TProfile } from '../model/profile.ts';
import { Crossbar } from './profile-picture/Crossbar.tsx';
import { HangingField } from './profile-picture/HangingField.tsx';
import { DepthScale } from './profile-picture/depth-scale.tsx';
import {
  barEnd,
  columnMiddle,
  columnWidth,
  depthY,
  EDGE,
  labelWidths,
  LEGEND,
  LEGEND_WITH_JOB,
  MARGIN,
  MIDDLE,
  MOST_BARS,
  WIDTH,
} from './profile-picture/picture-geometry.ts';
import {
  COLOURS,
  fillOf,
  MUTED,
  NeededEnd,
  NeededSocket,
  Patterns,
  type PictureIds,
  type ProfileSelection,
} from './profile-picture/picture-parts.tsx';
import { fieldBars } from './profile-picture/profile-layout.ts';

export type { ProfileSelection } from './profile-picture/picture-parts.tsx';

export interface TProfilePictureProps {
  readonly profile: TProfile;
  /** The person as they may be named here: the pseudonym in blind mode. */
  readonly label: string;
  /** Makes the segments buttons that open their credentials. Without it the picture is an image. */
  readonly onSelect?: (selection: ProfileSelection) => void;
}

/**
 * The T: six transversal groups as a crossbar, fields of knowledge hanging from it, each as long as it is deep.
 * Verified, reserved and claimed parts differ in pattern as well as in colour. Colours are custom properties
 * (`--profile-…`, report-styles.ts) with light fallbacks, so that page and report set them for dark and for print.
 */
export function TProfilePicture({ profile, label, onSelect }: TProfilePictureProps): ReactNode {
  const id = useId();
  const ids: PictureIds = { reserved: `${id}r`, claimed: `${id}c`, clip: `${id}b` };
  const { bars, leftOut } = fieldBars(profile, MOST_BARS);
  const column = columnWidth(bars.length);
  const labels = labelWidths(bars, column);
  const ends = bars.map((bar, index) => barEnd(bar, labels[index] ?? column));
  const withJob = profile.needed !== null;
  const height = Math.ceil(Math.max(depthY(0.5), ...ends)) + (withJob ? LEGEND_WITH_JOB : LEGEND);
  const stemName = bars.find((bar) => bar.isStem)?.name ?? null;
  return (
    <svg
      className="profile-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      preserveAspectRatio="xMidYMin meet"
      role={onSelect === undefined ? 'img' : 'group'}
      aria-labelledby={`${id}t ${id}d`}
      fontFamily="inherit"
      fontSize={13}
    >
      <title id={`${id}t`}>{words.title(label)}</title>
      <desc id={`${id}d`}>
        {[
          words.summary(shapeNames[profile.shape], stemName, profile.breadth.fields, profile.breadth.groups),
          ...(withJob ? [words.reachedOfNeeded(...reachedOfNeeded(profile))] : []),
        ].join(' ')}
      </desc>
      <Patterns ids={ids} />
      <DepthScale from={MARGIN} to={WIDTH - EDGE} />
      <Crossbar groups={profile.transversal} needed={neededGroups(profile)} ids={ids} onSelect={onSelect} />
      {bars.map((bar, index) => (
        <HangingField
          key={bar.code}
          bar={bar}
          middle={columnMiddle(index, bars.length)}
          column={column}
          labelWidth={labels[index] ?? column}
          ids={ids}
          onSelect={onSelect}
        />
      ))}
      {bars.length === 0 && (
        <text x={MIDDLE} y={depthY(0.35)} textAnchor="middle" fill={MUTED}>
          {words.empty}
        </text>
      )}
      <Legend y={height - (withJob ? 34 : 12)} ids={ids} leftOut={leftOut} withJob={withJob} />
    </svg>
  );
}

/** How many of the fields that the job needs are as deep as it needs them, and how many it needs. */
function reachedOfNeeded({ needed, fields }: TProfile): readonly [reached: number, needed: number] {
  const asked = needed?.fields ?? [];
  const isReached = (code: string, depth: number) =>
    fields.some((field) => field.code === code && field.depth >= depth);
  return [asked.filter(({ code, depth }) => isReached(code, depth)).length, asked.length];
}

/** The transversal groups that the job asks for. */
function neededGroups({ needed }: TProfile): ReadonlySet<string> {
  return new Set(needed?.transversal.filter((group) => group.requirements.length > 0).map((group) => group.code));
}

function Legend(props: {
  readonly y: number;
  readonly ids: PictureIds;
  readonly leftOut: number;
  readonly withJob: boolean;
}): ReactNode {
  const entries: readonly { readonly standing: EvidenceStanding; readonly x: number }[] = [
    { standing: 'verified', x: MARGIN },
    { standing: 'reserved', x: MARGIN + 104 },
    { standing: 'claimed', x: MARGIN + 320 },
  ];
  return (
    <g fontSize={12} fill={MUTED}>
      {entries.map(({ standing, x }) => (
        <g key={standing}>
          <rect
            x={x}
            y={props.y - 11}
            width="20"
            height="13"
            rx="2.5"
            fill={fillOf(standing, props.ids)}
            stroke={COLOURS[standing]}
          />
          <text x={x + 27} y={props.y}>
            {standings[standing]}
          </text>
        </g>
      ))}
      {props.withJob && (
        <g>
          <NeededSocket x={MARGIN} y={props.y + 11} width={20} depth={0.03} />
          <NeededEnd x={MARGIN} y={props.y + 11} width={20} depth={0.03} />
          <text x={MARGIN + 27} y={props.y + 22}>
            {words.neededLegend}
          </text>
        </g>
      )}
      <text x={WIDTH - EDGE} y={props.y} textAnchor="end">
        {props.leftOut > 0 ? words.more(props.leftOut) : words.numbers}
      </text>
    </g>
  );
}
