import { useState } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { recheckAll } from '../../api/recheck.ts';

type TrustCommand = 'trust.removePack' | 'trust.pin' | 'trust.unpin' | 'trust.unpinPublisher';

/** A change of trust data behind a `TrustChangeDialog`: once it is made the dialog goes, and everything is judged again. */
export function useTrustCommand<Name extends TrustCommand>(name: Name) {
  const [isOpen, setOpen] = useState(false);
  const command = useCommand(name, ['trust']);
  return {
    open: () => setOpen(true),
    carryOut: (input: InputOf<Name>) =>
      command.mutate(input, {
        onSuccess: () => {
          setOpen(false);
          void recheckAll();
        },
      }),
    /** What the dialog has to know of it. */
    dialog: {
      isOpen,
      isPending: command.isPending,
      problem: command.isError ? problemOf(command.error) : null,
      onClose: () => setOpen(false),
    },
  };
}
