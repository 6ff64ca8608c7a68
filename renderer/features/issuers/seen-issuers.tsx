import { issuers as words } from '../../../shared/messages/ui.en.ts';
import type { IssuerPin, SeenIssuer } from '../../../shared/model/trust.ts';
import { RecognitionBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatDay } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { usePages } from '../../ui/pager.tsx';
import { Term } from '../../ui/term.tsx';
import { TrustChangeDialog } from './trust-change-dialog.tsx';
import { useTrustCommand } from './trust-command.ts';

interface SeenIssuersProps {
  readonly issuers: readonly SeenIssuer[];
  readonly pins: readonly IssuerPin[];
}

const PAGE = 50;

/** Whoever signed something in this workspace, and whether the employer knows them. */
export function SeenIssuers({ issuers, pins }: SeenIssuersProps) {
  const { rows, pager } = usePages(issuers, PAGE);
  return (
    <Section title={<Term name="issuer">{words.seen}</Term>} note={words.seenText}>
      {issuers.length === 0 ? (
        <p className="muted">{words.noIssuers}</p>
      ) : (
        <DataTable
          label={words.seen}
          columns={[
            words.columns.issuer,
            words.columns.recognition,
            { head: words.columns.credentials, look: 'number' },
            { head: words.columns.act, isQuiet: true },
          ]}
          use="act"
        >
          {rows.map((issuer) => (
            <IssuerRow
              key={issuer.issuerId}
              issuer={issuer}
              pin={pins.find(({ issuerId }) => issuerId === issuer.issuerId) ?? null}
            />
          ))}
        </DataTable>
      )}
      <div className="table-foot">{pager}</div>
    </Section>
  );
}

function IssuerRow({ issuer, pin }: { readonly issuer: SeenIssuer; readonly pin: IssuerPin | null }) {
  const name = issuer.claimedName ?? issuer.issuerId;
  return (
    <tr>
      <th scope="row">
        <bdi>{issuer.claimedName ?? words.unnamed}</bdi>
        <bdi className="muted code issuer-id">{issuer.issuerId}</bdi>
        {pin !== null && (
          <span className="muted small issuer-id">
            {words.pinnedBecause(pin.reason, pin.pinnedBy, formatDay(pin.pinnedAt))}
          </span>
        )}
      </th>
      <td>
        <RecognitionBadge recognition={issuer.recognition} />
      </td>
      <td className="cell-number">{issuer.credentials}</td>
      <td className="cell-tight">
        {pin === null ? (
          issuer.recognition !== 'recognised' && <PinAct act="pin" issuerId={issuer.issuerId} name={name} />
        ) : (
          <PinAct act="unpin" issuerId={issuer.issuerId} name={name} />
        )}
      </td>
    </tr>
  );
}

interface PinActProps {
  readonly act: 'pin' | 'unpin';
  readonly issuerId: string;
  readonly name: string;
}

const ACTS = {
  pin: { label: words.pin, named: words.pinLabel, title: words.pinTitle, text: words.pinText },
  unpin: { label: words.unpin, named: words.unpinLabel, title: words.unpinTitle, text: words.unpinText },
} as const;

function PinAct({ act, issuerId, name }: PinActProps) {
  const pinning = useTrustCommand(`trust.${act}`);
  const say = ACTS[act];
  return (
    <>
      <Button size="small" aria-label={say.named(name)} onPress={pinning.open}>
        {say.label}
      </Button>
      <TrustChangeDialog
        title={say.title}
        text={`${name} (${issuerId}). ${say.text}`}
        confirm={say.label}
        change={{ kind: act, issuerId }}
        asksReason
        {...pinning.dialog}
        onConfirm={(reason) => pinning.carryOut({ issuerId, reason })}
      />
    </>
  );
}
