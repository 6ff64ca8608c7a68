import { useState } from 'react';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { JobId, RefusalId } from '../../../shared/model/ids.ts';
import type { Refusal } from '../../../shared/model/match.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useRefusals } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/page.tsx';

const { asked, held, where, reason, act } = words.refusalColumns;
const COLUMNS = [asked, held, where, reason, act];

/** Every rule that two wordings are not the same skill, to be read and removed. */
export function RefusalList({ job }: { readonly job: JobId }) {
  const refusals = useRefusals().data ?? [];
  if (refusals.length === 0) return null;
  return (
    <Section title={words.refusals(refusals.length)}>
      <DataTable label={words.refusalsTable} columns={COLUMNS} use="act">
        {refusals.map((refusal) => (
          <tr key={refusal.id}>
            <th scope="row">
              <bdi>{refusal.asked}</bdi>
            </th>
            <td>
              <bdi>{refusal.held}</bdi>
            </td>
            <td>{whereOf(refusal, job)}</td>
            <td>
              {refusal.reason === null ? (
                <span className="muted">{words.reasonErased}</span>
              ) : (
                <bdi>{refusal.reason}</bdi>
              )}
            </td>
            <td>
              <TakeBack refusal={refusal} />
            </td>
          </tr>
        ))}
      </DataTable>
    </Section>
  );
}

/** Under a requirement: what a rule kept from counting there. */
export function RefusedHere({ ids }: { readonly ids: readonly RefusalId[] }) {
  const refusals = useRefusals().data ?? [];
  return refusals
    .filter(({ id }) => ids.includes(id))
    .map((refusal) => (
      <p key={refusal.id} className="refused-here">
        <span className="muted">
          <bdi>{words.refusedHere(refusal.held)}</bdi>
        </span>{' '}
        <TakeBack refusal={refusal} />
      </p>
    ));
}

function whereOf(refusal: Refusal, job: JobId): string {
  if (refusal.job === null) return words.everyJob;
  return refusal.job === job ? words.thisJob : words.otherJob;
}

function TakeBack({ refusal }: { readonly refusal: Refusal }) {
  const [isOpen, setOpen] = useState(false);
  const remove = useCommand('refusals.remove', ['ranking', 'profiles']);
  return (
    <>
      <Button size="small" look="plain" aria-label={words.takeBackRefusal(refusal.held)} onPress={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <ReasonDialog
        title={words.judgeTitle.withdrawn}
        text={words.takeBackText}
        confirm={words.judgeConfirm}
        isOpen={isOpen}
        isPending={remove.isPending}
        problem={remove.isError ? problemOf(remove.error) : null}
        onClose={() => setOpen(false)}
        onConfirm={(reason) => remove.mutate({ refusal: refusal.id, reason }, { onSuccess: () => setOpen(false) })}
      />
    </>
  );
}
