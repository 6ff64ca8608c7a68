import { useMemo } from 'react';
import type { LogEntry } from '../../../shared/api/contract.ts';
import { log as words } from '../../../shared/messages/ui.en.ts';
import { LOG_LIMIT, useCandidates, useJobs, useLog } from '../../api/queries.ts';
import { formatMoment } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { usePages } from '../../ui/pager.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { detailWords, kindWords } from './log-words.ts';

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
  const names = useNames();
  const { rows, pager } = usePages(entries, PAGE);
  return (
    <>
      <TableFrame label={words.title}>
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
                <th scope="row">{kindWords(entry.kind)}</th>
                <td className="muted">{entry.by}</td>
                <td className="muted">
                  <bdi>{detailWords(entry, names)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className="table-foot">
        <span>{words.shown(entries.length, LOG_LIMIT)}</span>
        {pager}
      </div>
    </>
  );
}

/** What people and jobs are called, by id. */
function useNames(): ReadonlyMap<string, string> {
  const people = useCandidates().data;
  const jobs = useJobs().data;
  return useMemo(
    () =>
      new Map<string, string>([
        ...(people ?? []).map(({ candidate }) => [candidate.id, nameOf(candidate)] as const),
        ...(jobs ?? []).map(({ id, title }) => [id, title] as const),
      ]),
    [people, jobs],
  );
}
