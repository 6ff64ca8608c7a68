import { FileDown } from 'lucide-react';
import { missing as words, issuers } from '../../../shared/messages/ui.en.ts';
import { useMissing } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { download } from '../../ui/download.ts';
import { Section } from '../../ui/page.tsx';
import { usePages } from '../../ui/pager.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import type { MissingTrustData } from '../../../shared/model/trust.ts';
import { FETCH_COMMAND, missingListFile } from './missing-list.ts';

/** What credentials refer to and no pack holds, and how to come by it without this computer going online. */
export function MissingData() {
  const query = useMissing();
  return <Loaded query={query}>{(list) => <MissingList list={list} />}</Loaded>;
}

const PAGE = 50;

function MissingList({ list }: { readonly list: readonly MissingTrustData[] }) {
  const { rows, pager } = usePages(list, PAGE);
  const save = () => {
    const file = missingListFile(list);
    download(file);
    announce(words.saved(file.fileName));
  };
  return (
    <>
      <Section
        title={words.title}
        note={words.lead}
        actions={
          list.length > 0 && (
            <Button look="primary" onPress={save}>
              <FileDown className="icon" size={16} aria-hidden="true" />
              {words.save}
            </Button>
          )
        }
      >
        {list.length === 0 ? (
          <p className="muted">{words.none}</p>
        ) : (
          <DataTable
            label={words.title}
            columns={[issuers.columns.what, issuers.columns.settles, { head: issuers.columns.helps, look: 'number' }]}
            use="read"
            className="missing"
          >
            {rows.map(({ kind, id, credentials }) => (
              <tr key={`${kind} ${id}`}>
                <th scope="row">
                  {words.kinds[kind]}
                  <bdi className="muted code small issuer-id">{id}</bdi>
                </th>
                <td>{words.settles[kind]}</td>
                <td className="cell-number">{credentials}</td>
              </tr>
            ))}
          </DataTable>
        )}
        {pager !== null && <div className="table-foot">{pager}</div>}
      </Section>
      {list.length > 0 && (
        <Section title={words.howTitle}>
          <ol className="steps">
            {words.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>
            <code className="code command">{FETCH_COMMAND}</code>
          </p>
        </Section>
      )}
    </>
  );
}
