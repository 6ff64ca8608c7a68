import { Plus } from 'lucide-react';
import { useCallback, useRef, useState, type RefObject } from 'react';
import { job as words } from '../../../shared/messages/ui.en.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { Term } from '../../ui/term.tsx';
import type { JobEdit, JobEditEvent } from './job-draft.ts';
import { KeptMeasures } from './kept-measures.tsx';
import { newRequirementId } from './requirement-id.ts';
import { RequirementEditor } from './requirement-editor.tsx';

interface RequirementsProps {
  readonly edit: JobEdit;
  readonly step: (event: JobEditEvent) => void;
}

/** What the job asks, as accepted so far. */
export function Requirements({ edit, step }: RequirementsProps) {
  const { requirements } = edit;
  const add = useRef<HTMLFormElement>(null);
  const focusAdd = useCallback(() => add.current?.querySelector('input')?.focus(), []);
  const musts = requirements.filter(({ priority }) => priority === 'must').length;
  return (
    <Section
      title={words.requirementsTitle}
      note={
        requirements.length === 0 ? (
          words.noRequirements
        ) : (
          <>
            {words.requirements(requirements.length, musts)} <Term name="must-have">{words.whatIsMust}</Term>
          </>
        )
      }
    >
      {requirements.length > 0 && (
        <ul className="requirements">
          {requirements.map((requirement) => (
            <RequirementEditor
              key={requirement.id}
              requirement={requirement}
              onChange={(changed) => step({ type: 'changed', requirement: changed })}
              onRemove={() => step({ type: 'removed', id: requirement.id })}
            />
          ))}
        </ul>
      )}
      <KeptMeasures requirements={requirements} step={step} onNoneLeft={focusAdd} />
      <AddRequirement form={add} onAdd={(text) => step({ type: 'added', id: newRequirementId(), text })} />
    </Section>
  );
}

interface AddRequirementProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onAdd: (text: string) => void;
}

function AddRequirement({ form, onAdd }: AddRequirementProps) {
  const [text, setText] = useState('');
  const given = text.trim();
  return (
    <form
      ref={form}
      className="add-requirement"
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '') return;
        onAdd(given);
        setText('');
      }}
    >
      <TextField
        label={words.addLabel}
        hiddenLabel
        placeholder={words.addPlaceholder}
        value={text}
        onChange={setText}
      />
      <Button type="submit" isDisabled={given === ''}>
        <Plus className="icon" size={15} aria-hidden="true" />
        {words.add}
      </Button>
    </form>
  );
}
