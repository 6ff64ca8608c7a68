import { useState } from 'react';
import { effects, shell } from '../../../shared/messages/ui.en.ts';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problems.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { EffectPreview } from '../trust-effects/effect-preview.tsx';
import { usePreview } from '../trust-effects/preview.ts';

interface TrustChangeDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** One that JSON can carry: it is told from others by its text. */
  readonly change: Exclude<InputOf<'trust.preview'>['change'], { kind: 'add-pack' }>;
  readonly isDanger?: boolean;
  readonly asksReason: boolean;
  readonly isOpen: boolean;
  readonly isPending: boolean;
  readonly problem: Problem | null;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Asks before trust data changes: shows which verdicts would move, and takes the reason where the log keeps one. */
export function TrustChangeDialog(props: TrustChangeDialogProps) {
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      isAlert={props.isDanger ?? false}
      width="wide"
    >
      <ChangeForm {...props} />
    </Dialog>
  );
}

function ChangeForm(props: TrustChangeDialogProps) {
  const [reason, setReason] = useState('');
  const preview = usePreview(JSON.stringify(props.change), props.change);
  const given = reason.trim();
  const mayConfirm = preview.state.step === 'known' && !props.isPending && (given !== '' || !props.asksReason);
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayConfirm) props.onConfirm(given);
      }}
    >
      <p>{props.text}</p>
      {props.asksReason && (
        <TextField label={shell.reason} hint={shell.reasonHint} value={reason} onChange={setReason} autoFocus />
      )}
      <EffectPreview preview={preview} />
      {props.problem !== null && <ProblemNote problem={props.problem} />}
      <div className="dialog-actions">
        {preview.state.step === 'looking' && <span className="muted">{effects.waits}</span>}
        <Button look="plain" onPress={props.onClose} autoFocus={!props.asksReason}>
          {shell.cancel}
        </Button>
        <Button type="submit" look={props.isDanger === true ? 'danger' : 'primary'} isDisabled={!mayConfirm}>
          {props.confirm}
        </Button>
      </div>
    </form>
  );
}
