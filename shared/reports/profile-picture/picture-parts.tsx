import type { ReactNode } from 'react';
import type { EvidenceStanding, TransversalGroup } from '../../model/profile.ts';
import { depthY, HANG, LINE_HEIGHT, TOP } from './picture-geometry.ts';

/** What a person picked in the picture. */
export type ProfileSelection =
  | { readonly kind: 'field'; readonly code: string }
  | { readonly kind: 'group'; readonly code: TransversalGroup['code'] };

export type Select = ((selection: ProfileSelection) => void) | undefined;

/** Ids of one picture, so that two on one page don't share patterns. */
export interface PictureIds {
  readonly reserved: string;
  readonly claimed: string;
  /** Beginning of the ids of clip paths. */
  readonly clip: string;
}

export const INK = 'var(--profile-ink, #17202e)';
export const MUTED = 'var(--profile-muted, #566173)';
export const LINE = 'var(--profile-line, #d0d6df)';
export const SURFACE = 'var(--profile-surface, #ffffff)';
export const COLOURS: Readonly<Record<EvidenceStanding, string>> = {
  verified: 'var(--profile-verified, #0f6b62)',
  reserved: 'var(--profile-reserved, #a8550a)',
  claimed: 'var(--profile-claimed, #5b6b86)',
};

/** Verified is solid, reserved hatched, claimed dotted. */
export function Patterns({ ids }: { readonly ids: PictureIds }): ReactNode {
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

export function fillOf(standing: EvidenceStanding, ids: PictureIds): string {
  return standing === 'verified' ? COLOURS.verified : `url(#${ids[standing]})`;
}

/** A length of one standing, edged in its colour; what surrounds it clips the outer half of the edge. */
export function Fill(props: {
  readonly standing: EvidenceStanding;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ids: PictureIds;
}): ReactNode {
  const { standing, ids, ...box } = props;
  return <rect {...box} fill={fillOf(standing, ids)} stroke={COLOURS[standing]} strokeWidth="3" />;
}

interface NeededProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** 0–1. */
  readonly depth: number;
}

/** What the job needs in a field: a pale socket behind the bar, closed by {@link NeededEnd}. */
export function NeededSocket({ x, y, width, depth }: NeededProps): ReactNode {
  const end = neededY(y, depth);
  return (
    <g>
      <rect x={x} y={y} width={width} height={end - y} fill={INK} fillOpacity="0.07" />
      <path d={`M${x} ${y}V${end}M${x + width} ${y}V${end}`} stroke={INK} strokeOpacity="0.55" strokeDasharray="3 3" />
    </g>
  );
}

/** The firm line at the end of the socket; over the bar, which may pass it. */
export function NeededEnd({ x, y, width, depth }: NeededProps): ReactNode {
  const line = `M${x} ${neededY(y, depth)}h${width}`;
  return (
    <>
      <path d={line} stroke={SURFACE} strokeWidth="6" />
      <path d={line} stroke={INK} strokeWidth="2.5" />
    </>
  );
}

function neededY(y: number, depth: number): number {
  return y + depthY(depth) - HANG;
}

/** What the job needs in the crossbar: a firm line above a group's cell. */
export function NeededLine({
  x,
  width,
  y = TOP - 4,
}: {
  readonly x: number;
  readonly width: number;
  readonly y?: number;
}): ReactNode {
  return <path d={`M${x} ${y}h${width}`} stroke={INK} strokeWidth="2.5" />;
}

/** Centred lines of text with a halo, so that they can be read over a line of the scale. */
export function Lines(props: {
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
        <tspan key={index} x={props.x} y={props.y + index * LINE_HEIGHT}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/**
 * A part of the picture that can be picked where there is someone to tell; else plain drawing. What is picked is a clear
 * area over the part: the words in the picture are broken into lines, and a button around them would say them brokenly.
 */
export function Choice(props: {
  readonly onSelect: Select;
  readonly selection: ProfileSelection;
  readonly name: string;
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly children: ReactNode;
}): ReactNode {
  const { onSelect, selection, area } = props;
  if (onSelect === undefined) return <g>{props.children}</g>;
  return (
    <g>
      {props.children}
      <rect
        {...area}
        rx="6"
        fill={SURFACE}
        fillOpacity="0"
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
      />
    </g>
  );
}
