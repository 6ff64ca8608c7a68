import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { problemMessage } from '../../../shared/messages/problem-messages.ts';
import { importing } from '../../../shared/messages/ui.en.ts';
import type { FileResult, ImportReport } from '../../../shared/model/import.ts';
import { Badge, VerdictBadge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/clipboard.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { usePages } from '../../ui/pager.tsx';

import { reportAsText } from './report-as-text.ts';

type Filter = 'all' | 'accepted' | 'problems';
const PAGE = 100;

/** Each file with what was found in it, or why it was refused and what to do. */
export function FileResults({ report }: { readonly report: ImportReport }) {
  const [filter, setFilter] = useState<Filter>('all');
  const parts: Record<Filter, readonly FileResult[]> = {
    all: report.files,
    accepted: report.files.filter(({ credentials }) => credentials.length > 0),
    problems: report.files.filter(({ problems }) => problems.length > 0),
  };
  const { rows, pager } = usePages(parts[filter], PAGE);
  return (
    <>
      <div className="section-head">
        <ToggleButtonGroup
          aria-label={importing.filters}
          className="segments"
          selectedKeys={[filter]}
          disallowEmptySelection
          onSelectionChange={([key]) => {
            if (key === 'all' || key === 'accepted' || key === 'problems') setFilter(key);
          }}
        >
          <ToggleButton id="all">{importing.filterAll(parts.all.length)}</ToggleButton>
          <ToggleButton id="accepted">{importing.filterAccepted(parts.accepted.length)}</ToggleButton>
          <ToggleButton id="problems">{importing.filterProblems(parts.problems.length)}</ToggleButton>
        </ToggleButtonGroup>
        <CopyButton label={importing.copyResults} text={() => reportAsText(report)} />
      </div>
      <TableFrame label={importing.results}>
        <table className="table results">
          <caption className="visually-hidden">{importing.results}</caption>
          <thead>
            <tr>
              <th scope="col">{importing.file}</th>
              <th scope="col">{importing.found}</th>
              <th scope="col">{importing.outcome}</th>
            </tr>
          </thead>
          {rows.map((result, index) => (
            <ResultRows key={`${result.file}#${index}`} result={result} />
          ))}
        </table>
      </TableFrame>
      <div className="table-foot">{pager}</div>
    </>
  );
}

function ResultRows({ result }: { readonly result: FileResult }) {
  const lines = result.credentials.length + result.problems.length;
  return (
    <tbody>
      {result.credentials.map((credential, index) => (
        <tr key={credential.key}>
          {index === 0 && <FileCell file={result.file} rows={lines} />}
          <td>
            <span className="results-name">{credential.name ?? importing.unnamed}</span>{' '}
            <VerdictBadge verdict={credential.verdict} />
          </td>
          <td className="cell-tight">
            <span className={credential.outcome === 'duplicate' ? 'muted' : ''}>
              {importing.outcomes[credential.outcome]}
            </span>
          </td>
        </tr>
      ))}
      {result.problems.map((problem, index) => {
        const { what, next } = problemMessage(problem, baseName(result.file));
        return (
          <tr key={`${problem.code}#${index}`}>
            {index === 0 && result.credentials.length === 0 && <FileCell file={result.file} rows={lines} />}
            <td>
              <span className="results-name">{what}</span> <span className="muted">{next}</span>
            </td>
            <td className="cell-tight">
              <Badge tone={result.credentials.length === 0 ? 'bad' : 'warn'}>
                {result.credentials.length === 0 ? importing.refused : importing.noted}
              </Badge>
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

function FileCell({ file, rows }: { readonly file: string; readonly rows: number }) {
  return (
    <th scope="rowgroup" rowSpan={rows} className="results-file">
      {file}
    </th>
  );
}

/** The path stands beside it. */
function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
