import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { policy as words, shell } from '../../../shared/messages/ui.en.ts';
import { DEFAULT_POLICY, type VerificationPolicy } from '../../../shared/model/trust.ts';
import { problemOf } from '../../api/engine.ts';
import { useCommand } from '../../api/queries.ts';
import { recheckAll } from '../../api/recheck.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { NumberField, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { EffectPreview } from '../trust-effects/effect-preview.tsx';
import { usePreview } from '../trust-effects/preview.ts';

type Rules = Omit<VerificationPolicy, 'version'>;

/** What the contract takes. */
const RANGES = { expiryGraceDays: [0, 365], staleAfterDays: [1, 3650] } as const;
const RECOGNISED = ['accepted', 'pinned-publisher'] as const;

/** The employer's rules: each explained where it stands, and none applied before its effect was seen. */
export function PolicyRules({ policy }: { readonly policy: VerificationPolicy }) {
  const inForce: Rules = rulesOf(policy);
  const [rules, setRules] = useState(inForce);
  /** The rules whose effect was asked for; other ones have to be asked for again. */
  const [asked, setAsked] = useState<Rules | null>(null);
  const isChanged = !isSame(rules, inForce);
  const isAsked = asked !== null && isSame(asked, rules);
  return (
    <Section
      title={words.title}
      note={words.lead}
      actions={
        <span className="muted">
          {words.version(policy.version)}
          {isSame(inForce, rulesOf(DEFAULT_POLICY)) && `, ${words.asDelivered}`}
        </span>
      }
    >
      <form
        className="rules"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) setAsked(rules);
        }}
      >
        <div className="rule">
          <RadioGroup
            className="choices"
            aria-labelledby="rule-recognised"
            aria-describedby="rule-recognised-text"
            value={rules.recognisedPacks}
            onChange={(chosen) => {
              const recognisedPacks = RECOGNISED.find((one) => one === chosen);
              if (recognisedPacks !== undefined) setRules({ ...rules, recognisedPacks });
            }}
          >
            <span id="rule-recognised" className="field-label">
              {words.recognisedPacks}
            </span>
            {RECOGNISED.map((one) => (
              <Radio key={one} value={one} className="choice">
                <span className="choice-mark" aria-hidden="true" />
                {words.recognisedPacksOf[one]}
              </Radio>
            ))}
          </RadioGroup>
          <p id="rule-recognised-text" className="muted">
            {words.recognisedPacksText}
          </p>
        </div>
        <DaysRule name="expiryGraceDays" rules={rules} onChange={setRules} />
        <DaysRule name="staleAfterDays" rules={rules} onChange={setRules} />
        <div className="adding-acts">
          {isChanged ? (
            <Button look="plain" onPress={() => setRules(inForce)}>
              {words.reset}
            </Button>
          ) : (
            <span className="muted">{words.unchanged}</span>
          )}
          <Button type="submit" look={isAsked ? 'secondary' : 'primary'} isDisabled={!isChanged || isAsked}>
            {words.show}
          </Button>
        </div>
      </form>
      {isAsked && <RulesEffect rules={asked} />}
    </Section>
  );
}

interface DaysRuleProps {
  readonly name: keyof typeof RANGES;
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
}

function DaysRule({ name, rules, onChange }: DaysRuleProps) {
  const [least, most] = RANGES[name];
  return (
    <div className="rule">
      <NumberField
        label={words[name]}
        unit={words.days}
        hint={`${words[`${name}Text`]} ${words.between(least, most)}`}
        value={rules[name]}
        least={least}
        most={most}
        onChange={(value) => onChange({ ...rules, [name]: value })}
      />
    </div>
  );
}

/** What the rules would change, and the reason with which they are applied. */
function RulesEffect({ rules }: { readonly rules: Rules }) {
  const [reason, setReason] = useState('');
  const preview = usePreview(`policy ${JSON.stringify(rules)}`, { kind: 'policy', policy: rules });
  const set = useCommand('trust.setPolicy', ['trust']);
  const given = reason.trim();
  const mayApply = preview.state.step === 'known' && given !== '' && !set.isPending;
  return (
    <section className="adding" aria-label={words.effect}>
      <h3>{words.effect}</h3>
      <EffectPreview preview={preview} />
      <form
        className="adding-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!mayApply) return;
          set.mutate(
            { policy: rules, reason: given },
            {
              onSuccess: ({ version }) => {
                announce(words.applied(version));
                void recheckAll();
              },
            },
          );
        }}
      >
        <TextField label={shell.reason} hint={words.reasonHint} value={reason} onChange={setReason} />
        {set.isError && <ProblemNote problem={problemOf(set.error)} />}
        <Button type="submit" look="primary" isDisabled={!mayApply}>
          {words.apply}
        </Button>
      </form>
    </section>
  );
}

function rulesOf({ recognisedPacks, expiryGraceDays, staleAfterDays }: VerificationPolicy): Rules {
  return { recognisedPacks, expiryGraceDays, staleAfterDays };
}

function isSame(one: Rules, other: Rules): boolean {
  return (
    one.recognisedPacks === other.recognisedPacks &&
    one.expiryGraceDays === other.expiryGraceDays &&
    one.staleAfterDays === other.staleAfterDays
  );
}
