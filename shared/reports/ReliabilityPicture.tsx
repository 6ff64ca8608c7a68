import { useId, type ReactNode } from 'react';
import { reliability as words } from '../messages/reliability.en.ts';
import type { ReliabilityBin, ReliabilityTable } from '../model/reliability.ts';
import { INK, LINE, MUTED, SURFACE } from './profile-picture/picture-parts.tsx';

export interface ReliabilityPictureProps {
  readonly table: ReliabilityTable;
  /** What the probability is of. */
  readonly title: string;
  /** How many cases there are, with their name: `405 phrases`. */
  readonly cases: string;
}

/** Size of one picture, in its own units. */
export const RELIABILITY_SIZE = { width: 332, height: 316 } as const;

const LEFT = 64;
const TOP = 12;
const SIDE = 252;
const RADIUS = { least: 4, most: 10 } as const;
/** Standard deviations that span 95 of 100. */
const SPREAD = 1.96;

/**
 * A reliability picture: P as it was said against the share that came true, one point a bin, as large as the bin.
 * One ink throughout; colours are the custom properties of the other pictures, with light fallbacks.
 */
export function ReliabilityPicture({ table, title, cases }: ReliabilityPictureProps): ReactNode {
  const id = useId();
  return (
    <svg
      className="reliability-picture"
      viewBox={`0 0 ${RELIABILITY_SIZE.width} ${RELIABILITY_SIZE.height}`}
      width="100%"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      fontFamily="inherit"
      fontSize={12}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{words.meaning(table, cases)}</desc>
      <ReliabilityPlot table={table} />
    </svg>
  );
}

/** The drawing alone, for a picture that holds several. */
export function ReliabilityPlot({ table: { bins } }: { readonly table: ReliabilityTable }): ReactNode {
  const filled = bins.filter(({ count }) => count > 0);
  const most = Math.max(...filled.map(({ count }) => count));
  return (
    <g>
      <Scale />
      {filled.map((bin) => (
        <Bar key={bin.from} bin={bin} />
      ))}
      {filled.map(({ from, said, cameTrue, count }) => (
        <circle
          key={from}
          cx={x(said)}
          cy={y(cameTrue)}
          r={radius(count / most)}
          fill={INK}
          stroke={SURFACE}
          strokeWidth="1"
        />
      ))}
    </g>
  );
}

/** The square, its quarters, and the line on which what is said comes true. */
function Scale(): ReactNode {
  return (
    <g fill={MUTED}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path d={`M${x(share)} ${y(0)}V${y(1)}M${x(0)} ${y(share)}H${x(1)}`} stroke={LINE} />
          <text x={x(share)} y={y(0) + 17} textAnchor="middle">
            {words.percent(share)}
          </text>
          <text x={x(0) - 10} y={y(share) + 4} textAnchor="end">
            {words.percent(share)}
          </text>
        </g>
      ))}
      <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} stroke={MUTED} strokeWidth="1.5" strokeDasharray="5 4" />
      <text x={x(0.5)} y={y(0) + 37} textAnchor="middle" fontWeight={600}>
        {words.said}
      </text>
      <text transform={`translate(11 ${y(0.5)}) rotate(-90)`} textAnchor="middle" fontWeight={600}>
        {words.cameTrue}
      </text>
    </g>
  );
}

function Bar({ bin }: { readonly bin: ReliabilityBin }): ReactNode {
  const [low, high] = likelyRange(bin);
  const at = x(bin.said);
  return (
    <path
      d={`M${at} ${y(low)}V${y(high)}M${at - 4} ${y(low)}h8M${at - 4} ${y(high)}h8`}
      stroke={INK}
      strokeWidth="1.25"
      fill="none"
    />
  );
}

/** Wilson's interval: where the true share may lie when so many of so many came true, 95 times in 100. */
export function likelyRange({
  cameTrue,
  count,
}: Pick<ReliabilityBin, 'cameTrue' | 'count'>): readonly [number, number] {
  const square = SPREAD * SPREAD;
  const middle = (cameTrue + square / (2 * count)) / (1 + square / count);
  const half =
    (SPREAD / (1 + square / count)) * Math.sqrt((cameTrue * (1 - cameTrue)) / count + square / (4 * count * count));
  // The share lies within, but where it is 0 or 1 rounding may put it just outside.
  return [Math.max(0, Math.min(cameTrue, middle - half)), Math.min(1, Math.max(cameTrue, middle + half))];
}

/** The area follows the count; the smallest can still be seen. */
function radius(share: number): number {
  return round(Math.max(RADIUS.least, RADIUS.most * Math.sqrt(share)));
}

function x(share: number): number {
  return round(LEFT + SIDE * share);
}

function y(share: number): number {
  return round(TOP + SIDE * (1 - share));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
