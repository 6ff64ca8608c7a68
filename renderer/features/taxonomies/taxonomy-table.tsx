import { useState } from 'react';
import { taxonomies as words } from '../../../shared/messages/ui.en.ts';
import type { Taxonomy } from '../../../shared/model/taxonomy.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { formatDay, shortHash } from '../../ui/format.ts';

interface TaxonomyTableProps {
  readonly taxonomies: readonly Taxonomy[];
  readonly onRemoved: () => void;
}

export function TaxonomyTable({ taxonomies, onRemoved }: TaxonomyTableProps) {
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.holds}</th>
            <th scope="col">{words.columns.added}</th>
            <th scope="col">
              <span className="visually-hidden">{words.columns.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {taxonomies.map((taxonomy) => (
            <TaxonomyRow key={taxonomy.id} taxonomy={taxonomy} onRemoved={onRemoved} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TaxonomyRow(props: { readonly taxonomy: Taxonomy; readonly onRemoved: () => void }) {
  const { id, name, version, form, sha256, licence, counts, addedAt } = props.taxonomy;
  const [asks, setAsks] = useState(false);
  const removal = useCommand('taxonomies.remove', ['taxonomies', 'ranking', 'profiles']);
  const remove = () =>
    removal.mutate(
      { taxonomy: id },
      {
        onSuccess: () => {
          announce(words.removed(name));
          props.onRemoved();
        },
      },
    );
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <span className="muted small taxonomy-about">
          {words.version(version)} · {words.forms[form]} · <span className="code">{shortHash(sha256)}</span>
        </span>
        {licence !== null && (
          <span className="muted small taxonomy-about">
            <bdi>{words.licence(licence)}</bdi>
          </span>
        )}
      </th>
      <td>{words.holds(counts.skills, counts.labels)}</td>
      <td>{formatDay(addedAt)}</td>
      <td className="cell-tight">
        <Button look="plain" aria-label={words.removeLabel(name)} onPress={() => setAsks(true)}>
          {words.remove}
        </Button>
        <ConfirmDialog
          title={words.removeTitle}
          text={words.removeText(name)}
          confirm={words.remove}
          isOpen={asks}
          isPending={removal.isPending}
          problem={removal.isError ? problemOf(removal.error) : null}
          onClose={() => setAsks(false)}
          onConfirm={remove}
        />
      </td>
    </tr>
  );
}
