import '../../ui/table.css';
import { log as words } from '../../../shared/messages/ui.en.ts';
import type { LogEntry } from '../../../shared/api/contract.ts';
import { LOG_LIMIT, useLog } from '../../api/queries.ts';
import { formatMoment } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { usePages } from '../../ui/pager.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { logWords } from './log-words.ts';

const PAGE = 100;

export function LogScreen() {
  const query = useLog();
  return (
    <Page title={words.title} lead={words.lead}>
      <Loaded query={query}>
        {(entries) => (entries.length === 0 ? <p className="muted">{words.empty}</p> : <LogTable entries={entries} />)}
      </Loaded>
    </Page>
  );
}

function LogTable({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { rows, pager } = usePages(entries, PAGE);
  return (
    <>
      <div className="table-frame">
        <table className="table">
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.at}</th>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.by}</th>
              <th scope="col">{words.columns.detail}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={entry.id}>
                <td className="cell-tight muted numeric">{formatMoment(entry.at)}</td>
                <th scope="row">{logWords(entry.kind)}</th>
                <td className="muted">{entry.by}</td>
                <td className="muted">
                  <bdi>{detailOf(entry)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="table-foot">
        <span>{words.shown(entries.length, LOG_LIMIT)}</span>
        {pager}
      </div>
    </>
  );
}

function detailOf({ subject, detail }: LogEntry): string {
  const parts = Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${String(value)}`);
  return [...(subject === null ? [] : [subject]), ...parts].join(' · ');
}
