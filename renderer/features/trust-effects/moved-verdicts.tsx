import '../../ui/table.css';
import './trust-effects.css';
import { ArrowRight } from 'lucide-react';
import { axisConcerns, effects, issuers } from '../../../shared/messages/ui.en.ts';
import type { Instant } from '../../../shared/model/ids.ts';
import type { MovedVerdict } from '../../../shared/model/trust.ts';
import { hrefOf } from '../../app/route.ts';
import { VerdictBadge } from '../../ui/badge.tsx';
import { formatMoment, withReadableDays } from '../../ui/format.ts';
import { usePages } from '../../ui/pager.tsx';

interface MovedVerdictsProps {
  readonly moved: readonly (MovedVerdict & { readonly at?: Instant })[];
  readonly label: string;
}

const PAGE = 25;

/** Each verdict that moves: whose, of what, from which to which, and the findings that move it. */
export function MovedVerdicts({ moved, label }: MovedVerdictsProps) {
  const { rows, pager } = usePages(moved, PAGE);
  const { columns } = issuers;
  const isDated = moved.some(({ at }) => at !== undefined);
  return (
    <>
      <div className="table-frame">
        <table className="table moved">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.person}</th>
              <th scope="col">{columns.achievement}</th>
              <th scope="col">{columns.verdict}</th>
              <th scope="col">{columns.why}</th>
              {isDated && <th scope="col">{columns.at}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, index) => (
              <MovedRow key={`${one.credential}#${index}`} moved={one} isDated={isDated} />
            ))}
          </tbody>
        </table>
      </div>
      {pager !== null && <div className="table-foot">{pager}</div>}
    </>
  );
}

function MovedRow(props: { readonly moved: MovedVerdict & { readonly at?: Instant }; readonly isDated: boolean }) {
  const { candidate, credential, person, achievement, from, to, at } = props.moved;
  const name = achievement ?? effects.unnamed;
  return (
    <tr>
      <th scope="row">
        <bdi>{person}</bdi>
      </th>
      <td>
        <a
          href={hrefOf({ screen: 'candidate', candidate, job: null, credential })}
          aria-label={effects.openCredential(name, person)}
        >
          <bdi>{name}</bdi>
        </a>
      </td>
      <td>
        <span className="moved-way">
          <VerdictBadge verdict={from} />
          <span className="moved-to">
            <ArrowRight className="icon" size={14} role="img" aria-label={effects.becomes} />
            <VerdictBadge verdict={to} />
          </span>
        </span>
      </td>
      <td>
        <Because because={props.moved.because} />
      </td>
      {props.isDated && <td className="muted small">{at === undefined ? '' : formatMoment(at)}</td>}
    </tr>
  );
}

/** The findings that moved a verdict, in the words of the new ones. */
export function Because({ because }: { readonly because: MovedVerdict['because'] }) {
  return (
    <ul className="because">
      {because.map(({ axis, message }) => (
        <li key={axis}>
          <strong>{axisConcerns[axis]}:</strong> <bdi>{withReadableDays(message)}</bdi>
        </li>
      ))}
    </ul>
  );
}
