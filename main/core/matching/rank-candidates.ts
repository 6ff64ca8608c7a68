import type { Credential } from '../../../shared/model/credential.ts';
import type { CandidateId } from '../../../shared/model/ids.ts';
import type { Ranking } from '../../../shared/model/match.ts';
import type { SkillStatement } from '../../../shared/model/skill.ts';
import { digestOfPeople, digestOfPerson, hashInputs, orderKeyOf, type Sha256 } from './inputs-hash.ts';
import { createFrame, modelInUse, type RankingQuestion } from './ranking-frame.ts';
import { createStandings, presentCandidate, scoreCandidate, type ScoredCandidate } from './score-candidate.ts';
import { rankKey } from './score.ts';
import { createSimilarity } from './similarity.ts';
import { internWords } from './wording-strength.ts';

export type { MatchJudgement } from './ranking-frame.ts';

/** One candidate as the ranking sees them: no name, address or picture is among it. */
export interface RankingCandidate {
  readonly candidate: CandidateId;
  readonly statements: readonly SkillStatement[];
  /** The credentials of the statements, for verdict, recognition, dates and the words of the explanation. */
  readonly credentials: readonly Credential[];
}

export interface RankingInput extends RankingQuestion {
  readonly candidates: readonly RankingCandidate[];
  /** By normalised text, of `textsToEmbed`; null where there is no model. */
  readonly vectors: ReadonlyMap<string, Float32Array> | null;
  readonly sha256: Sha256;
}

/**
 * Ranks candidates against a job by what their credentials evidence (design: score = Σ weight · strength / Σ weight).
 * Nobody is left out, equal ones share a rank, and neither names nor the order of import decide anything. The same
 * inputs give the same values to the last digit.
 *
 * This is the ranking as it is defined, one person after the other; pool/ computes the same bytes for many.
 */
export function rankCandidates(input: RankingInput): Ranking {
  const { job, settings, candidates, sha256 } = input;
  const model = modelInUse(input);
  const vectors = model.state === 'ready' ? input.vectors : null;
  const modelSha256 = model.state === 'ready' && vectors !== null ? model.sha256 : null;
  const frame = createFrame(input, createSimilarity([], vectors), modelSha256);
  const intern = internWords();
  const scored = candidates.map((candidate) => ({
    ...scoreCandidate(candidate, frame, intern),
    orderKey: orderKeyOf(candidate, sha256),
  }));
  const ordered = scored.toSorted(
    (a, b) => keyOf(b) - keyOf(a) || compare(a.orderKey, b.orderKey) || compare(a.candidate, b.candidate),
  );
  const standings = createStandings(ordered.map(keyOf));
  const digests = new Map(candidates.map((candidate) => [candidate.candidate, digestOfPerson(candidate, sha256)]));
  return {
    job: job.id,
    jobVersion: job.version,
    model,
    settings,
    inputsHash: hashInputs(
      input,
      digestOfPeople([...digests.values()], sha256),
      (candidate) => digests.get(candidate) ?? null,
      sha256,
    ),
    candidates: ordered.map((one) => presentCandidate(one, frame, standings)),
  };
}

/**
 * Those equal in score and evidenced must-haves share a rank and stand in an order without meaning; the id tells apart
 * who shows nothing at all.
 */
function keyOf({ score, mustHaves }: ScoredCandidate): number {
  return rankKey(score, mustHaves.evidenced);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
