import { issuers as words } from '../../../shared/messages/ui.en.ts';
import type { PublisherPin } from '../../../shared/model/trust.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { Term } from '../../ui/term.tsx';
import { TrustChangeDialog } from './trust-change-dialog.tsx';
import { useTrustCommand } from './trust-command.ts';

/** Whose packs the employer takes without a further question. */
export function Publishers({ publishers }: { readonly publishers: readonly PublisherPin[] }) {
  return (
    <Section title={<Term name="publisher">{words.publishers}</Term>} note={words.publishersText}>
      {publishers.length === 0 ? (
        <p className="muted">{words.noPublishers}</p>
      ) : (
        <DataTable
          label={words.publishers}
          columns={[words.columns.publisher, words.columns.fingerprint, { head: words.columns.act, isQuiet: true }]}
          use="act"
        >
          {publishers.map((publisher) => (
            <PublisherRow key={publisher.fingerprint} publisher={publisher} />
          ))}
        </DataTable>
      )}
    </Section>
  );
}

function PublisherRow({ publisher }: { readonly publisher: PublisherPin }) {
  const { fingerprint, name, reason, pinnedBy, pinnedAt } = publisher;
  const unpinning = useTrustCommand('trust.unpinPublisher');
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <span className="muted small issuer-id">
          <bdi>{words.pinnedBecause(reason, pinnedBy, formatDay(pinnedAt))}</bdi>
        </span>
      </th>
      <td className="small">
        <Fingerprint hex={fingerprint} />
      </td>
      <td className="cell-tight">
        <Button look="plain" aria-label={words.unpinPublisherLabel(name)} onPress={unpinning.open}>
          {words.unpinPublisher}
        </Button>
        <TrustChangeDialog
          title={words.unpinPublisherTitle}
          text={words.unpinPublisherText(name)}
          confirm={words.unpinPublisher}
          change={{ kind: 'unpin-publisher', fingerprint }}
          asksReason
          {...unpinning.dialog}
          onConfirm={(given) => unpinning.carryOut({ fingerprint, reason: given })}
        />
      </td>
    </tr>
  );
}
