import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { addingPack, issuers as words } from '../../../shared/messages/ui.en.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import type { PackInspection, PackSummary, PublisherPin, VerificationPolicy } from '../../../shared/model/trust.ts';
import { ask, problemOf } from '../../api/engine.ts';
import { useStatus } from '../../api/queries.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { formatDay, shortHash } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Term } from '../../ui/term.tsx';
import { AddPack } from './add-pack.tsx';
import { ageOf, isOutOfDate } from './pack-words.ts';
import { TrustChangeDialog } from './trust-change-dialog.tsx';
import { useTrustCommand } from './trust-command.ts';

interface PacksProps {
  readonly packs: readonly PackSummary[];
  readonly publishers: readonly PublisherPin[];
  readonly policy: VerificationPolicy;
}

type Choice =
  | { readonly step: 'none' }
  | { readonly step: 'reading' }
  | { readonly step: 'refused'; readonly problem: Problem }
  | { readonly step: 'read'; readonly bytes: Uint8Array<ArrayBuffer>; readonly inspection: PackInspection };

/** The packs in use, how old they are and who signed them; and adding one. */
export function Packs({ packs, publishers, policy }: PacksProps) {
  const today = useStatus().data?.judgedAt ?? new Date().toISOString();
  const [choice, setChoice] = useState<Choice>({ step: 'none' });
  const inspect = async (bytes: Uint8Array<ArrayBuffer>) => {
    try {
      setChoice({ step: 'read', bytes, inspection: await ask('trust.inspectPack', { bytes }) });
    } catch (error) {
      setChoice({ step: 'refused', problem: problemOf(error) });
    }
  };
  const choose = async (file: File) => {
    setChoice({ step: 'reading' });
    await inspect(new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <>
      {choice.step === 'refused' && <ProblemNote problem={choice.problem} />}
      {choice.step === 'reading' && <p role="status">{addingPack.reading}</p>}
      {choice.step === 'read' && (
        <AddPack
          key={choice.inspection.summary.sha256}
          bytes={choice.bytes}
          inspection={choice.inspection}
          publishers={publishers}
          policy={policy}
          onPublisherPinned={() => inspect(choice.bytes)}
          onClose={() => setChoice({ step: 'none' })}
        />
      )}
      <Section
        title={<Term name="issuer pack">{words.packs}</Term>}
        note={words.packsText}
        actions={<ChoosePack onChoose={(file) => void choose(file)} />}
      >
        {packs.length === 0 ? (
          <p className="muted">{words.noPacks}</p>
        ) : (
          <DataTable
            label={words.packs}
            columns={[
              words.columns.pack,
              words.columns.publisher,
              words.columns.retrieved,
              words.columns.holds,
              { head: words.columns.act, isQuiet: true },
            ]}
            use="act"
          >
            {packs.map((pack) => (
              <PackRow key={pack.sha256} pack={pack} publishers={publishers} today={today} />
            ))}
          </DataTable>
        )}
      </Section>
    </>
  );
}

function ChoosePack({ onChoose }: { readonly onChoose: (file: File) => void }) {
  return (
    <label className="button button-secondary button-regular file-choice">
      <FilePlus2 className="icon" size={16} aria-hidden="true" />
      {words.addPack}
      <input
        type="file"
        accept=".json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file a second time is a choice as well.
          event.target.value = '';
          if (file !== undefined) onChoose(file);
        }}
      />
    </label>
  );
}

interface PackRowProps {
  readonly pack: PackSummary;
  readonly publishers: readonly PublisherPin[];
  readonly today: string;
}

function PackRow({ pack, publishers, today }: PackRowProps) {
  const removal = useTrustCommand('trust.removePack');
  return (
    <tr>
      <th scope="row">
        <bdi>{pack.source}</bdi>
        <span className="muted small issuer-id">
          <bdi>{pack.version}</bdi> · <span className="code">{shortHash(pack.sha256)}</span> ·{' '}
          {words.addedOn(formatDay(pack.importedAt))}
        </span>
      </th>
      <td>
        <SignedBy publisher={pack.publisher} publishers={publishers} />
      </td>
      <td>
        {isOutOfDate(pack, today) ? <Badge tone="warn">{ageOf(pack, today)}</Badge> : ageOf(pack, today)}
        <span className="muted small issuer-id">{words.retrievedOn(formatDay(pack.retrievedAt))}</span>
      </td>
      <td>{words.holds(pack.issuers, pack.statusLists)}</td>
      <td className="cell-tight">
        <Button look="plain" aria-label={words.removePackLabel(pack.source)} onPress={removal.open}>
          {words.removePack}
        </Button>
        <TrustChangeDialog
          title={words.removePackTitle}
          text={words.removePackText(pack.source)}
          confirm={words.removePack}
          change={{ kind: 'remove-pack', sha256: pack.sha256 }}
          isDanger
          asksReason={false}
          {...removal.dialog}
          onConfirm={() => removal.carryOut({ sha256: pack.sha256 })}
        />
      </td>
    </tr>
  );
}

function SignedBy(props: { readonly publisher: string | null; readonly publishers: readonly PublisherPin[] }) {
  const { publisher, publishers } = props;
  if (publisher === null) return <Badge tone="warn">{words.unsigned}</Badge>;
  const pin = publishers.find(({ fingerprint }) => fingerprint === publisher);
  return (
    <>
      {pin === undefined ? words.publisherUnpinned : <bdi>{words.publisherPinned(pin.name)}</bdi>}
      <span className="muted small issuer-id">
        <Fingerprint hex={publisher} />
      </span>
    </>
  );
}
