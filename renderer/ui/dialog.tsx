import './dialog.css';
import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Problem } from '../../shared/api/problems.ts';
import { shell } from '../../shared/messages/ui.en.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isAlert?: boolean;
  /** `wide` where it holds a table. */
  readonly width?: 'regular' | 'wide';
  readonly children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, isAlert = false, width = 'regular', children }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={!isAlert}
    >
      <Modal className={`dialog dialog-${width}`}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="dialog-body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly isOpen: boolean;
  readonly isDanger?: boolean;
  readonly isPending: boolean;
  readonly problem: Problem | null;
  /** What else is asked, below the reason. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Asks for the reason of an act that the log keeps; without one nothing happens. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose} isAlert={props.isDanger ?? false}>
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') props.onConfirm(given);
      }}
    >
      <p>{props.text}</p>
      <TextField label={shell.reason} hint={shell.reasonHint} value={reason} onChange={setReason} autoFocus />
      {props.children}
      {props.problem !== null && <ProblemNote problem={props.problem} />}
      <div className="dialog-actions">
        <Button look="plain" onPress={props.onClose}>
          {shell.cancel}
        </Button>
        <Button
          type="submit"
          look={props.isDanger === true ? 'danger' : 'primary'}
          isDisabled={given === '' || props.isPending}
        >
          {props.confirm}
        </Button>
      </div>
    </form>
  );
}

interface ConfirmDialogProps extends Omit<ReasonDialogProps, 'onConfirm' | 'isDanger' | 'children'> {
  readonly onConfirm: () => void;
}

/** Asks once more before something goes. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog title={props.title} isOpen={props.isOpen} onClose={props.onClose} isAlert>
      <div className="dialog-form">
        <p>{props.text}</p>
        {props.problem !== null && <ProblemNote problem={props.problem} />}
        <div className="dialog-actions">
          <Button look="plain" onPress={props.onClose} autoFocus>
            {shell.cancel}
          </Button>
          <Button look="danger" onPress={props.onConfirm} isDisabled={props.isPending}>
            {props.confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
