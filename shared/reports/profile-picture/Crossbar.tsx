import type { ReactNode } from 'react';
import { profile as words, standings } from '../../messages/profile.en.ts';
import type { TransversalGroup } from '../../model/profile.ts';
import { FilledShape, lyingParts } from './filled-shape.tsx';
import { BAR_WIDTH, CROSSBAR, LINE_HEIGHT, MARGIN, TOP } from './picture-geometry.ts';
import { Choice, INK, Lines, MUTED, NeededLine, type PictureIds, type Select } from './picture-parts.tsx';
import { segmentsOf, wrapWords } from './profile-layout.ts';

/** The bar of the T: a cell for each transversal group, filled where it is evidenced. */
export function Crossbar(props: {
  readonly groups: readonly TransversalGroup[];
  /** Codes of the groups that the job asks for. */
  readonly needed: ReadonlySet<string>;
  readonly ids: PictureIds;
  readonly onSelect: Select;
}): ReactNode {
  const { groups, needed, ids, onSelect } = props;
  const gap = 4;
  const width = (BAR_WIDTH - gap * (groups.length - 1)) / groups.length;
  return (
    <g>
      <text x={MARGIN} y={14} fontSize={12} fontWeight={600} fill={MUTED}>
        {words.bar}
      </text>
      {groups.map((group, index) => (
        <Choice
          key={group.code}
          onSelect={onSelect}
          selection={{ kind: 'group', code: group.code }}
          name={`${group.name}: ${group.evidenced ? standingsOf(group) : words.nothingHere}${needed.has(group.code) ? `, ${words.neededGroup}` : ''}`}
          area={{ x: MARGIN + index * (width + gap), y: TOP - 44, width, height: CROSSBAR + 44 }}
        >
          <Cell group={group} x={MARGIN + index * (width + gap)} width={width} ids={ids} />
          {needed.has(group.code) && <NeededLine x={MARGIN + index * (width + gap)} width={width} />}
        </Choice>
      ))}
    </g>
  );
}

function Cell(props: {
  readonly group: TransversalGroup;
  readonly x: number;
  readonly width: number;
  readonly ids: PictureIds;
}): ReactNode {
  const { group, x, width, ids } = props;
  const clip = `${ids.clip}${group.code}`;
  const lines = wrapWords(group.name, 15, 2);
  const box = { x, y: TOP, width, height: CROSSBAR, rx: 4 };
  return (
    <>
      <Lines
        lines={lines}
        x={x + width / 2}
        y={TOP - 10 - (lines.length - 1) * LINE_HEIGHT}
        size={11.5}
        fill={group.evidenced ? INK : MUTED}
        weight={group.evidenced ? 600 : 400}
      />
      {group.evidenced ? (
        <FilledShape
          clip={clip}
          outline={<rect {...box} />}
          parts={lyingParts(segmentsOf(group.parts), x, width)}
          ids={ids}
        />
      ) : (
        <rect {...box} fill="none" stroke={MUTED} strokeOpacity="0.6" strokeWidth="1.25" strokeDasharray="4 3" />
      )}
    </>
  );
}

function standingsOf(group: TransversalGroup): string {
  return segmentsOf(group.parts)
    .map((segment) => standings[segment.standing])
    .join(', ');
}
