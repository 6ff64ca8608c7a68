import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { issuers as words } from '../../../shared/messages/ui.en.ts';
import type { PackSummary } from '../../../shared/model/trust.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useStatus } from '../../api/queries.ts';
import { recheckAll } from '../../api/recheck.ts';
import { announce } from '../../ui/announcer.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { daysBetween, formatDay, shortHash } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Term } from '../../ui/term.tsx';

/** The packs in use, how old they are and who signed them. */
export function Packs({ packs }: { readonly packs: readonly PackSummary[] }) {
  const add = useCommand('trust.addPack', ['trust']);
  const today = useStatus().data?.judgedAt ?? new Date().toISOString();
  const open = async (file: File) => {
    const pack = await add.mutateAsync({ bytes: new Uint8Array(await file.arrayBuffer()) });
    announce(words.packAdded(pack.issuers));
    await recheckAll();
  };
  return (
    <Section
      title={<Term name="issuer pack">{words.packs}</Term>}
      note={words.packsText}
      actions={
        <label className="button button-secondary button-regular file-choice">
          <FilePlus2 className="icon" size={16} aria-hidden="true" />
          {words.addPack}
          <input
            type="file"
            accept=".json"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file !== undefined) void open(file).catch(() => undefined);
            }}
          />
        </label>
      }
    >
      {add.isError && <ProblemNote problem={problemOf(add.error)} />}
      {packs.length === 0 ? (
        <p className="muted">{words.noPacks}</p>
      ) : (
        <div className="table-frame">
          <table className="table">
            <caption className="visually-hidden">{words.packs}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.pack}</th>
                <th scope="col">{words.columns.publisher}</th>
                <th scope="col">{words.columns.retrieved}</th>
                <th scope="col">{words.columns.holds}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.columns.act}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {packs.map((pack) => (
                <PackRow key={pack.sha256} pack={pack} today={today} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function PackRow({ pack, today }: { readonly pack: PackSummary; readonly today: string }) {
  const [isOpen, setOpen] = useState(false);
  const remove = useCommand('trust.removePack', ['trust']);
  return (
    <tr>
      <th scope="row">
        <bdi>{pack.source}</bdi>
        <span className="muted small issuer-id">
          {pack.version} · <span className="code">{shortHash(pack.sha256)}</span>
        </span>
      </th>
      <td>
        {pack.publisher === null ? (
          <Badge tone="warn">{words.unsigned}</Badge>
        ) : (
          <bdi className="code small">{pack.publisher}</bdi>
        )}
      </td>
      <td>
        {formatDay(pack.retrievedAt)}
        <span className="muted small issuer-id">
          {words.daysOld(daysBetween(pack.retrievedAt, today))}, {expiryOf(pack, today)}
        </span>
      </td>
      <td>{words.holds(pack.issuers, pack.statusLists)}</td>
      <td className="cell-tight">
        <Button look="plain" aria-label={words.removePackLabel(pack.source)} onPress={() => setOpen(true)}>
          {words.removePack}
        </Button>
        <ConfirmDialog
          title={words.removePackTitle}
          text={words.removePackText}
          confirm={words.removePack}
          isOpen={isOpen}
          isPending={remove.isPending}
          problem={remove.isError ? problemOf(remove.error) : null}
          onClose={() => setOpen(false)}
          onConfirm={() =>
            remove.mutate(
              { sha256: pack.sha256 },
              {
                onSuccess: () => {
                  setOpen(false);
                  void recheckAll();
                },
              },
            )
          }
        />
      </td>
    </tr>
  );
}

function expiryOf({ expiresAt }: PackSummary, today: string): string {
  if (expiresAt === null) return words.noExpiry;
  return expiresAt < today ? words.expired(formatDay(expiresAt)) : words.expires(formatDay(expiresAt));
}
