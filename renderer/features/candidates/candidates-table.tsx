import '../../ui/table.css';
import './candidates.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CandidateRow } from '../../../shared/api/contract.ts';
import { VERDICTS, type Verdict } from '../../../shared/model/check.ts';
import { candidates, shortVerdicts, verdicts } from '../../../shared/messages/ui.en.ts';
import { hrefOf } from '../../app/route.ts';
import { Badge, VERDICT_TONES, VerdictIcon } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { usePages } from '../../ui/pager.tsx';
import { isTyping, useRowKeys } from '../../ui/row-keys.ts';
import { nameOf } from './candidate-name.ts';
import { ALL, isFiltered, sortedBy, viewed, type Column, type ListView } from './candidate-list.ts';

const PAGE = 100;

export function CandidatesTable({ rows }: { readonly rows: readonly CandidateRow[] }) {
  const [view, setView] = useState<ListView>(ALL);
  const through = useMemo(() => viewed(rows, view), [rows, view]);
  const page = usePages(through, PAGE);
  const table = useRef<HTMLTableElement>(null);
  const { rowProps, onKeyDown } = useRowKeys(table, page.rows.length);
  return (
    <div className="list">
      <Filters view={view} onChange={setView} />
      <div className="table-frame">
        <table className="table table-rows" ref={table} onKeyDown={onKeyDown} aria-describedby="candidate-keys">
          <caption className="visually-hidden">{candidates.table}</caption>
          <thead>
            <tr>
              <SortableHead column="candidate" view={view} onChange={setView} />
              <SortableHead column="verdicts" view={view} onChange={setView} />
              <SortableHead column="credentials" view={view} onChange={setView} isNumber />
              <th scope="col">{candidates.columns.basis}</th>
              <SortableHead column="imported" view={view} onChange={setView} />
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row, index) => (
              <tr key={row.candidate.id}>
                <th scope="row">
                  <a
                    className="row-link"
                    href={hrefOf({ screen: 'candidate', candidate: row.candidate.id, job: null, credential: null })}
                    {...rowProps(index)}
                  >
                    {nameOf(row.candidate)}
                  </a>
                </th>
                <td>
                  <VerdictCounts verdicts={row.verdicts} />
                </td>
                <td className="cell-number">{row.credentials}</td>
                <td className="muted">{candidates.bases[row.candidate.basis]}</td>
                <td className="muted cell-tight">{formatDay(row.candidate.importedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {through.length === 0 && <p className="list-empty muted">{candidates.noneLeft}</p>}
      </div>
      <div className="table-foot">
        <HiddenCount
          view={view}
          shown={through.length}
          all={rows.length}
          onShow={() => setView({ ...ALL, sort: view.sort })}
        />
        <span id="candidate-keys">{candidates.keys}</span>
        {page.pager}
      </div>
    </div>
  );
}

interface ViewProps {
  readonly view: ListView;
  readonly onChange: (view: ListView) => void;
}

function Filters({ view, onChange }: ViewProps) {
  const search = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const start = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      search.current?.querySelector('input')?.focus();
    };
    window.addEventListener('keydown', start);
    return () => window.removeEventListener('keydown', start);
  }, []);
  return (
    <div className="list-filters" role="search">
      <div ref={search} className="list-search">
        <TextField
          label={candidates.search}
          hiddenLabel
          placeholder={candidates.searchHint}
          value={view.search}
          onChange={(text) => onChange({ ...view, search: text })}
        />
      </div>
      <SelectField<Verdict | 'any'>
        label={candidates.verdictFilter}
        hiddenLabel
        value={view.verdict}
        onChange={(verdict) => onChange({ ...view, verdict })}
        options={[
          { value: 'any', label: candidates.anyVerdict },
          ...VERDICTS.map((verdict) => ({ value: verdict, label: verdicts[verdict] })),
        ]}
      />
    </div>
  );
}

function SortableHead(props: ViewProps & { readonly column: Column; readonly isNumber?: boolean }) {
  const { column, view } = props;
  const isSorted = view.sort.column === column;
  const Arrow = view.sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      className={props.isNumber === true ? 'cell-number' : undefined}
      aria-sort={!isSorted ? undefined : view.sort.descending ? 'descending' : 'ascending'}
    >
      <button type="button" className="sort-button" onClick={() => props.onChange(sortedBy(view, column))}>
        {candidates.columns[column]}
        {isSorted && <Arrow className="icon" size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}

/** Nothing is hidden without a word. */
function HiddenCount(props: {
  readonly view: ListView;
  readonly shown: number;
  readonly all: number;
  readonly onShow: () => void;
}) {
  const hidden = props.all - props.shown;
  return (
    <span className="page-actions" role="status">
      <span className="numeric">{candidates.shown(props.shown, props.all)}</span>
      {isFiltered(props.view) && hidden > 0 && (
        <>
          <span>· {candidates.hidden(hidden)}</span>
          <Button size="small" onPress={props.onShow}>
            {candidates.showHidden}
          </Button>
        </>
      )}
    </span>
  );
}

export function VerdictCounts({ verdicts: counts }: { readonly verdicts: CandidateRow['verdicts'] }) {
  return (
    <ul className="verdict-counts">
      {VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => (
        <li key={verdict} title={verdicts[verdict]}>
          <Badge tone={VERDICT_TONES[verdict]} icon={<VerdictIcon verdict={verdict} />}>
            {counts[verdict]} {shortVerdicts[verdict]}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
