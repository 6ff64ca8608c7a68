import { Plus } from 'lucide-react';
import { useState } from 'react';
import { compare as words } from '../../../shared/messages/ui.en.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';

interface AddPersonProps {
  readonly people: readonly { readonly id: CandidateId; readonly label: string }[];
  /** How many more stand further down the ranking. */
  readonly further: number;
  readonly onAdd: (person: CandidateId) => void;
}

/** Chooses somebody to stand beside the others. A choice adds nobody by itself: arrow keys go through the list. */
export function AddPerson({ people, further, onAdd }: AddPersonProps) {
  const [chosen, setChosen] = useState<CandidateId | ''>('');
  const person = people.find(({ id }) => id === chosen);
  return (
    <div className="compare-add">
      <SelectField<CandidateId | ''>
        label={words.addLabel}
        hiddenLabel
        value={person?.id ?? ''}
        options={[{ value: '', label: words.addChoose }, ...people.map(({ id, label }) => ({ value: id, label }))]}
        onChange={setChosen}
      />
      <Button
        isDisabled={person === undefined}
        onPress={() => {
          if (person !== undefined) onAdd(person.id);
          setChosen('');
        }}
      >
        <Plus className="icon" size={15} aria-hidden="true" />
        {words.add}
      </Button>
      {further > 0 && <p className="muted small">{words.further(further)}</p>}
    </div>
  );
}
