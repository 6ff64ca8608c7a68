import type { CandidateId, Instant, RequirementId } from '../../../shared/model/ids.ts';
import type { Job } from '../../../shared/model/job.ts';
import type { MatchSettings, ModelState, Refusal } from '../../../shared/model/match.ts';
import { createIdentityFinder, otherNamesOf } from '../taxonomies/identity-through.ts';
import type { Taxonomies } from '../taxonomies/taxonomies.ts';
import type { EvidenceItem, FoundMatch, MatchRules, PersonalJudgement } from './match-requirement.ts';
import { refusedWordings } from './refusals.ts';
import { sharesOf, weightsOf } from './score.ts';
import type { Similarity } from './similarity.ts';
import { prepareRequirement, type PreparedRequirement } from './wording-strength.ts';

/** A person's word on a match, oldest first; the last one on a pair holds. */
export interface MatchJudgement {
  readonly candidate: CandidateId;
  readonly requirement: RequirementId;
  readonly judgement: 'meets' | 'not-the-same' | 'withdrawn';
}

/** What a ranking follows from, but for the people. */
export interface RankingQuestion {
  readonly job: Job;
  readonly settings: MatchSettings;
  readonly model: ModelState;
  readonly judgements: readonly MatchJudgement[];
  /** Rules that two wordings are not the same skill; those of other jobs may be among them. */
  readonly refusals: readonly Refusal[];
  /** The workspace's taxonomies, by which a skill is known under another name; none where there are none. */
  readonly taxonomies?: Taxonomies | null;
  /** As of when age is judged, where a requirement limits it. */
  readonly at: Instant;
}

/** One requirement made ready, with what people and taxonomies say of it. */
export interface FrameLine {
  readonly prepared: PreparedRequirement;
  readonly rules: MatchRules;
  /** What was found for a candidate, where it is known already; by default `matchRequirement` looks. */
  readonly found?: (candidate: CandidateId, items: readonly EvidenceItem[]) => FoundMatch;
}

/** The question made ready for many candidates. */
export interface RankingFrame {
  readonly lines: readonly FrameLine[];
  /** As they enter the score, one a line. */
  readonly weights: readonly number[];
  readonly shares: readonly number[];
  readonly at: Instant;
  judgement(candidate: CandidateId, requirement: RequirementId): PersonalJudgement;
}

/** The model by which a ranking is made: none where it is switched off. */
export function modelInUse({ settings, model }: Pick<RankingQuestion, 'settings' | 'model'>): ModelState {
  return settings.useModel ? model : { state: 'absent', code: 'switched-off' };
}

/** @param modelSha256 The model whose vectors `similarity` has; null where it has none. */
export function createFrame(
  question: RankingQuestion,
  similarity: Similarity,
  modelSha256: string | null,
): RankingFrame {
  const { job, settings, refusals, taxonomies = null } = question;
  // Characteristics belong into the interview, never into the match.
  const requirements = job.requirements.filter(({ kind }) => kind !== 'characteristic');
  const weights = weightsOf(requirements, settings);
  const judged = judgementsByPair(question.judgements);
  return {
    lines: requirements.map((requirement) => ({
      prepared: prepareRequirement(
        requirement,
        similarity,
        modelSha256,
        taxonomies === null ? [] : otherNamesOf(taxonomies, requirement),
      ),
      rules: {
        refused: refusedWordings(job, requirement, refusals),
        finder: taxonomies === null ? null : createIdentityFinder(taxonomies, requirement),
      },
    })),
    weights,
    shares: sharesOf(weights),
    at: question.at,
    judgement: (candidate, requirement) => judged.get(pairOf(candidate, requirement)) ?? null,
  };
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
