import './settings.css';
import { Radio, RadioGroup } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { InputOf, WorkspaceStatus } from '../../../shared/api/contract.ts';
import { settings as words } from '../../../shared/messages/ui.en.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useStatus } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Toggle } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { Page, Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { Term } from '../../ui/term.tsx';
import { usesModel } from '../ranking/model-use.ts';
import { TaxonomiesSection } from '../taxonomies/taxonomies-section.tsx';
import { RecheckButton, RecheckOutcome } from '../trust-effects/recheck.tsx';

export function SettingsScreen() {
  const query = useStatus();
  return (
    <Page title={words.title} width="text">
      <Loaded query={query}>{(status) => <Settings status={status} />}</Loaded>
    </Page>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;

function Settings({ status }: { readonly status: WorkspaceStatus }) {
  const command = useCommand('workspace.set', ['workspace', 'candidates', 'ranking']);
  const set = (change: InputOf<'workspace.set'>) => command.mutate(change, { onSuccess: () => announce(words.saved) });
  return (
    <>
      {command.isError && <ProblemNote problem={problemOf(command.error)} />}
      <Section title={words.appearance}>
        <div className="settings">
          <RadioGroup
            className="themes"
            aria-label={words.theme}
            value={status.theme}
            onChange={(chosen) => {
              const theme = THEMES.find((one) => one === chosen);
              if (theme !== undefined) set({ theme });
            }}
          >
            {THEMES.map((theme) => (
              <Radio key={theme} value={theme} className="theme">
                {words.themes[theme]}
              </Radio>
            ))}
          </RadioGroup>
        </div>
      </Section>
      <Section title={words.screening}>
        <div className="settings">
          <Setting text={words.blindText} term={<Term name="pseudonym">{words.whatIsPseudonym}</Term>}>
            <Toggle label={words.blind} isOn={status.blind} onChange={(blind) => set({ blind })} />
          </Setting>
          <Setting text={words.aiText} term={<Term name="text similarity">{words.whatIsSimilarity}</Term>}>
            <Toggle label={words.ai} isOn={usesModel(status)} onChange={(useModel) => set({ useModel })} />
          </Setting>
        </div>
      </Section>
      <Section title={words.trustTitle}>
        <div className="settings">
          <Setting text={words.recheckText}>
            <p>
              {words.judged} <strong>{formatDay(status.judgedAt)}</strong>,{' '}
              {status.fixedDate ? words.judgedFixed : words.judgedNow}.
            </p>
          </Setting>
          <div className="page-actions">
            <RecheckButton />
          </div>
        </div>
        <RecheckOutcome />
      </Section>
      <TaxonomiesSection />
      <Section title={words.keyboard}>
        <Keys />
      </Section>
    </>
  );
}

function Setting(props: { readonly text: string; readonly term?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="setting">
      {props.children}
      <p className="muted">
        {props.text} {props.term}
      </p>
    </div>
  );
}

function Keys() {
  return (
    <TableFrame label={words.keyboard}>
      <table className="table">
        <caption className="visually-hidden">{words.keyboard}</caption>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody>
          {words.keys.map(({ key, does }) => (
            <tr key={key}>
              <th scope="row" className="cell-tight">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
