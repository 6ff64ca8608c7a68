import { useId, type ReactNode } from 'react';
import { compare as words } from '../messages/compare.en.ts';
import { profile as profileWords, standings } from '../messages/profile.en.ts';
import type { NeededProfile } from '../model/needed-profile.ts';
import type { EvidenceStanding, TProfile } from '../model/profile.ts';
import { CompareColumnPicture } from './profile-picture/CompareColumnPicture.tsx';
import { CompareCrossbar } from './profile-picture/CompareCrossbar.tsx';
import { DepthScale } from './profile-picture/depth-scale.tsx';
import {
  COMPARE,
  compareColumnEnd,
  compareColumnMiddle,
  compareColumnWidth,
} from './profile-picture/compare-geometry.ts';
import { compareColumns, letterOf, shownColumns } from './profile-picture/compare-layout.ts';
import { depthY } from './profile-picture/picture-geometry.ts';
import {
  COLOURS,
  fillOf,
  MUTED,
  NeededEnd,
  NeededSocket,
  Patterns,
  type PictureIds,
} from './profile-picture/picture-parts.tsx';

export interface ComparePictureProps {
  readonly needed: NeededProfile;
  /** Two to five, each with the name by which the person may be called here: the pseudonym in blind mode. */
  readonly people: readonly { readonly profile: TProfile; readonly label: string }[];
  readonly jobTitle: string;
}

/**
 * The T-profiles of several people over the job's, on one axis: in each field a pale socket as deep as the job needs, and
 * in it a bar for each person, marked A, B, C …; above them the transversal groups. An image; the table beside it says
 * the same.
 */
export function ComparePicture({ needed, people, jobTitle }: ComparePictureProps): ReactNode {
  const id = useId();
  const ids: PictureIds = { reserved: `${id}r`, claimed: `${id}c`, clip: `${id}b` };
  const profiles = people.map(({ profile }) => profile);
  const { columns, leftOut } = shownColumns(compareColumns(needed, profiles), COMPARE.mostColumns);
  const width = compareColumnWidth(columns.length);
  const height =
    Math.ceil(Math.max(depthY(0.5), ...columns.map((one) => compareColumnEnd(one, width)))) + COMPARE.legend;
  return (
    <svg
      className="profile-picture compare-picture"
      viewBox={`0 0 ${COMPARE.width} ${height}`}
      width="100%"
      preserveAspectRatio="xMidYMin meet"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      fontFamily="inherit"
      fontSize={13}
    >
      <title id={`${id}t`}>{words.pictureTitle(jobTitle)}</title>
      <desc id={`${id}d`}>{words.pictureText(people.map(({ label }, index) => `${letterOf(index)} ${label}`))}</desc>
      <Patterns ids={ids} />
      <DepthScale from={COMPARE.margin} to={COMPARE.width - COMPARE.edge} />
      <CompareCrossbar needed={needed} profiles={profiles} ids={ids} />
      {columns.map((column, index) => (
        <CompareColumnPicture
          key={column.code}
          column={column}
          middle={compareColumnMiddle(index, columns.length)}
          width={width}
          ids={ids}
        />
      ))}
      <Legend y={height - 34} ids={ids} leftOut={leftOut} />
    </svg>
  );
}

function Legend(props: { readonly y: number; readonly ids: PictureIds; readonly leftOut: number }): ReactNode {
  const { y, ids } = props;
  const entries: readonly { readonly standing: EvidenceStanding; readonly x: number }[] = [
    { standing: 'verified', x: COMPARE.margin },
    { standing: 'reserved', x: COMPARE.margin + 104 },
    { standing: 'claimed', x: COMPARE.margin + 320 },
  ];
  return (
    <g fontSize={12} fill={MUTED}>
      {entries.map(({ standing, x }) => (
        <g key={standing}>
          <rect
            x={x}
            y={y - 11}
            width="20"
            height="13"
            rx="2.5"
            fill={fillOf(standing, ids)}
            stroke={COLOURS[standing]}
          />
          <text x={x + 27} y={y}>
            {standings[standing]}
          </text>
        </g>
      ))}
      <NeededSocket x={COMPARE.margin} y={y + 11} width={20} depth={0.03} />
      <NeededEnd x={COMPARE.margin} y={y + 11} width={20} depth={0.03} />
      <text x={COMPARE.margin + 27} y={y + 22}>
        {profileWords.neededLegend}
      </text>
      <text x={COMPARE.width - COMPARE.edge} y={y} textAnchor="end">
        {props.leftOut > 0 ? profileWords.more(props.leftOut) : profileWords.numbers}
      </text>
    </g>
  );
}
