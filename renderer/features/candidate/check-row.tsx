import { trust, type TermName } from '../../../shared/messages/ui.en.ts';
import type { Check, CheckAxis } from '../../../shared/model/check.ts';
import type { ReactNode } from 'react';
import { StateBadge } from '../../ui/badge.tsx';
import { formatDay, withReadableDays } from '../../ui/format.ts';
import { Term } from '../../ui/term.tsx';

/** Words of the field behind each axis, explained where they stand. */
const TERMS: Partial<Record<CheckAxis, TermName>> = {
  schema: 'standard',
  integrity: 'signature',
  'key-binding': 'key',
  issuer: 'issuer',
  validity: 'dates',
  status: 'status list',
  holder: 'holder',
  endorsements: 'endorsement',
};

interface CheckRowProps {
  readonly axis: CheckAxis;
  readonly check: Check;
  /** What belongs to this axis beside its sentence. */
  readonly children?: ReactNode;
}

/** One axis: its question, its state as icon and word, what was found, what would settle it, and of which day the data are. */
export function CheckRow({ axis, check, children }: CheckRowProps) {
  const term = TERMS[axis];
  return (
    <li className="check">
      <div className="check-head">
        <strong>{term === undefined ? trust.axes[axis] : <Term name={term}>{trust.axes[axis]}</Term>}</strong>
        <StateBadge state={check.state} />
      </div>
      <p>
        <bdi>{withReadableDays(check.message)}</bdi>
      </p>
      {check.settledBy !== undefined && (
        <p className="check-settle">
          <strong>{trust.settle}:</strong> <bdi>{check.settledBy}</bdi>
        </p>
      )}
      {check.asOf !== undefined && <p className="muted small">{trust.asOf(formatDay(check.asOf))}</p>}
      {children}
    </li>
  );
}
