import type { ReactNode } from 'react';
import { trust } from '../messages/trust.en.ts';
import type { CheckAxis, CheckState } from '../model/check.ts';

export interface ListedCheck {
  readonly axis: CheckAxis;
  readonly state: CheckState;
  readonly message: string;
}

/** Checks with sign, word and sentence, in the order given. */
export function CheckList({ checks }: { readonly checks: readonly ListedCheck[] }): ReactNode {
  return (
    <ul className="check-list">
      {checks.map(({ axis, state, message }) => (
        <li key={axis} className={`check-${state}`}>
          <span className="check-sign" aria-hidden="true">
            {SIGNS[state]}
          </span>
          <span>
            <strong>{`${trust.axes[axis]}: ${trust.states[state]}.`}</strong> <bdi>{message}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

const SIGNS: Readonly<Record<CheckState, string>> = {
  pass: '✓',
  fail: '✕',
  'not-checked': '?',
  stale: '◷',
  'not-applicable': '–',
};
