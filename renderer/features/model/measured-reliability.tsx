import '../../ui/report-pieces.css';
import { reliability as words } from '../../../shared/messages/reliability.en.ts';
import type { ModelState } from '../../../shared/model/match.ts';
import { casesIn, type Reliability, type ReliabilityTable } from '../../../shared/model/reliability.ts';
import { ReliabilityPicture } from '../../../shared/reports/ReliabilityPicture.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';

interface MeasuredReliabilityProps {
  readonly model: ModelState;
  readonly all: readonly Reliability[];
}

/** The pictures of the model in use, or why there are none. */
export function MeasuredReliability({ model, all }: MeasuredReliabilityProps) {
  if (model.state === 'ready' && !model.calibrated) return <p>{words.uncalibrated}</p>;
  const own = all.find((one) => one.model === (model.state === 'ready' ? model.sha256 : null));
  if (own === undefined || (own.pairs === null && own.suggestions === null)) return <p>{words.notMeasured}</p>;
  return (
    <div className="reliability">
      <p>
        {model.state === 'absent' && `${words.wordsAlone} `}
        {words.howToRead}
      </p>
      {(['pairs', 'suggestions'] as const).map((kind) => {
        const table = own[kind];
        return table === null ? null : <Reading key={kind} table={table} {...words[kind]} />;
      })}
    </div>
  );
}

/** The picture, what it means in words, and its numbers. */
function Reading(props: {
  readonly table: ReliabilityTable;
  readonly title: string;
  readonly of: (count: number) => string;
}) {
  const { table, title } = props;
  const cases = props.of(casesIn(table));
  return (
    <article className="reliability-reading">
      <h3>{title}</h3>
      <p>{words.meaning(table, cases)}</p>
      <ReliabilityPicture table={table} title={title} cases={cases} />
      <Bins table={table} title={title} />
    </article>
  );
}

function Bins({ table: { bins }, title }: { readonly table: ReliabilityTable; readonly title: string }) {
  const share = (count: number, value: number) => (count === 0 ? words.none : words.percent(value));
  return (
    <TableFrame label={title}>
      <table className="table reliability-bins">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.range}</th>
            {[words.columns.count, words.columns.said, words.columns.cameTrue].map((column) => (
              <th key={column} scope="col" className="cell-number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, count, said, cameTrue }, index) => (
            <tr key={from}>
              <th scope="row">{words.range(from, bins[index + 1]?.from ?? 1)}</th>
              <td className="cell-number">{words.count(count)}</td>
              <td className="cell-number">{share(count, said)}</td>
              <td className="cell-number">{share(count, cameTrue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
