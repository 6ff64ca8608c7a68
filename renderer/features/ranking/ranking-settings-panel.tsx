import { ranking as words } from '../../../shared/messages/ui.en.ts';
import { useCommand } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Toggle, WeightSlider } from '../../ui/field.tsx';
import { Term } from '../../ui/term.tsx';
import { DEFAULT_WEIGHTS, useWeights } from './ranking-settings.ts';

/** What decides the order, in the hands of the person who asks. */
export function RankingSettings({ useModel }: { readonly useModel: boolean }) {
  const [weights, setWeights] = useWeights();
  const set = useCommand('workspace.set', ['workspace', 'ranking']);
  const isDefault = (['must', 'want', 'trainable'] as const).every((name) => weights[name] === DEFAULT_WEIGHTS[name]);
  return (
    <section className="weights" aria-label={words.settings}>
      {(['must', 'want', 'trainable'] as const).map((priority) => (
        <WeightSlider
          key={priority}
          label={words.weights[priority]}
          value={weights[priority]}
          onChange={(value) => setWeights({ ...weights, [priority]: value })}
        />
      ))}
      <div className="weights-ai">
        <Toggle
          label={words.ai}
          isOn={useModel}
          isDisabled={set.isPending}
          onChange={(isOn) => set.mutate({ useModel: isOn })}
        />
        <p className="muted small">
          {useModel ? words.aiOn : words.aiOff} <Term name="text similarity">{words.whatIsSimilarity}</Term>
        </p>
      </div>
      {!isDefault && (
        <Button size="small" look="plain" onPress={() => setWeights(DEFAULT_WEIGHTS)}>
          {words.reset}
        </Button>
      )}
    </section>
  );
}
