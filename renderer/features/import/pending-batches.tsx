import { importing } from '../../../shared/messages/ui.en.ts';
import type { BatchId } from '../../../shared/model/ids.ts';
import { usePendingImports } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import { useImport } from './import-provider.tsx';

/** Imports that were cancelled or cut off; the one on screen has its own buttons. */
export function PendingBatches({ current }: { readonly current: BatchId | null }) {
  const { run, discard } = useImport();
  const pending = (usePendingImports().data ?? []).filter(({ batch }) => batch !== current);
  if (pending.length === 0) return null;
  return (
    <Section title={importing.pendingTitle}>
      <ul className="pending">
        {pending.map(({ batch, addedAt, filesDone, filesLeft }) => (
          <li key={batch}>
            <span>{importing.pending(filesDone, filesLeft, formatMoment(addedAt))}</span>
            <span className="page-actions">
              <Button look="plain" onPress={() => discard(batch)}>
                {importing.pendingDiscard}
              </Button>
              <Button onPress={() => run(batch)}>{importing.resume}</Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
