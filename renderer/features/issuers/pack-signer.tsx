import { useEffect, useRef, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { addingPack as words, shell } from '../../../shared/messages/ui.en.ts';
import type { PackInspection, PublisherPin, VerificationPolicy } from '../../../shared/model/trust.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { recheckAll } from '../../api/recheck.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Note, ProblemNote } from '../../ui/problem-note.tsx';
import { Term } from '../../ui/term.tsx';
import { EffectPreview } from '../trust-effects/effect-preview.tsx';
import { usePreview } from '../trust-effects/preview.ts';

interface PackSignerProps {
  readonly inspection: PackInspection;
  readonly publishers: readonly PublisherPin[];
  readonly policy: VerificationPolicy;
  readonly takesOnce: boolean;
  readonly onTakesOnce: (takesOnce: boolean) => void;
  readonly onPinned: () => Promise<void>;
}

/** Who signed the pack, and what a person has to settle where that is nobody they know. */
export function PackSigner(props: PackSignerProps) {
  const { summary, publisherPinned } = props.inspection;
  return (
    <section className="adding-part">
      <h3>
        <Term name="publisher">{words.signer}</Term>
      </h3>
      {summary.publisher === null ? (
        <Note look="warn">
          <p>
            {words.notSigned} {words.notSignedNext}
          </p>
          <DoesNotCount policy={props.policy} />
        </Note>
      ) : publisherPinned === true ? (
        <PinnedPublisher name={nameOf(summary.publisher, props.publishers)} />
      ) : (
        <UnknownPublisher {...props} fingerprint={summary.publisher} />
      )}
    </section>
  );
}

function PinnedPublisher({ name }: { readonly name: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The form that pinned it has gone, and the keyboard's place with it.
    if (document.activeElement === document.body) line.current?.focus();
  }, []);
  return (
    <p ref={line} tabIndex={-1}>
      <bdi>{words.signedByPinned(name)}</bdi>
    </p>
  );
}

function nameOf(publisher: string, publishers: readonly PublisherPin[]): string {
  return publishers.find(({ fingerprint }) => fingerprint === publisher)?.name ?? '';
}

function DoesNotCount({ policy }: { readonly policy: VerificationPolicy }) {
  return policy.recognisedPacks === 'pinned-publisher' && <p>{words.onceDoesNotCount}</p>;
}

/** The fingerprint to compare, and the choice between pinning its owner and taking this one pack. */
function UnknownPublisher(props: PackSignerProps & { readonly fingerprint: string }) {
  const { fingerprint, policy, takesOnce, onTakesOnce, onPinned } = props;
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const pin = useCommand('trust.pinPublisher', ['trust']);
  // Under the strict rule the packs that are there already may count from now on; under the other one nothing moves.
  const counts = policy.recognisedPacks === 'pinned-publisher';
  const change = { kind: 'pin-publisher', fingerprint } as const;
  const preview = usePreview(`${change.kind} ${fingerprint} ${policy.version}`, counts && !takesOnce ? change : null);
  const isKnown = !counts || preview.state.step === 'known';
  const given = { fingerprint, name: name.trim(), reason: reason.trim() };
  const pinIt = () =>
    pin.mutate(given, {
      onSuccess: () => {
        void onPinned();
        if (counts) void recheckAll();
      },
    });
  return (
    <>
      <p>{words.signedByUnknown}</p>
      <p className="adding-fingerprint">
        <Fingerprint hex={fingerprint} />
      </p>
      <p>{words.compare}</p>
      <RadioGroup
        className="choices"
        aria-label={words.choice}
        value={takesOnce ? 'once' : 'pin'}
        onChange={(chosen) => onTakesOnce(chosen === 'once')}
      >
        <Radio value="pin" className="choice">
          <span className="choice-mark" aria-hidden="true" />
          <span>
            <strong>{words.choosePin}</strong> <span className="muted">{words.choosePinText}</span>
          </span>
        </Radio>
        <Radio value="once" className="choice">
          <span className="choice-mark" aria-hidden="true" />
          <span>
            <strong>{words.chooseOnce}</strong> <span className="muted">{words.chooseOnceText}</span>
          </span>
        </Radio>
      </RadioGroup>
      {takesOnce ? (
        <DoesNotCount policy={policy} />
      ) : (
        <form
          className="adding-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (isKnown && given.name !== '' && given.reason !== '') pinIt();
          }}
        >
          <TextField label={words.publisherName} hint={words.publisherNameHint} value={name} onChange={setName} />
          <TextField label={shell.reason} hint={words.pinReasonHint} value={reason} onChange={setReason} />
          {counts && <p>{words.pinEffect}</p>}
          <EffectPreview preview={preview} />
          {pin.isError && <ProblemNote problem={problemOf(pin.error)} />}
          <Button type="submit" isDisabled={!isKnown || given.name === '' || given.reason === '' || pin.isPending}>
            {words.choosePin}
          </Button>
        </form>
      )}
    </>
  );
}
