import { TriangleAlert } from 'lucide-react';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { RankedCandidate } from '../../../shared/model/match.ts';
import { BandMark } from '../../ui/badge.tsx';
import { formatPoints } from '../../ui/format.ts';
import type { RowProps } from '../../ui/row-keys.ts';
import { splitOf } from './ranking-facts.ts';
import type { RankedPerson } from './ranking-list.ts';

interface RankingRowProps {
  readonly person: RankedPerson;
  /** Null until it was asked why they stand here. */
  readonly explained: RankedCandidate | null;
  readonly name: string;
  readonly isOpen: boolean;
  /** Not every wording of theirs is embedded yet. */
  readonly isWaiting: boolean;
  readonly isChosen: boolean;
  readonly canChoose: boolean;
  readonly rowProps: RowProps;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
}

/** One person of the ranking. */
export function RankingRow(props: RankingRowProps) {
  const { person, explained, name, isOpen, rowProps } = props;
  return (
    <tr className={isOpen ? 'row-current' : undefined}>
      <td className="cell-number">{person.rank}</td>
      <th scope="row">
        <button type="button" className="row-link" aria-expanded={isOpen} onClick={props.onOpen} {...rowProps}>
          {name}
        </button>
      </th>
      <td>
        <BandMark band={person.band} />
        {props.isWaiting && <span className="muted small">{words.stillRead}</span>}
      </td>
      <td>
        <Musts mustHaves={person.mustHaves} />
      </td>
      <td>
        {explained === null ? <span className="muted small">{words.stillAsked}</span> : <SplitBar ranked={explained} />}
      </td>
      <td className="cell-number muted">{formatPoints(person.score)}</td>
      <td className="cell-tight">
        <label className="choose">
          <input
            type="checkbox"
            aria-label={words.choosePerson(name)}
            checked={props.isChosen}
            disabled={!props.isChosen && !props.canChoose}
            tabIndex={rowProps.tabIndex}
            onChange={props.onChoose}
          />
        </label>
      </td>
    </tr>
  );
}

function Musts({ mustHaves: { evidenced, total } }: Pick<RankedPerson, 'mustHaves'>) {
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
function SplitBar({ ranked }: { readonly ranked: RankedCandidate }) {
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
