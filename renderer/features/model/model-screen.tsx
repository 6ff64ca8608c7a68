import './model.css';
import { model as words, shell } from '../../../shared/messages/ui.en.ts';
import type { DecidingNumber, ModelState } from '../../../shared/model/match.ts';
import { useNumbers, useStatus } from '../../api/queries.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { Term } from '../../ui/term.tsx';
import { ReliabilitySection } from './reliability-section.tsx';

export function ModelScreen() {
  const status = useStatus();
  const numbers = useNumbers();
  return (
    <Page title={words.title} lead={words.lead} width="text">
      <Section title={words.inUse}>
        <Loaded query={status}>{({ model }) => <InUse model={model} />}</Loaded>
      </Section>
      <Section title={<Term name="text similarity">{words.meaning}</Term>}>
        <Paragraphs texts={words.meaningText} />
      </Section>
      <ReliabilitySection />
      <Section title={words.limits}>
        <Paragraphs texts={words.limitsText} />
      </Section>
      <Section title={words.numbers} note={words.numbersText}>
        <Loaded query={numbers}>{(all) => <Numbers numbers={all} />}</Loaded>
      </Section>
    </Page>
  );
}

function InUse({ model }: { readonly model: ModelState }) {
  if (model.state === 'absent') {
    return (
      <p>
        {words.absent}. {shell.modelBanner(shell.modelBecause[model.code])}
      </p>
    );
  }
  return (
    <dl className="model-facts">
      <dt>{words.id}</dt>
      <dd>{model.id}</dd>
      <dt>{words.hash}</dt>
      <dd className="code">{model.sha256}</dd>
      <dt>{words.calibration}</dt>
      <dd>{model.calibrated ? words.calibrated : words.uncalibrated}</dd>
    </dl>
  );
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return (
    <div className="prose">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly DecidingNumber[] }) {
  const groups = [...new Set(numbers.map(({ group }) => group))];
  return (
    <TableFrame label={words.numbers}>
      <table className="table">
        <caption className="visually-hidden">{words.numbers}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col" className="cell-number">
              {words.columns.value}
            </th>
            <th scope="col">{words.columns.decides}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="number-group">
                {group}
              </th>
            </tr>
            {numbers
              .filter((number) => number.group === group)
              .map(({ name, value, decides }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="cell-number">{value}</td>
                  <td className="muted">{decides}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}
