import { reliability as words } from '../../../shared/messages/reliability.en.ts';
import { useReliability, useStatus } from '../../api/queries.ts';
import { Section } from '../../ui/page.tsx';
import { Loaded } from '../../ui/query-state.tsx';
import { MeasuredReliability } from './measured-reliability.tsx';

/** How often came true what was said: of the model in use, or of words alone where there is none. */
export function ReliabilitySection() {
  const status = useStatus();
  const measured = useReliability();
  return (
    <Section title={words.title} note={words.note}>
      <Loaded query={status}>
        {({ model }) => <Loaded query={measured}>{(all) => <MeasuredReliability model={model} all={all} />}</Loaded>}
      </Loaded>
    </Section>
  );
}
