import type { CandidateId } from '../../../shared/model/ids.ts';
import type { RankedCandidate, RequirementMatch } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { counterfactualOf } from './explain/counterfactual.ts';
import { bandOf, evidenceItems, matchRequirement, type FoundMatch } from './match-requirement.ts';
import type { RankingCandidate } from './rank-candidates.ts';
import type { RankingFrame } from './ranking-frame.ts';
import { fromSteps, roundResult, stepsOf } from './round-result.ts';
import { rankKey, scoreSteps } from './score.ts';
import type { StatementWords } from './wording-strength.ts';

/** One candidate weighed, with everything that the explanation tells. */
export interface ScoredCandidate {
  readonly candidate: CandidateId;
  /** One a line of the frame. */
  readonly found: readonly FoundMatch[];
  /** In steps of {@link fromSteps}, 0–100 points. */
  readonly score: number;
  readonly mustHaves: { readonly evidenced: number; readonly total: number };
}

export function scoreCandidate(
  candidate: RankingCandidate,
  frame: RankingFrame,
  intern: (statement: SkillStatement) => StatementWords,
): ScoredCandidate {
  const items = evidenceItems(candidate.statements, candidate.credentials, intern);
  const found = frame.lines.map(({ prepared, rules, found: known }) => {
    if (known !== undefined) return known(candidate.candidate, items);
    const judgement = frame.judgement(candidate.candidate, prepared.requirement.id);
    return matchRequirement(prepared, items, judgement, frame.at, rules);
  });
  const mustHaves = found.filter((_, line) => frame.lines[line]?.prepared.requirement.priority === 'must');
  return {
    candidate: candidate.candidate,
    found,
    score: scoreSteps(
      frame.shares,
      found.map(({ strength }) => stepsOf(strength)),
    ),
    mustHaves: { evidenced: mustHaves.filter(({ evidenced }) => evidenced).length, total: mustHaves.length },
  };
}

/** How everybody stands, by {@link rankKey}. */
export interface Standings {
  /** How many keys are higher than this one. */
  above(key: number): number;
}

/** @param keys Those of everybody, in falling order. */
export function createStandings(keys: ArrayLike<number>): Standings {
  return {
    above(key) {
      let [low, high] = [0, keys.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((keys[middle] ?? 0) > key) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

export function presentCandidate(one: ScoredCandidate, frame: RankingFrame, standings: Standings): RankedCandidate {
  const { lines, shares } = frame;
  const score = fromSteps(one.score);
  return {
    candidate: one.candidate,
    rank: 1 + standings.above(rankKey(one.score, one.mustHaves.evidenced)),
    band: bandOf(score / 100),
    score,
    mustHaves: one.mustHaves,
    requirements: lines.flatMap(({ prepared: { requirement } }, line): readonly RequirementMatch[] => {
      const found = one.found[line];
      if (found === undefined) return [];
      return [
        {
          ...found,
          requirement: requirement.id,
          requirementText: requirement.text,
          strength: roundResult(found.strength),
          factors: found.factors.map((factor) => ({ ...factor, value: roundResult(factor.value) })),
          points: fromSteps(Math.round((shares[line] ?? 0) * stepsOf(found.strength))),
        },
      ];
    }),
    counterfactual: counterfactual(one, frame, standings),
  };
}

/** What one document would change; the rank is that among all others, above whom nobody stands by standing lower. */
function counterfactual({ found, score, mustHaves }: ScoredCandidate, frame: RankingFrame, standings: Standings) {
  const requirements = frame.lines.flatMap(({ prepared: { requirement } }, line) => {
    const match = found[line];
    return match === undefined ? [] : [{ requirement, weight: frame.weights[line] ?? 0, found: match }];
  });
  return counterfactualOf(
    { requirements, score: fromSteps(score), evidenced: mustHaves.evidenced },
    (then, evidenced) => 1 + standings.above(rankKey(stepsOf(then), evidenced)),
  );
}
