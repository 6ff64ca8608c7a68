import { Eye, EyeOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { candidate as words } from '../../../shared/messages/ui.en.ts';
import type { Candidate } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand, useStatus } from '../../api/queries.ts';
import { navigate } from '../../app/navigation.ts';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../../ui/dialog.tsx';

interface RevealNameProps {
  readonly candidate: Candidate;
  readonly revealed: Candidate | null;
  readonly onReveal: (candidate: Candidate | null) => void;
}

/** Shows the name of one person in blind mode: a logged act with a reason. */
export function RevealName({ candidate, revealed, onReveal }: RevealNameProps) {
  const [isOpen, setOpen] = useState(false);
  const blind = useStatus().data?.blind ?? true;
  const reveal = useCommand('candidates.reveal');
  if (!blind) return null;
  if (revealed !== null) {
    return (
      <Button onPress={() => onReveal(null)}>
        <EyeOff className="icon" size={15} aria-hidden="true" />
        {words.hideAgain}
      </Button>
    );
  }
  return (
    <>
      <Button
        onPress={() => {
          reveal.reset();
          setOpen(true);
        }}
      >
        <Eye className="icon" size={15} aria-hidden="true" />
        {words.reveal}
      </Button>
      <ReasonDialog
        title={words.revealTitle}
        text={words.revealText}
        confirm={words.revealConfirm}
        isOpen={isOpen}
        isPending={reveal.isPending}
        problem={reveal.isError ? problemOf(reveal.error) : null}
        onClose={() => setOpen(false)}
        onConfirm={(reason) =>
          reveal.mutate(
            { candidate: candidate.id, reason },
            {
              onSuccess: (person) => {
                setOpen(false);
                onReveal(person);
              },
            },
          )
        }
      />
    </>
  );
}

export function ErasePerson({ candidate }: { readonly candidate: CandidateId }) {
  const [isOpen, setOpen] = useState(false);
  const erase = useCommand('candidates.erase', ['workspace', 'trust', 'ranking']);
  return (
    <>
      <Button
        look="plain"
        onPress={() => {
          erase.reset();
          setOpen(true);
        }}
      >
        <Trash2 className="icon" size={15} aria-hidden="true" />
        {words.erase}
      </Button>
      <ReasonDialog
        title={words.eraseTitle}
        text={words.eraseText}
        confirm={words.eraseConfirm}
        isOpen={isOpen}
        isDanger
        isPending={erase.isPending}
        problem={erase.isError ? problemOf(erase.error) : null}
        onClose={() => setOpen(false)}
        onConfirm={(reason) =>
          erase.mutate({ candidate, reason }, { onSuccess: () => navigate({ screen: 'candidates' }) })
        }
      />
    </>
  );
}
