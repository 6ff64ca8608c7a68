import { useState } from 'react';
import { taxonomies as words } from '../../../shared/messages/ui.en.ts';
import type { Taxonomy } from '../../../shared/model/taxonomy.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { formatDay, shortHash } from '../../ui/format.ts';

interface TaxonomyTableProps {
  readonly taxonomies: readonly Taxonomy[];
  readonly onRemove: (taxonomy: Taxonomy) => void;
}

export function TaxonomyTable({ taxonomies, onRemove }: TaxonomyTableProps) {
  return (
    <DataTable
      label={words.title}
      columns={[
        words.columns.name,
        words.columns.holds,
        words.columns.added,
        { head: words.columns.act, isQuiet: true },
      ]}
      use="act"
    >
      {taxonomies.map((taxonomy) => (
        <tr key={taxonomy.id}>
          <th scope="row">
            <About taxonomy={taxonomy} />
          </th>
          <td>{words.holds(taxonomy.counts.skills, taxonomy.counts.labels)}</td>
          <td>{formatDay(taxonomy.addedAt)}</td>
          <td className="cell-tight">
            <Button look="plain" aria-label={words.removeLabel(taxonomy.name)} onPress={() => onRemove(taxonomy)}>
              {words.remove}
            </Button>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

function About({ taxonomy: { name, version, form, sha256, licence } }: { readonly taxonomy: Taxonomy }) {
  return (
    <>
      <bdi>{name}</bdi>
      <span className="muted small taxonomy-about">
        {words.version(version)} · {words.forms[form]} · <span className="code">{shortHash(sha256)}</span>
      </span>
      {licence !== null && (
        <span className="muted small taxonomy-about">
          <bdi>{words.licence(licence)}</bdi>
        </span>
      )}
    </>
  );
}

/** Asks before a taxonomy goes. Stands beside the table: what lies in a row goes with it. */
export function useRemoval(onRemoved: () => void) {
  // The last one stays while its dialog closes.
  const [asked, setAsked] = useState<{ readonly taxonomy: Taxonomy; readonly isOpen: boolean } | null>(null);
  const removal = useCommand('taxonomies.remove', ['taxonomies', 'ranking', 'profiles']);
  const close = () => setAsked((last) => (last === null ? null : { ...last, isOpen: false }));
  const remove = ({ id, name }: Taxonomy) =>
    removal.mutate(
      { taxonomy: id },
      {
        onSuccess: () => {
          close();
          announce(words.removed(name));
          onRemoved();
        },
      },
    );
  const dialog = asked !== null && (
    <ConfirmDialog
      title={words.removeTitle}
      text={words.removeText(asked.taxonomy.name)}
      confirm={words.remove}
      isOpen={asked.isOpen}
      isPending={removal.isPending}
      problem={removal.isError ? problemOf(removal.error) : null}
      onClose={close}
      onConfirm={() => remove(asked.taxonomy)}
    />
  );
  const ask = (taxonomy: Taxonomy) => {
    removal.reset();
    setAsked({ taxonomy, isOpen: true });
  };
  return { ask, dialog };
}
