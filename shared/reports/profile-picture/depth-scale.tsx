import type { ReactNode } from 'react';
import { profile as words } from '../../messages/profile.en.ts';
import { PROFILE_DEPTHS } from '../../model/profile.ts';
import { depthY } from './picture-geometry.ts';
import { LINE, MUTED } from './picture-parts.tsx';

/** Faint lines at the depths from which a field is breadth and a stem. */
export function DepthScale({ from, to }: { readonly from: number; readonly to: number }): ReactNode {
  const marks = [
    { depth: PROFILE_DEPTHS.breadth, name: words.breadthFrom },
    { depth: PROFILE_DEPTHS.stem, name: words.stemFrom },
  ];
  return (
    <g fontSize={11} fill={MUTED}>
      {marks.map(({ depth, name }) => (
        <g key={name}>
          <line x1={from} x2={to} y1={depthY(depth)} y2={depthY(depth)} stroke={LINE} strokeDasharray="2 4" />
          <text x={from - 8} y={depthY(depth) + 4} textAnchor="end">
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}
