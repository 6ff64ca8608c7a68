import '../../ui/table.css';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CandidateRow } from '../../../shared/api/contract.ts';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankedCandidate, Ranking } from '../../../shared/model/match.ts';
import { replaceRoute } from '../../app/navigation.ts';
import { BandMark } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Toggle } from '../../ui/field.tsx';
import { formatPoints, shortHash } from '../../ui/format.ts';
import { usePages } from '../../ui/pager.tsx';
import { focusedRow, useRowKeys } from '../../ui/row-keys.ts';
import { Term } from '../../ui/term.tsx';
import { nameOf } from '../candidates/candidate-name.ts';
import { Explanation } from './explanation.tsx';
import { inScreenOrder, splitOf, withEveryMust } from './ranking-facts.ts';
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

export function RankingTable({ ranking, job, people, candidate, isStale, waiting }: RankingTableProps) {
  const names = useMemo(() => new Map(people.map((row) => [row.candidate.id, nameOf(row.candidate)])), [people]);
  const nameFor = (id: CandidateId) => names.get(id) ?? id;
  const ordered = useMemo(() => inScreenOrder(ranking, people), [ranking, people]);
  const [isFiltered, setFiltered] = useState(false);
  const shown = useMemo(() => (isFiltered ? withEveryMust(ordered) : ordered), [isFiltered, ordered]);
  const { rows, pager } = usePages(shown, PAGE);
  const [compared, setCompared] = useState<readonly CandidateId[]>([]);
  const [one, other] = compared;
  const table = useRef<HTMLTableElement>(null);
  const { rowProps, onKeyDown, focusRow } = useRowKeys(table, rows.length);
  const open = ranking.candidates.find((ranked) => ranked.candidate === candidate);
  const show = (id: CandidateId | null) => replaceRoute({ screen: 'ranking', job: job.id, candidate: id });
  const choose = (id: CandidateId) => setCompared(toggled(compared, id));
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
      className={open === undefined ? 'ranking' : 'ranking ranking-open'}
      aria-busy={isStale}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && open !== undefined) close();
      }}
    >
      <div className="list">
        {one !== undefined && other !== undefined && (
          <WhyAbovePanel
            job={job.id}
            settings={ranking.settings}
            two={[one, other]}
            nameFor={nameFor}
            onClose={() => setCompared([])}
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
          <p role="status" className="muted">
            {one !== undefined && other === undefined && words.askWhyMore(nameFor(one))}
          </p>
        </div>
        <div className="table-frame">
          <table
            className="table table-rows"
            ref={table}
            onKeyDown={(event) => {
              const row = event.key === 'x' ? focusedRow(event.target) : null;
              const chosen = row === null ? undefined : rows[row];
              if (chosen === undefined) onKeyDown(event);
              else choose(chosen.candidate);
            }}
            aria-describedby="ranking-keys"
          >
            <caption className="visually-hidden">{words.table}</caption>
            <thead>
              <tr>
                <th scope="col" className="cell-number cell-tight">
                  {words.columns.rank}
                </th>
                <th scope="col">{words.columns.candidate}</th>
                <th scope="col">
                  <Term name="band">{words.columns.band}</Term>
                </th>
                <th scope="col">
                  <Term name="must-have">{words.columns.musts}</Term>
                </th>
                <th scope="col">{words.columns.evidence}</th>
                <th scope="col" className="cell-number cell-tight">
                  {words.columns.points}
                </th>
                <th scope="col" className="cell-tight">
                  {words.askWhy}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((ranked, index) => (
                <tr key={ranked.candidate} className={ranked === open ? 'row-current' : undefined}>
                  <td className="cell-number">{ranked.rank}</td>
                  <th scope="row">
                    <button
                      type="button"
                      className="row-link"
                      aria-expanded={ranked === open}
                      onClick={() => show(ranked === open ? null : ranked.candidate)}
                      {...rowProps(index)}
                    >
                      {nameFor(ranked.candidate)}
                    </button>
                  </th>
                  <td>
                    <BandMark band={ranked.band} />
                    {waiting.has(ranked.candidate) && <span className="muted small">{words.stillRead}</span>}
                  </td>
                  <td>
                    <Musts ranked={ranked} />
                  </td>
                  <td>
                    <SplitBar ranked={ranked} />
                  </td>
                  <td className="cell-number muted">{formatPoints(ranked.score)}</td>
                  <td className="cell-tight">
                    <AskWhyBox
                      name={nameFor(ranked.candidate)}
                      isChosen={compared.includes(ranked.candidate)}
                      tabIndex={rowProps(index).tabIndex}
                      onChange={() => choose(ranked.candidate)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length === 0 && (
            <p className="list-empty muted">{ordered.length === 0 ? words.noCandidates : words.nobodyHasAll}</p>
          )}
        </div>
        <div className="table-foot">
          <span id="ranking-keys">{words.keys}</span>
          <span title={ranking.inputsHash}>{words.inputs(shortHash(ranking.inputsHash))}</span>
          {pager}
        </div>
      </div>
      {open !== undefined && (
        <ExplanationPanel key={open.candidate} label={words.explain(nameFor(open.candidate))}>
          <Explanation ranking={ranking} ranked={open} job={job} nameFor={nameFor} onClose={close} />
        </ExplanationPanel>
      )}
    </div>
  );
}

/** A third choice takes the place of the first. */
function toggled(compared: readonly CandidateId[], candidate: CandidateId): readonly CandidateId[] {
  if (compared.includes(candidate)) return compared.filter((chosen) => chosen !== candidate);
  return [...compared, candidate].slice(-2);
}

interface AskWhyBoxProps {
  readonly name: string;
  readonly isChosen: boolean;
  /** With its row: one stop of Tab for the whole table. */
  readonly tabIndex: number;
  readonly onChange: () => void;
}

function AskWhyBox(props: AskWhyBoxProps) {
  return (
    <label className="ask-why">
      <input
        type="checkbox"
        aria-label={words.askWhyOf(props.name)}
        checked={props.isChosen}
        tabIndex={props.tabIndex}
        onChange={props.onChange}
      />
    </label>
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

export function Musts({ ranked }: { readonly ranked: RankedCandidate }) {
  const { evidenced, total } = ranked.mustHaves;
  if (total === 0) return <span className="muted">{words.noMusts}</span>;
  return (
    <span className="musts numeric">
      {words.musts(evidenced, total)}
      {evidenced < total && <TriangleAlert className="icon musts-missing" size={13} aria-label={words.missing} />}
    </span>
  );
}

const STANDINGS = ['verified', 'reserved', 'claimed', 'judged', 'none'] as const;

/** How firmly the evidence stands, as one bar in patterns and as words. */
export function SplitBar({ ranked }: { readonly ranked: RankedCandidate }) {
  const split = splitOf(ranked.requirements);
  return (
    <span className="split">
      <span className="split-bar" aria-hidden="true">
        {STANDINGS.filter((standing) => split[standing] > 0).map((standing) => (
          <span key={standing} className={`split-part split-${standing}`} style={{ flexGrow: split[standing] }} />
        ))}
      </span>
      <span className="visually-hidden">{words.splitLabel(split)}</span>
      <span className="muted small numeric" aria-hidden="true">
        {STANDINGS.filter((standing) => standing !== 'none' && split[standing] > 0)
          .map((standing) => `${split[standing]} ${words.split[standing]}`)
          .join(' · ') || words.split.none}
      </span>
    </span>
  );
}
