import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId, Instant, RequirementId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { Counterfactual } from '../../../shared/model/explanation.ts';
import type {
  MatchSettings,
  ModelState,
  RankedCandidate,
  Ranking,
  Refusal,
  RequirementMatch,
} from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { counterfactualOf } from './explain/counterfactual.ts';
import { createIdentityFinder } from '../taxonomies/identity-through.ts';
import type { Taxonomies } from '../taxonomies/taxonomies.ts';
import { hashInputs, orderKeyOf } from './inputs-hash.ts';
import {
  bandOf,
  evidenceItems,
  matchRequirement,
  type FoundMatch,
  type MatchRules,
  type PersonalJudgement,
} from './match-requirement.ts';
import { refusedWordings } from './refusals.ts';
import { roundResult } from './round-result.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { createSimilarity } from './similarity.ts';
import { internWords, prepareRequirement, type PreparedRequirement } from './wording-strength.ts';

/** One candidate as the ranking sees them: no name, address or picture is among it. */
export interface RankingCandidate {
  readonly candidate: CandidateId;
  readonly statements: readonly SkillStatement[];
  /** The credentials of the statements, for verdict, recognition, dates and the words of the explanation. */
  readonly credentials: readonly Credential[];
}

/** A person's word on a match, oldest first; the last one on a pair holds. */
export interface MatchJudgement {
  readonly candidate: CandidateId;
  readonly requirement: RequirementId;
  readonly judgement: 'meets' | 'not-the-same' | 'withdrawn';
}

export interface RankingInput {
  readonly job: Job;
  readonly settings: MatchSettings;
  readonly model: ModelState;
  readonly candidates: readonly RankingCandidate[];
  /** By normalised text, of {@link textsToEmbed}; null where there is no model. */
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
  readonly judgements: readonly MatchJudgement[];
  /** Rules that two wordings are not the same skill; those of other jobs may be among them. */
  readonly refusals: readonly Refusal[];
  /** The workspace's taxonomies, by which a skill is known under another name; none where there are none. */
  readonly taxonomies?: Taxonomies | null;
  /** As of when age is judged, where a requirement limits it. */
  readonly at: Instant;
  /** Lower-case hex SHA-256 of the text's UTF-8. */
  readonly sha256: (text: string) => string;
}

/**
 * Ranks candidates against a job by what their credentials evidence (design: score = Σ weight · strength / Σ weight).
 * Nobody is left out, equal ones share a rank, and neither names nor the order of import decide anything. The same
 * inputs give the same values to the last digit.
 */
export function rankCandidates(input: RankingInput): Ranking {
  const model: ModelState = input.settings.useModel ? input.model : { state: 'absent', code: 'switched-off' };
  const withModel = model.state === 'ready' && input.vectors !== null;
  const similarity = createSimilarity([], withModel ? input.vectors : null);
  const requirements = input.job.requirements
    // Characteristics belong into the interview, never into the match.
    .filter(({ kind }) => kind !== 'characteristic')
    .map((requirement) => prepareRequirement(requirement, similarity, withModel ? model.sha256 : null));
  const weights = requirements.map(
    ({ requirement: { weight, priority } }) =>
      weight * (input.settings.weights[priority] / DEFAULT_SETTINGS.weights[priority]),
  );
  const judged = judgementsByPair(input.judgements);
  const { taxonomies = null } = input;
  const rules = requirements.map(({ requirement }): MatchRules => ({
    refused: refusedWordings(input.job, requirement, input.refusals),
    finder: taxonomies === null ? null : createIdentityFinder(taxonomies, requirement),
  }));
  const intern = internWords();
  const scored = input.candidates.map((candidate) =>
    scoreCandidate(candidate, intern, requirements, weights, judged, rules, input.at),
  );
  return {
    job: input.job.id,
    jobVersion: input.job.version,
    model,
    settings: input.settings,
    inputsHash: hashInputs({ ...input, model }),
    candidates: order(scored, input).map((candidate, _, all) => present(candidate, all, weights)),
  };
}

