import { ranking as words, tiers } from '../../../shared/messages/ui.en.ts';
import type { ComparedSide, WhyAbove } from '../../../shared/model/explanation.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import { formatPoints } from '../../ui/format.ts';

export type NameFor = (candidate: CandidateId) => string;

export function whyTitle(why: WhyAbove, nameFor: NameFor): string {
  const [above, below] = [nameFor(why.above), nameFor(why.below)];
  return why.by === 'nothing' ? words.whyEqualTitle(above, below) : words.whyAboveTitle(above, below);
}

/** The whole answer in a sentence: what decided, and where most of it comes from. */
export function whySentence(why: WhyAbove, nameFor: NameFor): string {
  const names = { above: nameFor(why.above), below: nameFor(why.below) };
  const points = formatPoints(why.scores.above);
  if (why.by === 'nothing') return words.whyEqual(names, why.ranks.above, points);
  const { above, below, total } = why.mustHaves;
  // Where points decide, some requirement brings more to the one above.
  const widest = why.requirements.find(({ difference }) => difference > 0);
  if (why.by === 'must-haves' || widest === undefined) return words.whyAboveMusts(names, points, above, below, total);
  const distance = formatPoints(why.scores.difference);
  return words.whyAbovePoints(names, distance, {
    requirement: widest.requirementText,
    points: formatPoints(widest.difference),
    shows: shows(widest.above),
    lacks: shows(widest.below),
  });
}

function shows({ evidence, tier }: ComparedSide): string {
  if (tier === 'person') return words.hasByPerson;
  return evidence === null ? words.showsNothing : words.showsBy(evidence.credentialName, tiers[tier]);
}
