import { useState } from 'react';
import { ranking as words } from '../../../shared/messages/ui.en.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { MOST_COMPARED } from '../../app/route.ts';
import { announce } from '../../ui/announcer.tsx';

/** People chosen in the table, in the order in which they were; no more than can be compared. */
export interface ChosenPeople {
  readonly chosen: readonly CandidateId[];
  readonly isFull: boolean;
  /** Chooses somebody, or takes them out again, and says how many there are. */
  readonly toggle: (candidate: CandidateId) => void;
  readonly clear: () => void;
}

/** @param isThere Whoever was erased in the meantime is chosen no more. */
export function useChosenPeople(isThere: (candidate: CandidateId) => boolean): ChosenPeople {
  const [all, setChosen] = useState<readonly CandidateId[]>([]);
  const chosen = all.filter(isThere);
  const set = (next: readonly CandidateId[]) => {
    setChosen(next);
    announce(words.chosenCount(next.length));
  };
  return {
    chosen,
    isFull: chosen.length >= MOST_COMPARED,
    toggle(candidate) {
      const next = toggled(chosen, candidate);
      if (next === chosen) announce(words.chosenMost(chosen.length));
      else set(next);
    },
    clear: () => set([]),
  };
}

/** One more or one fewer; the same list where it is full. */
export function toggled(chosen: readonly CandidateId[], candidate: CandidateId): readonly CandidateId[] {
  if (chosen.includes(candidate)) return chosen.filter((one) => one !== candidate);
  return chosen.length >= MOST_COMPARED ? chosen : [...chosen, candidate];
}
