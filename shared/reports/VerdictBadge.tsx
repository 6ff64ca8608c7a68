import type { ReactNode } from 'react';
import { verdicts } from '../messages/trust.en.ts';
import type { Verdict } from '../model/check.ts';

/** A verdict as icon and word; the colour says nothing that they don't. */
export function VerdictBadge({ verdict }: { readonly verdict: Verdict }): ReactNode {
  return (
    <span className={`verdict-badge verdict-${verdict}`}>
      <svg className="verdict-icon" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path
          d={PATHS[verdict]}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {verdicts[verdict]}
    </span>
  );
}

/** A tick; a tick in an open ring; a question mark; a cross. */
const PATHS: Readonly<Record<Verdict, string>> = {
  verified: 'M3 8.5 6.5 12 13 4.5',
  'verified-with-reservations': 'M5 8.2 7.2 10.4 11 5.8M8 1.5a6.5 6.5 0 1 0 6.5 6.5',
  'cannot-verify-offline': 'M5.5 5.5a2.5 2.5 0 1 1 3.6 2.3C8.3 8.2 8 8.8 8 9.6M8 12.8v.1',
  'not-valid': 'M4 4l8 8M12 4l-8 8',
};
