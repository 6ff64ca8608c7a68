import type { VerificationReport } from '../../../shared/model/check.ts';
import type { ImportFinding } from '../../../shared/model/import.ts';
import { reasonsAgainst } from './verdict.ts';

/** What keeps a credential from being `verified`, gravest first, in the words of its report. */
export function findingsAgainst({ checks }: Pick<VerificationReport, 'checks'>): readonly ImportFinding[] {
  return reasonsAgainst(checks).map((axis) => {
    const { state, message } = checks[axis];
    return { axis, state, message };
  });
}
