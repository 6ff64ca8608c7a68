import { useEffect, useRef, useState } from 'react';
import { addingPack as words, shell } from '../../../shared/messages/ui.en.ts';
import type { PackInspection, PublisherPin, VerificationPolicy } from '../../../shared/model/trust.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { recheckAll } from '../../api/recheck.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { EffectPreview } from '../trust-effects/effect-preview.tsx';
import { usePreview } from '../trust-effects/preview.ts';
import { PackAbout } from './pack-about.tsx';
import { PackSigner } from './pack-signer.tsx';

interface AddPackProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly inspection: PackInspection;
  readonly publishers: readonly PublisherPin[];
  readonly policy: VerificationPolicy;
  /** The publisher is pinned now: the pack has to be looked at anew. */
  readonly onPublisherPinned: () => Promise<void>;
  readonly onClose: () => void;
}

/** A pack that was chosen: what it is, who signed it, what it would change; and then a person decides. */
export function AddPack({ bytes, inspection, publishers, policy, onPublisherPinned, onClose }: AddPackProps) {
  const { summary, publisherPinned } = inspection;
  const heading = useRef<HTMLHeadingElement>(null);
  const [reason, setReason] = useState('');
  /** An unpinned publisher's pack may be taken once; pinning makes it a pinned one's. */
  const [takesOnce, setTakesOnce] = useState(false);
  // Who is pinned can decide what a pack changes, and so can the rules.
  const preview = usePreview(`pack ${summary.sha256} ${publisherPinned} ${policy.version}`, {
    kind: 'add-pack',
    bytes,
  });
  const add = useCommand('trust.addPack', ['trust']);
  useEffect(() => heading.current?.focus(), []);

  const needsReason = publisherPinned !== true;
  const given = reason.trim();
  const mayAdd = publisherPinned === false ? takesOnce : true;
  const accept = () =>
    add.mutate(needsReason ? { bytes, reason: given } : { bytes }, {
      onSuccess: ({ issuers }) => {
        announce(words.done(issuers));
        onClose();
        void recheckAll();
      },
    });
  return (
    <section className="adding" aria-labelledby="adding-pack">
      <h2 id="adding-pack" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <PackAbout inspection={inspection} />
      <PackSigner
        inspection={inspection}
        publishers={publishers}
        policy={policy}
        takesOnce={takesOnce}
        onTakesOnce={setTakesOnce}
        onPinned={onPublisherPinned}
      />
      <section className="adding-part">
        <h3>{words.effect}</h3>
        <EffectPreview preview={preview} />
      </section>
      {needsReason && mayAdd && (
        <TextField label={shell.reason} hint={words.onceReasonHint} value={reason} onChange={setReason} />
      )}
      {add.isError && <ProblemNote problem={problemOf(add.error)} />}
      <div className="adding-acts">
        <Button look="plain" onPress={onClose}>
          {shell.cancel}
        </Button>
        {mayAdd && (
          <Button
            look="primary"
            isDisabled={preview.state.step !== 'known' || add.isPending || (needsReason && given === '')}
            onPress={accept}
          >
            {words.accept}
          </Button>
        )}
      </div>
    </section>
  );
}
