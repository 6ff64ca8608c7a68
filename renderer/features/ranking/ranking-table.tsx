import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CandidateRow } from '../../../shared/api/contract.ts';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Ranking } from '../../../shared/model/match.ts';
import { replaceRoute } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { Toggle } from '../../ui/field.tsx';
import { shortHash } from '../../ui/format.ts';
import { usePages } from '../../ui/pager.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { focusedRow, useRowKeys } from '../../ui/row-keys.ts';
import { Term } from '../../ui/term.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { useChosenPeople } from './chosen-people.ts';
import { Explanation } from './explanation.tsx';
import { everybodyIn, inScreenOrder, withEveryMust } from './ranking-list.ts';
import { RankingRow } from './ranking-row.tsx';
import { useExplained } from './use-explained.ts';
import { WhyAbovePanel } from './why-above.tsx';

interface RankingTableProps {
  readonly ranking: Ranking;
  readonly job: Job;
  readonly people: readonly CandidateRow[];
  /** Whose explanation is open. */
  readonly candidate: CandidateId | null;
  /** Other settings are being computed; what is shown belongs to those before. */
  readonly isStale: boolean;
  /** Of whom not every wording is embedded yet. */
  readonly waiting: ReadonlySet<CandidateId>;
}

const PAGE = 100;

const COLUMNS: readonly (string | TableColumn)[] = [
  { head: words.columns.rank, look: 'tight-number' },
  words.columns.candidate,
  { head: <Term name="band">{words.columns.band}</Term> },
  { head: <Term name="must-have">{words.columns.musts}</Term> },
  words.columns.evidence,
  { head: words.columns.points, look: 'tight-number' },
  { head: words.columns.choose, look: 'tight' },
];

/** Everybody, page by page; why somebody stands here is asked when the page is shown, where it is not known yet. */
export function RankingTable({ ranking, job, people, candidate, isStale, waiting }: RankingTableProps) {
  const names = useMemo(() => new Map(people.map((row) => [row.candidate.id, nameOf(row.candidate)])), [people]);
  const nameFor = (id: CandidateId) => names.get(id) ?? id;
  const everybody = useMemo(() => everybodyIn(ranking), [ranking]);
  const ordered = useMemo(() => inScreenOrder(everybody, ranking, people), [everybody, ranking, people]);
  const [isFiltered, setFiltered] = useState(false);
  const shown = useMemo(() => (isFiltered ? withEveryMust(ordered) : ordered), [isFiltered, ordered]);
  const { rows, pager } = usePages(shown, PAGE);
  const explained = useExplained(
    ranking,
    rows.map((row) => row.candidate),
  );
  const chosen = useChosenPeople((id) => names.has(id));
  const [one, other, ...more] = chosen.chosen;
  const table = useRef<HTMLTableElement>(null);
  const { rowProps, onKeyDown, focusRow } = useRowKeys(table, rows.length);
  const opened = useExplained(ranking, candidate === null ? [] : [candidate]);
  const open = candidate === null ? null : opened.of(candidate);
  const problem = explained.problem ?? opened.problem;
  const show = (id: CandidateId | null) => replaceRoute({ screen: 'ranking', job: job.id, candidate: id });
  const close = () => {
    show(null);
    focusRow(
      Math.max(
        0,
        rows.findIndex((ranked) => ranked.candidate === candidate),
      ),
    );
  };
  return (
    <div
      className={open === null ? 'ranking' : 'ranking ranking-open'}
      aria-busy={isStale}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && open !== null) close();
      }}
    >
      <div className="list">
        {one !== undefined && other !== undefined && more.length === 0 && (
          <WhyAbovePanel
            job={job.id}
            settings={ranking.settings}
            two={[one, other]}
            nameFor={nameFor}
            onClose={chosen.clear}
          />
        )}
        <div className="ranking-tools">
          <Toggle label={words.filterMusts} isOn={isFiltered} onChange={setFiltered} />
          <p role="status" className="muted">
            {shown.length < ordered.length && words.hiddenByFilter(ordered.length - shown.length)}
          </p>
          {shown.length < ordered.length && (
            <Button size="small" look="plain" onPress={() => setFiltered(false)}>
              {words.showHidden}
            </Button>
          )}
          <ChosenBar job={job.id} people={chosen} nameFor={nameFor} />
        </div>
        {problem !== null && <ProblemNote problem={problem} />}
        <DataTable
          label={words.table}
          columns={COLUMNS}
          use="act"
          className="table-rows"
          keys={{
            ref: table,
            onKeyDown: (event) => {
              const row = event.key === 'x' ? focusedRow(event.target) : null;
              const person = row === null ? undefined : rows[row];
              if (person === undefined) onKeyDown(event);
              else chosen.toggle(person.candidate);
            },
            'aria-describedby': 'ranking-keys',
          }}
          note={
            rows.length === 0 && (
              <p className="list-empty muted">{ordered.length === 0 ? words.noCandidates : words.nobodyHasAll}</p>
            )
          }
        >
          {rows.map((person, index) => (
            <RankingRow
              key={person.candidate}
              person={person}
              explained={explained.of(person.candidate)}
              name={nameFor(person.candidate)}
              isOpen={person.candidate === open?.candidate}
              isWaiting={waiting.has(person.candidate)}
              isChosen={chosen.chosen.includes(person.candidate)}
              canChoose={!chosen.isFull}
              rowProps={rowProps(index)}
              onOpen={() => show(person.candidate === candidate ? null : person.candidate)}
              onChoose={() => chosen.toggle(person.candidate)}
            />
          ))}
        </DataTable>
        <div className="table-foot">
          <span id="ranking-keys">{words.keys}</span>
          <span title={ranking.inputsHash}>{words.inputs(shortHash(ranking.inputsHash))}</span>
          {pager}
        </div>
      </div>
      {open !== null && (
        <ExplanationPanel key={open.candidate} label={words.explain(nameFor(open.candidate))}>
          <Explanation
            everybody={everybody}
            settings={ranking.settings}
            ranked={open}
            explainedOf={explained.of}
            job={job}
            nameFor={nameFor}
            onClose={close}
          />
        </ExplanationPanel>
      )}
    </div>
  );
}

/** Stands beside the table and takes the focus when it opens. */
function ExplanationPanel({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section ref={panel} className="explanation" aria-label={label} tabIndex={-1}>
      {children}
    </section>
  );
}
