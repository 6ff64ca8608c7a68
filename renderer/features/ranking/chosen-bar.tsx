import { compare as compareWords, ranking as words } from '../../../shared/messages/ui.en.ts';
import type { CandidateId, JobId } from '../../../shared/model/ids.ts';
import { hrefOf } from '../../app/route.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { ChosenPeople } from './chosen-people.ts';

interface ChosenBarProps {
  readonly job: JobId;
  readonly people: ChosenPeople;
  readonly nameFor: (candidate: CandidateId) => string;
}

/** Who is chosen in the table, and what can be done with them. What is said here is announced where it changes. */
export function ChosenBar({ job, people: { chosen, isFull, clear }, nameFor }: ChosenBarProps) {
  const [first] = chosen;
  if (first === undefined) return null;
  return (
    <div className="chosen-bar" role="group" aria-label={words.chosen}>
      <p className="muted">
        {chosen.length === 1 ? words.chosenOne(nameFor(first)) : words.chosenPeople(chosen.map(nameFor))}
        {isFull && ` ${words.chosenFull}`}
      </p>
      {chosen.length > 1 && (
        <ButtonLink look="primary" href={hrefOf({ screen: 'compare', job, people: chosen })}>
          {compareWords.openChosen(chosen.length)}
        </ButtonLink>
      )}
      <Button look="plain" onPress={clear}>
        {words.chooseNobody}
      </Button>
    </div>
  );
}
