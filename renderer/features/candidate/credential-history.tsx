import '../../ui/table.css';
import { useState } from 'react';
import { trust } from '../../../shared/messages/ui.en.ts';
import type { CredentialKey } from '../../../shared/model/ids.ts';
import { useHistory } from '../../api/queries.ts';
import { VerdictBadge } from '../../ui/badge.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatDay } from '../../ui/format.ts';
import { Loaded } from '../../ui/query-state.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { Because } from '../trust-effects/moved-verdicts.tsx';

/** The dated judgements of one credential; asked for only when somebody wants to see them. */
export function CredentialHistory({ credential }: { readonly credential: CredentialKey }) {
  const [isOpen, setOpen] = useState(false);
  const query = useHistory(credential, isOpen);
  const { judged, verdict, because } = trust.historyColumns;
  return (
    <Disclosure title={trust.history} isOpen={isOpen} onOpenChange={setOpen}>
      <p className="muted small">{trust.historyNote}</p>
      {isOpen && (
        <Loaded query={query}>
          {(reports) => (
            <TableFrame label={trust.historyTable}>
              <table className="table history">
                <caption className="visually-hidden">{trust.historyTable}</caption>
                <thead>
                  <tr>
                    <th scope="col">{judged}</th>
                    <th scope="col">{verdict}</th>
                    <th scope="col">{because}</th>
                  </tr>
                </thead>
                <tbody>
                  {reports.map((report, index) => (
                    <tr key={`${report.at} ${index}`}>
                      <th scope="row" className="cell-tight">
                        {formatDay(report.at)}
                      </th>
                      <td className="cell-tight">
                        <VerdictBadge verdict={report.verdict} />
                      </td>
                      <td>
                        {report.because.length === 0 ? (
                          <span className="muted">{trust.historyFirst}</span>
                        ) : (
                          <Because because={report.because} />
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableFrame>
          )}
        </Loaded>
      )}
    </Disclosure>
  );
}
