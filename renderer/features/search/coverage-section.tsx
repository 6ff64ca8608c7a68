import './search.css';
import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { gaps as words, priorities, shell } from '../../../shared/messages/ui.en.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import type { RequirementCoverage } from '../../../shared/model/search.ts';
import { problemOf } from '../../api/engine.ts';
import { hrefOf } from '../../app/route.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { coverageState, shownByNobody, widestGapsFirst, type CoverageState } from './coverage-rows.ts';
import { useCoverage } from './search-queries.ts';

interface CoverageSectionProps {
  readonly job: Job;
  readonly settings: MatchSettings;
  /** People who are ranked; null until the ranking is there. */
  readonly people: number | null;
}

/** “What nobody shows”: the requirements of a job by how many people evidence them, the gaps of the pool first. */
export function CoverageSection({ job, settings, people }: CoverageSectionProps) {
  const query = useCoverage(job.id, settings, people !== null && people > 0);
  if (people === null || people === 0) return null;
  const lines = query.data;
  return (
    <Section title={words.title} note={words.note(people)}>
      {query.isError && <ProblemNote problem={problemOf(query.error)} onRetry={() => void query.refetch()} />}
      {query.isPending && (
        <p className="muted" role="status">
          {shell.loading}
        </p>
      )}
      {lines !== undefined && (
        <>
          <p role="status">{words.sum(shownByNobody(lines), lines.length)}</p>
          <CoverageTable lines={widestGapsFirst(lines)} job={job} />
        </>
      )}
    </Section>
  );
}

interface CoverageTableProps {
  readonly lines: readonly RequirementCoverage[];
  readonly job: Job;
}

function CoverageTable({ lines, job }: CoverageTableProps) {
  return (
    <DataTable
      label={words.table}
      columns={[
        words.columns.requirement,
        words.columns.state,
        { head: words.columns.evidenced, look: 'tight-number' },
        { head: words.columns.alike, look: 'tight-number' },
        { head: words.columns.act, look: 'tight' },
      ]}
      use="act"
    >
      {lines.map((line) => (
        <CoverageRow key={line.requirement} line={line} job={job} />
      ))}
    </DataTable>
  );
}

function CoverageRow({ line, job }: { readonly line: RequirementCoverage; readonly job: Job }) {
  const priority = job.requirements.find(({ id }) => id === line.requirement)?.priority;
  return (
    <tr>
      <th scope="row">
        <bdi>{line.requirementText}</bdi>
        {priority !== undefined && <span className="coverage-priority muted small">{priorities[priority]}</span>}
      </th>
      <td>
        <State state={coverageState(line)} />
      </td>
      <td className="cell-number">{line.evidenced}</td>
      <td className="cell-number">{line.alike}</td>
      <td className="cell-tight">
        <a
          href={hrefOf({ screen: 'search', text: line.requirementText, like: null })}
          aria-label={words.findFor(line.requirementText)}
        >
          {words.find}
        </a>
      </td>
    </tr>
  );
}

const ICONS = { nobody: CircleDashed, alike: CircleDot, evidenced: CircleCheck };

function State({ state }: { readonly state: CoverageState }) {
  const Icon = ICONS[state];
  return (
    <span className={`coverage-state coverage-${state}`}>
      <Icon className="icon" size={14} aria-hidden="true" />
      {words.states[state]}
    </span>
  );
}
