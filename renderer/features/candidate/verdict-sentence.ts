import { trust } from '../../../shared/messages/ui.en.ts';
import { withReadableDays } from '../../ui/format.ts';
import { CHECK_AXES, type Check, type CheckAxis, type VerificationReport } from '../../../shared/model/check.ts';

/** The verdict in one sentence, with the checks that made it so in their own words. */
export function verdictSentence(report: VerificationReport, issuer: string): string {
  switch (report.verdict) {
    case 'verified': {
      // What only informs (whose it is, say) may be open on a verified credential, and is said with it.
      const open = messages(report, isOpen);
      return open === '' ? trust.sentence.verified(issuer) : trust.sentence.verifiedThoughOpen(issuer, open);
    }
    case 'verified-with-reservations': {
      const reservations = messages(report, (_, axis) => isAgainst(report, axis));
      const open = messages(report, (check, axis) => isOpen(check) && !isAgainst(report, axis));
      const sentence = trust.sentence['verified-with-reservations'](reservations);
      return open === '' ? sentence : `${sentence} ${trust.sentence.stillOpen(open)}`;
    }
    case 'cannot-verify-offline':
      return trust.sentence['cannot-verify-offline'](
        messages(report, (check, axis) => isUnchecked(check) && isAgainst(report, axis)),
      );
    case 'not-valid':
      return trust.sentence['not-valid'](messages(report, isFailed));
  }
}

/** Whether it keeps the credential from being verified. What old reports don't say counts where it is open. */
function isAgainst({ against, checks }: VerificationReport, axis: CheckAxis): boolean {
  return against === undefined ? isOpen(checks[axis]) : against.includes(axis);
}

const isFailed = ({ state }: Check) => state === 'fail';
const isUnchecked = ({ state }: Check) => state === 'not-checked';
const isOpen = ({ state }: Check) => state !== 'pass' && state !== 'not-applicable';

/** Checks that decide first: what a signature says counts before who is known. */
const DECIDING: readonly CheckAxis[] = ['integrity', 'key-binding', 'status', 'validity', 'holder'];

function messages(report: VerificationReport, counts: (check: Check, axis: CheckAxis) => boolean): string {
  const axes = [...DECIDING, ...CHECK_AXES.filter((axis) => !DECIDING.includes(axis))];
  const found = axes.filter((axis) => counts(report.checks[axis], axis));
  return found.map((axis) => withinSentence(report.checks[axis].message)).join('; ');
}

/** A message as a part of a longer sentence: without its full stop, and small where it begins with a common word. */
function withinSentence(message: string): string {
  return withReadableDays(message)
    .replace(/\.$/, '')
    .replace(/^(?:The|It|Its|This|There|No|Nothing|Nobody|An?)\b/, (first) => first.toLowerCase());
}
