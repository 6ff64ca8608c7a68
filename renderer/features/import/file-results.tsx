import { useMemo, useState } from 'react';
import { problemMessage } from '../../../shared/messages/problem-messages.ts';
import { axisConcerns, importing } from '../../../shared/messages/ui.en.ts';
import type { FileResult, ImportedCredential, ImportReport } from '../../../shared/model/import.ts';
import { hrefOf } from '../../app/route.ts';
import { Badge, VerdictBadge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/clipboard.tsx';
import { withReadableDays } from '../../ui/format.ts';
import { TableFrame } from '../../ui/table-frame.tsx';
import { usePages } from '../../ui/pager.tsx';
import { reportAsText } from './report-as-text.ts';
import { ResultFilters } from './result-filters.tsx';
import { EVERYTHING, filtered, importedName } from './result-groups.ts';

const PAGE = 100;

/** Each file with what was found in it and what speaks against it, or why it was refused and what to do. */
export function FileResults({ report }: { readonly report: ImportReport }) {
  const [filter, setFilter] = useState(EVERYTHING);
  const files = useMemo(() => filtered(report.files, filter), [report.files, filter]);
  const { rows, pager } = usePages(files, PAGE);
  return (
    <>
      <div className="section-head">
        <ResultFilters files={report.files} filter={filter} onChange={setFilter} />
        <CopyButton label={importing.copyResults} text={() => reportAsText({ ...report, files })} />
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
            <ResultRows key={`${result.file}#${index}`} result={result} isDryRun={report.dryRun} />
          ))}
        </table>
        {files.length === 0 && <p className="list-empty muted">{importing.noneLeft}</p>}
      </TableFrame>
      <div className="table-foot">
        <span>{importing.order}</span>
        {pager}
      </div>
    </>
  );
}

function ResultRows({ result, isDryRun }: { readonly result: FileResult; readonly isDryRun: boolean }) {
  const lines = result.credentials.length + result.problems.length;
  return (
    <tbody>
      {result.credentials.map((credential, index) => (
        <tr key={credential.key}>
          {index === 0 && <FileCell file={result.file} rows={lines} />}
          <td>
            <CredentialName credential={credential} isDryRun={isDryRun} /> <VerdictBadge verdict={credential.verdict} />
            <Reasons because={credential.because ?? []} />
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

/** Once it is stored, its name leads to its trust panel. */
function CredentialName(props: { readonly credential: ImportedCredential; readonly isDryRun: boolean }) {
  const { credential, isDryRun } = props;
  const name = importedName(credential);
  if (isDryRun) return <bdi className="results-name">{name}</bdi>;
  const { candidate, key } = credential;
  return (
    <a
      className="results-name"
      href={hrefOf({ screen: 'candidate', candidate, job: null, credential: key })}
      aria-label={importing.openTrust(name)}
    >
      <bdi>{name}</bdi>
    </a>
  );
}

/** As many as a list of hundreds can hold; all of them stand in the trust panel. */
const SHOWN_REASONS = 2;

function Reasons({ because }: { readonly because: NonNullable<ImportedCredential['because']> }) {
  if (because.length === 0) return null;
  return (
    <ul className="results-reasons small">
      {because.slice(0, SHOWN_REASONS).map(({ axis, message }) => (
        <li key={axis}>
          <span className="muted">{axisConcerns[axis]}:</span> <bdi>{withReadableDays(message)}</bdi>
        </li>
      ))}
      {because.length > SHOWN_REASONS && (
        <li className="muted">{importing.moreReasons(because.length - SHOWN_REASONS)}</li>
      )}
    </ul>
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
