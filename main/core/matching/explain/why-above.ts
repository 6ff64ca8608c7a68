import type { ComparedRequirement, ComparedSide, WhyAbove } from '../../../../shared/model/explanation.ts';
import type { RankedCandidate, RequirementMatch } from '../../../../shared/model/match.ts';
import { roundResult } from '../round-result.ts';

/**
 * Why one of two people stands above the other, requirement by requirement. The score is a sum, so the differences of
 * points are the whole answer; nothing is estimated.
 *
 * @param one Of the same ranking as `other`. Whoever has the better rank is the one above; of equals the first given.
 */
export function whyAbove(one: RankedCandidate, other: RankedCandidate): WhyAbove {
  const [above, below] = one.rank <= other.rank ? [one, other] : [other, one];
  const requirements = above.requirements.map((match) => compare(match, below));
  return {
    above: above.candidate,
    below: below.candidate,
    by: decidedBy(above, below),
    ranks: { above: above.rank, below: below.rank },
    scores: { above: above.score, below: below.score, difference: roundResult(above.score - below.score) },
    mustHaves: {
      above: above.mustHaves.evidenced,
      below: below.mustHaves.evidenced,
      total: above.mustHaves.total,
    },
    requirements: requirements.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
  };
}

function decidedBy(above: RankedCandidate, below: RankedCandidate): WhyAbove['by'] {
  if (above.rank === below.rank) return 'nothing';
  return above.score === below.score ? 'must-haves' : 'points';
}

function compare(match: RequirementMatch, below: RankedCandidate): ComparedRequirement {
  const counterpart = below.requirements.find(({ requirement }) => requirement === match.requirement);
  const belowSide = counterpart === undefined ? NOTHING : sideOf(counterpart);
  return {
    requirement: match.requirement,
    requirementText: match.requirementText,
    above: sideOf(match),
    below: belowSide,
    difference: roundResult(match.points - belowSide.points),
  };
}

const NOTHING: ComparedSide = {
  points: 0,
  tier: 'none',
  band: 'none',
  evidenced: false,
  claimed: false,
  evidence: null,
};

function sideOf({ points, tier, band, evidenced, claimed, evidence }: RequirementMatch): ComparedSide {
  return { points, tier, band, evidenced, claimed, evidence };
}
