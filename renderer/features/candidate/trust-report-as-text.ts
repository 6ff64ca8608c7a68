import { trust, verdicts } from '../../../shared/messages/ui.en.ts';
import { CHECK_AXES } from '../../../shared/model/check.ts';
import type { Credential } from '../../../shared/model/credential.ts';
import { formatDay, withReadableDays } from '../../ui/format.ts';
import { credentialName } from './credential-name.ts';

/** The trust panel as lines that can be sent on; it names the credential and its issuer, never the person. */
export function trustReportAsText({ report, ...credential }: Credential): string {
  return [
    `${credentialName({ report, ...credential })} – ${verdicts[report.verdict]}`,
    `${trust.rows.issuer}: ${credential.issuer.name ?? ''} ${credential.issuer.id ?? ''}`.trimEnd(),
    `${trust.rows.judged}: ${formatDay(report.at)}`,
    ...CHECK_AXES.map((axis) => {
      const { state, message, settledBy } = report.checks[axis];
      const open = settledBy === undefined ? '' : ` ${trust.settle}: ${settledBy}`;
      return `${trust.axes[axis]}: ${trust.states[state]}. ${withReadableDays(message)}${open}`;
    }),
  ].join('\n');
}
