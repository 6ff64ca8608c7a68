import { entriesOf, type CheckCodes } from './check-code-entry.ts';

const entry = entriesOf('validity');

/** Do the dates hold at the time of judging? */
export const VALIDITY_CODES = {
  'valid-until': entry('pass', 'It is valid until {date}.'),
  'valid-without-end': entry('pass', 'It has no date of expiry.'),
  expired: entry('fail', 'It expired on {date}.', 'Ask the candidate whether it was renewed.'),
  'expired-within-grace': entry(
    'stale',
    'It expired on {date}; your rules still count it with a reservation for {days} days after that.',
    'Ask the candidate whether it was renewed.',
  ),
  'not-yet-valid': entry('fail', 'It only becomes valid on {date}.', 'Check again after that date.'),
  'proof-expired': entry(
    'fail',
    'Its signature was limited in time and ran out on {date}.',
    'Ask the issuer for a new signature.',
  ),
  'proof-from-the-future': entry(
    'fail',
    'Its signature carries a date in the future ({date}).',
    'Ask the issuer for a new signature.',
  ),
  'dates-kept-back': entry(
    'not-checked',
    'The holder kept parts of it back, and a date of expiry may stand there.',
    'Ask the candidate to disclose its dates, or ask the issuer until when it is valid.',
  ),
  'date-unreadable': entry(
    'not-checked',
    'A date in it can’t be read ({field}).',
    'Ask the issuer until when it is valid.',
  ),
} as const satisfies CheckCodes;