interface Scored {
  readonly candidate: RankingCandidate;
  readonly requirements: readonly {
    readonly prepared: PreparedRequirement;
    readonly found: FoundMatch;
    readonly points: number;
  }[];
  readonly score: number;
  readonly mustHaves: { readonly evidenced: number; readonly total: number };
}

function scoreCandidate(
  candidate: RankingCandidate,
  intern: ReturnType<typeof internWords>,
  requirements: readonly PreparedRequirement[],
  weights: readonly number[],
  judged: ReadonlyMap<string, PersonalJudgement>,
  rules: readonly MatchRules[],
  at: Instant,
): Scored {
  const items = evidenceItems(candidate.statements, candidate.credentials, intern);
  const total = sum(weights);
  const matches = requirements.map((prepared, index) => {
    const judgement = judged.get(pairOf(candidate.candidate, prepared.requirement.id)) ?? null;
    const found = matchRequirement(prepared, items, judgement, at, rules[index]);
    return { prepared, found, points: total === 0 ? 0 : ((weights[index] ?? 0) * found.strength * 100) / total };
  });
  const mustHaves = matches.filter(({ prepared }) => prepared.requirement.priority === 'must');
  return {
    candidate,
    requirements: matches,
    score: roundResult(sum(matches.map(({ points }) => points))),
    mustHaves: { evidenced: mustHaves.filter(({ found }) => found.evidenced).length, total: mustHaves.length },
  };
}

/** Score first, then evidenced must-haves; those equal in both share a rank and stand in an order without meaning. */
function order(scored: readonly Scored[], { sha256 }: RankingInput): readonly Scored[] {
  const neutral = new Map(scored.map((one) => [one, orderKeyOf(one.candidate, sha256)]));
  const key = (one: Scored) => neutral.get(one) ?? '';
  return [...scored].sort((a, b) => compareRank(a, b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function compareRank(a: Scored, b: Scored): number {
  return b.score - a.score || b.mustHaves.evidenced - a.mustHaves.evidenced;
}

function present(one: Scored, all: readonly Scored[], weights: readonly number[]): RankedCandidate {
  return {
    candidate: one.candidate.candidate,
    rank: 1 + all.findIndex((other) => compareRank(other, one) === 0),
    band: bandOf(one.score / 100),
    score: one.score,
    mustHaves: one.mustHaves,
    requirements: one.requirements.map(({ prepared: { requirement }, found, points }): RequirementMatch => ({
      ...found,
      requirement: requirement.id,
      requirementText: requirement.text,
      strength: roundResult(found.strength),
      factors: found.factors.map((factor) => ({ ...factor, value: roundResult(factor.value) })),
      points: roundResult(points),
    })),
    counterfactual: counterfactual(one, all, weights),
  };
}

/** What one document would change; the rank is that among all others. */
function counterfactual(one: Scored, all: readonly Scored[], weights: readonly number[]): Counterfactual | null {
  const standing = {
    requirements: one.requirements.map(({ prepared: { requirement }, found }, index) => ({
      requirement,
      weight: weights[index] ?? 0,
      found,
    })),
    score: one.score,
    evidenced: one.mustHaves.evidenced,
  };
  return counterfactualOf(standing, (score, evidenced) => {
    const then = { ...one, score, mustHaves: { ...one.mustHaves, evidenced } };
    return 1 + all.filter((other) => other !== one && compareRank(other, then) < 0).length;
  });
}

function judgementsByPair(judgements: readonly MatchJudgement[]): ReadonlyMap<string, PersonalJudgement> {
  return new Map(
    judgements.map(({ candidate, requirement, judgement }) => [
      pairOf(candidate, requirement),
      judgement === 'withdrawn' ? null : judgement,
    ]),
  );
}

function pairOf(candidate: CandidateId, requirement: RequirementId): string {
  return `${candidate}\n${requirement}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
