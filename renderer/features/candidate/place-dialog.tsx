import { useState } from 'react';
import { placing as words } from '../../../shared/messages/profile.en.ts';
import { shell } from '../../../shared/messages/ui.en.ts';
import type { CandidateId, CredentialKey } from '../../../shared/model/ids.ts';
import { ISCED_FIELD_CODES, ISCED_FIELDS } from '../../../shared/model/isced-fields.ts';
import type { PlacedSkill, ProfilePlace, TransversalGroup } from '../../../shared/model/profile.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** A skill that a person may move, and of which credential it is. */
export interface MovableSkill extends Pick<PlacedSkill, 'pointer' | 'quote' | 'edit'> {
  readonly credential: CredentialKey;
}

interface PlaceDialogProps {
  readonly candidate: CandidateId;
  readonly skill: MovableSkill | null;
  /** Where it stands now. */
  readonly current: ProfilePlace;
  readonly groups: readonly TransversalGroup[];
  readonly onClose: () => void;
}

/** Asks where a skill belongs and why; or takes back what a person said of it. */
export function PlaceDialog({ candidate, skill, current, groups, onClose }: PlaceDialogProps) {
  return (
    <Dialog title={words.title} isOpen={skill !== null} onClose={onClose}>
      {skill !== null && (
        <PlaceForm candidate={candidate} skill={skill} current={current} groups={groups} onClose={onClose} />
      )}
    </Dialog>
  );
}

function PlaceForm(props: PlaceDialogProps & { readonly skill: MovableSkill }) {
  const { skill, candidate } = props;
  const [place, setPlace] = useState<ProfilePlace>(props.current);
  const [reason, setReason] = useState('');
  const command = useCommand('profiles.place', ['profiles']);
  const given = reason.trim();
  const send = (to: ProfilePlace | null) => {
    const { credential, pointer, quote } = skill;
    command.mutate({ candidate, credential, pointer, quote, place: to, reason: given }, { onSuccess: props.onClose });
  };
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') send(place);
      }}
    >
      <p>
        <q>
          <bdi>{skill.quote}</bdi>
        </q>
      </p>
      <p className="muted">{words.text}</p>
      <SelectField<ProfilePlace>
        label={words.place}
        value={place}
        options={[
          ...ISCED_FIELD_CODES.map((code) => ({ value: code, label: ISCED_FIELDS[code] })),
          ...props.groups.map(({ code, name }) => ({ value: code, label: words.group(name) })),
          { value: 'none' as const, label: words.nowhere },
        ]}
        onChange={setPlace}
      />
      <TextField label={shell.reason} hint={shell.reasonHint} value={reason} onChange={setReason} />
      {command.isError && <ProblemNote problem={problemOf(command.error)} />}
      <div className="dialog-actions">
        <Button look="plain" onPress={props.onClose}>
          {shell.cancel}
        </Button>
        {skill.edit !== null && (
          <Button onPress={() => send(null)} isDisabled={given === '' || command.isPending}>
            {words.takeBack}
          </Button>
        )}
        <Button type="submit" look="primary" isDisabled={given === '' || command.isPending}>
          {words.confirm}
        </Button>
      </div>
    </form>
  );
}
