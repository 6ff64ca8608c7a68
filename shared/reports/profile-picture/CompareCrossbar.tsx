import type { ReactNode } from 'react';
import { profile as profileWords } from '../../messages/profile.en.ts';
import type { NeededProfile } from '../../model/needed-profile.ts';
import type { TProfile } from '../../model/profile.ts';
import { COMPARE, COMPARE_BAR_WIDTH } from './compare-geometry.ts';
import { letterOf } from './compare-layout.ts';
import { FilledShape, lyingParts } from './filled-shape.tsx';
import { CROSSBAR, LINE_HEIGHT, TOP } from './picture-geometry.ts';
import { INK, Lines, MUTED, NeededLine, SURFACE, type PictureIds } from './picture-parts.tsx';
import { segmentsOf, wrapWords } from './profile-layout.ts';

/** The bar of the T: for each transversal group a cell for each person, filled where it is evidenced. */
export function CompareCrossbar(props: {
  readonly needed: NeededProfile;
  readonly profiles: readonly TProfile[];
  readonly ids: PictureIds;
}): ReactNode {
  const { needed, profiles, ids } = props;
  const gap = 10;
  const width = (COMPARE_BAR_WIDTH - gap * (needed.transversal.length - 1)) / needed.transversal.length;
  return (
    <g>
      <text x={COMPARE.margin} y={14} fontSize={12} fontWeight={600} fill={MUTED}>
        {profileWords.bar}
      </text>
      {needed.transversal.map((group, index) => {
        const x = COMPARE.margin + index * (width + gap);
        const lines = wrapWords(group.name, 17, 2);
        const isAsked = group.requirements.length > 0;
        return (
          <g key={group.code}>
            <Lines
              lines={lines}
              x={x + width / 2}
              y={TOP - 10 - (lines.length - 1) * LINE_HEIGHT}
              size={11.5}
              fill={isAsked ? INK : MUTED}
              weight={isAsked ? 600 : 400}
            />
            {profiles.map((profile, person) => (
              <Cell
                key={person}
                profile={profile}
                code={group.code}
                letter={letterOf(person)}
                x={x + person * (width / profiles.length)}
                width={width / profiles.length - 3}
                ids={ids}
              />
            ))}
            {isAsked && <NeededLine x={x} width={width - 3} />}
          </g>
        );
      })}
    </g>
  );
}

function Cell(props: {
  readonly profile: TProfile;
  readonly code: string;
  readonly letter: string;
  readonly x: number;
  readonly width: number;
  readonly ids: PictureIds;
}): ReactNode {
  const { x, width, ids } = props;
  const group = props.profile.transversal.find((one) => one.code === props.code);
  const isEvidenced = group?.evidenced === true;
  const box = { x, y: TOP, width, height: CROSSBAR, rx: 3 };
  const clip = `${ids.clip}${props.code}${props.letter}`;
  return (
    <>
      {isEvidenced ? (
        <>
          <FilledShape
            clip={clip}
            outline={<rect {...box} />}
            parts={lyingParts(segmentsOf(group.parts), x, width)}
            ids={ids}
          />
          <circle cx={x + width / 2} cy={TOP + CROSSBAR / 2} r={9} fill={SURFACE} />
        </>
      ) : (
        <rect {...box} fill="none" stroke={MUTED} strokeOpacity="0.6" strokeWidth="1.25" strokeDasharray="3 3" />
      )}
      <text
        x={x + width / 2}
        y={TOP + CROSSBAR / 2 + 4.5}
        textAnchor="middle"
        fontSize={12}
        fontWeight={isEvidenced ? 700 : 400}
        fill={isEvidenced ? INK : MUTED}
      >
        {props.letter}
      </text>
    </>
  );
}
