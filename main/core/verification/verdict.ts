import {
  CHECK_AXES,
  type CheckAxis,
  type Checks,
  type CheckState,
  type Verdict,
  type VerificationReport,
} from '../../../shared/model/check.ts';
import { checkCodeEntry } from './check-codes.ts';

/**
 * What follows from each state of each axis; the table of docs/decisions/verdict-rules.md in code.
 * The gravest consequence of any check is the verdict.
 */
const CONSEQUENCES: Readonly<Record<CheckAxis, Readonly<Record<CheckState, Verdict>>>> = {
  format: deciding('not-valid', 'cannot-verify-offline'),
  integrity: deciding('not-valid', 'cannot-verify-offline'),
  'key-binding': deciding('not-valid', 'cannot-verify-offline'),
  validity: deciding('not-valid', 'verified-with-reservations'),
  issuer: deciding('verified-with-reservations', 'verified-with-reservations'),
  // Nothing to take back is as good as not taken back.
  status: { ...deciding('not-valid', 'verified-with-reservations'), 'not-applicable': 'verified' },
  // A badge that was mailed has no proof of its holder; that is said on its axis and does not hide what is proven.
  holder: { ...informing('not-valid'), stale: 'verified-with-reservations' },
  schema: informing('verified-with-reservations'),
  endorsements: informing('verified-with-reservations'),
};

const GRAVITY: readonly Verdict[] = ['verified', 'verified-with-reservations', 'cannot-verify-offline', 'not-valid'];

/** The verdict that follows from the checks, and from nothing else. */
export function verdictOf(checks: Checks): Verdict {
  return CHECK_AXES.map((axis) => consequenceOf(axis, checks)).reduce(graver);
}

/**
 * The verdict as the match counts it. An e-mail address by which a credential isn't the candidate's is shown and asked
 * about, but weighs nothing: people have several, and no address may move a score (docs/decisions/verdict-rules.md).
 */
export function verdictForMatch({ checks, verdict }: Pick<VerificationReport, 'checks' | 'verdict'>): Verdict {
  if (!DIFFERING_ADDRESSES.includes(checks.holder.code)) return verdict;
  return verdictOf({ ...checks, holder: { state: 'not-applicable', code: '', message: '' } });
}

const DIFFERING_ADDRESSES: readonly string[] = ['holder-email-differs', 'holder-email-differs-from-record'];

/** The axes whose state keeps a credential from being `verified`, gravest first. */
export function reasonsAgainst(checks: Checks): readonly CheckAxis[] {
  return CHECK_AXES.filter((axis) => consequenceOf(axis, checks) !== 'verified').toSorted(
    (a, b) => GRAVITY.indexOf(consequenceOf(b, checks)) - GRAVITY.indexOf(consequenceOf(a, checks)),
  );
}

function consequenceOf(axis: CheckAxis, checks: Checks): Verdict {
  const { state, code } = checks[axis];
  const entry = checkCodeEntry(code);
  const own = entry?.axis === axis && entry.state === state ? entry.consequence : undefined;
  return own ?? CONSEQUENCES[axis][state];
}

function graver(one: Verdict, other: Verdict): Verdict {
  return GRAVITY.indexOf(one) >= GRAVITY.indexOf(other) ? one : other;
}

/** Only a pass lets the credential be verified. */
function deciding(fail: Verdict, open: Verdict): Readonly<Record<CheckState, Verdict>> {
  return { pass: 'verified', fail, 'not-checked': open, stale: open, 'not-applicable': open };
}

/** Only a failure counts. */
function informing(fail: Verdict): Readonly<Record<CheckState, Verdict>> {
  return { pass: 'verified', fail, 'not-checked': 'verified', stale: 'verified', 'not-applicable': 'verified' };
}
