import { X } from 'lucide-react';
import { ranking as words, tiers } from '../../../shared/messages/ui.en.ts';
import type { ComparedSide, WhyAbove } from '../../../shared/model/explanation.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import type { MatchSettings } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useWhyAbove } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatPoints } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { whySentence, whyTitle, type NameFor } from './why-sentence.ts';

interface WhyAbovePanelProps {
  readonly job: JobId;
  readonly settings: MatchSettings;
  readonly two: readonly [CandidateId, CandidateId];
  readonly nameFor: NameFor;
  readonly onClose: () => void;
}

/** “Why is A above B?” in one sentence and a table. */
export function WhyAbovePanel({ job, settings, two, nameFor, onClose }: WhyAbovePanelProps) {
  const query = useWhyAbove(job, settings, two);
  const why = query.data;
  const title = why === undefined ? '' : whyTitle(why, nameFor);
  return (
    <section className="why-above" aria-label={words.askWhyAnswer} aria-busy={query.isFetching}>
      <div className="explanation-title">
        <h2>{title}</h2>
        <Button look="plain" size="small" aria-label={words.closeWhy} onPress={onClose}>
          <X className="icon" size={16} aria-hidden="true" />
        </Button>
      </div>
      {query.isError && <ProblemNote problem={problemOf(query.error)} />}
      {why !== undefined && (
        <>
          <p className="why-sentence" role="status">
            {!settings.useModel && `${words.whyOff} `}
            <bdi>{whySentence(why, nameFor)}</bdi>
          </p>
          <WhyTable why={why} nameFor={nameFor} />
        </>
      )}
    </section>
  );
}

function WhyTable({ why, nameFor }: { readonly why: WhyAbove; readonly nameFor: NameFor }) {
  return (
    <DataTable
      label={words.whyTable}
      columns={[
        words.requirement,
        nameFor(why.above),
        nameFor(why.below),
        { head: words.difference, look: 'tight-number' },
      ]}
      use="read"
      className="why-table"
      foot={
        <tr>
          <th scope="row">{words.total}</th>
          <td className="numeric">{formatPoints(why.scores.above)}</td>
          <td className="numeric">{formatPoints(why.scores.below)}</td>
          <td className="cell-number">{signed(why.scores.difference)}</td>
        </tr>
      }
    >
      {why.requirements.map(({ requirement, requirementText, above, below, difference }) => (
        <tr key={requirement}>
          <th scope="row">
            <bdi>{requirementText}</bdi>
          </th>
          <Side side={above} />
          <Side side={below} />
          <td className="cell-number">{signed(difference)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function Side({ side }: { readonly side: ComparedSide }) {
  return (
    <td>
      <span className="numeric">{formatPoints(side.points)}</span>{' '}
      <span className="muted small">
        {tiers[side.tier]}
        {side.evidence !== null && (
          <>
            {': '}
            <q>
              <bdi>{side.evidence.quote}</bdi>
            </q>
          </>
        )}
      </span>
    </td>
  );
}

/** With its sign, so that who is ahead is told without colour. */
function signed(points: number): string {
  if (points === 0) return formatPoints(0);
  return `${points > 0 ? '+' : '−'}${formatPoints(Math.abs(points))}`;
}
