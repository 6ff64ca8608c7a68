import type { CandidateId } from '../../../../shared/model/ids.ts';
import type { RequirementCoverage } from '../../../../shared/model/search.ts';
import type { Band, ModelState, RankedCandidate, Ranking } from '../../../../shared/model/match.ts';
import type { Strengths } from '../explain/sensitivity.ts';
import { hashInputs, type Sha256 } from '../inputs-hash.ts';
import { bandOf } from '../match-requirement.ts';
import type { RankingCandidate } from '../rank-candidates.ts';
import { createFrame, modelInUse, type FrameLine, type RankingFrame, type RankingQuestion } from '../ranking-frame.ts';
import { fromSteps, stepsOf } from '../round-result.ts';
import { presentCandidate, scoreCandidate } from '../score-candidate.ts';
import { evidencedOfKey, rankKey, scoreOfKey } from '../score.ts';
import { createSimilarity, type Similarity } from '../similarity.ts';
import type { CandidatePool } from './candidate-pool.ts';
import { coverageOf, peopleShowing, strengthsInOrder } from './line-coverage.ts';
import { judgementsOf, keyOfLine, PoolLine } from './pool-lines.ts';
import type { PoolVectors } from './pool-vectors.ts';
import { postingsOf } from './postings.ts';
import { rankKeysOf, type WeighedLine } from './rank-keys.ts';
import { createRankOrder } from './rank-order.ts';
import { textRowsOf, type TextRows } from './text-rows.ts';
import { TextScan } from './text-scan.ts';

/** Somebody in a ranking, before anything is explained. */
export interface Placed {
  readonly candidate: CandidateId;
  readonly rank: number;
  readonly band: Band;
  /** 0–100. */
  readonly score: number;
  /** Must-haves that are evidenced. */
  readonly evidenced: number;
}

/** A ranking of a pool: everybody's place, and explanations for whom they are asked. */
export interface PoolRanking extends Omit<Ranking, 'candidates'> {
  readonly count: number;
  /** Who stands at a place, 0 is first. */
  at(place: number): Placed | null;
  placeOf(candidate: CandidateId): number | null;
  /** How many people have a score at all; they stand first. */
  scored(): number;
  /** How many people show any of the lines at least so strongly (0–1); before the pool is ranked again. */
  showing(least: number): number;
  /** How many people show what each line asks; before the pool is ranked again. */
  coverage(): readonly RequirementCoverage[];
  /** What decides the ranks, in the order of the places; before the pool is ranked again. */
  strengths(): Strengths;
  /**
   * The candidate as `rankCandidates` presents them, from what is known of them.
   * @returns Null where that is not what was ranked: an explanation would not be of what counted.
   */
  explain(candidate: RankingCandidate): RankedCandidate | null;
}

/** Ranks a pool again and again: what was computed for a requirement stays until something that it rests on changes. */
export interface PoolRanker {
  /** @param vectors Those of the question's model, or null for words alone. */
  rank(question: RankingQuestion, vectors: PoolVectors | null): PoolRanking;
}

export function createPoolRanker(pool: CandidatePool, sha256: Sha256): PoolRanker {
  let lines = new Map<string, PoolLine>();
  const comparing = createComparing(pool);

  return {
    rank(question, vectors) {
      const model = modelInUse(question);
      const inUse = model.state === 'ready' ? vectors : null;
      const { similarity, scan } = comparing(inUse);
      const frame = createFrame(question, similarity, inUse?.modelSha256 ?? null);
      const postings = postingsOf(pool);
      const current = linesFor(question, frame, inUse);
      scan?.lookUp(current.flatMap(({ answered }) => answered.toLookUp()));
      for (const { answered } of current) answered.update({ pool, postings, scan });
      return ranked(question, model, frame, current);
    },
  };

  /** Lines that are asked again are taken as they are; those that are not asked any more are let go. */
  function linesFor(question: RankingQuestion, frame: RankingFrame, vectors: PoolVectors | null): readonly AskedLine[] {
    const current = new Map<string, PoolLine>();
    const asked = frame.lines.map((line) => {
      const judgements = judgementsOf(question, line.prepared.requirement);
      const key = keyOfLine(line, question, vectors, judgements);
      const answered = current.get(key) ?? lines.get(key) ?? new PoolLine(pool, line, question.at, judgements);
      current.set(key, answered);
      return { line, answered };
    });
    lines = current;
    return asked;
  }

  function ranked(
    question: RankingQuestion,
    model: ModelState,
    frame: RankingFrame,
    current: readonly AskedLine[],
  ): PoolRanking {
    const keys = rankKeysOf(pool.size, weighedLines(frame, current));
    const order = createRankOrder(pool, keys);
    const answers = () => current.map(({ answered }) => answered.answers);
    const explained: RankingFrame = {
      ...frame,
      lines: current.map(explainedByPool),
    };
    const placeOf = (candidate: CandidateId) => {
      const row = pool.rowOf(candidate);
      return row === undefined ? null : order.placeOf(row);
    };
    return {
      job: question.job.id,
      jobVersion: question.job.version,
      model,
      settings: question.settings,
      inputsHash: hashInputs(question, pool.digestOfPeople(), (candidate) => pool.digestOf(candidate), sha256),
      count: order.count,
      at(place) {
        const there = order.at(place);
        const candidate = pool.idOf(there?.row ?? -1);
        if (there === null || candidate === undefined) return null;
        const score = fromSteps(scoreOfKey(there.key));
        const rank = 1 + order.above(there.key);
        return { candidate, rank, band: bandOf(score / 100), score, evidenced: evidencedOfKey(there.key) };
      },
      placeOf,
      scored: () => order.above(rankKey(1, 0) - 1),
      strengths: () => strengthsInOrder(answers(), order.all(), pool.size),
      showing: (least) => peopleShowing(answers(), stepsOf(least), pool.size),
      coverage: () => current.map(({ line, answered }) => coverageOf(line.prepared, answered.answers)),
      explain(candidate) {
        const scored = scoreCandidate(candidate, explained, (statement) => pool.statements.wordsOf(statement));
        const row = pool.rowOf(candidate.candidate);
        const isRanked = row !== undefined && keys.keys[row] === rankKey(scored.score, scored.mustHaves.evidenced);
        return isRanked ? presentCandidate(scored, explained, order) : null;
      },
    };
  }

  function explainedByPool({ line, answered }: AskedLine): FrameLine {
    return { ...line, found: (id, items) => answered.explain(id, pool.digestOf(id) ?? '', items) };
  }
}

/** A line of the question with what the pool knows of it. */
interface AskedLine {
  readonly line: FrameLine;
  readonly answered: PoolLine;
}

function weighedLines({ shares }: RankingFrame, asked: readonly AskedLine[]): readonly WeighedLine[] {
  return asked.map(({ line, answered: { answers } }, index) => ({
    answers,
    share: shares[index] ?? 0,
    isMust: line.prepared.requirement.priority === 'must',
  }));
}

/** Similarity and scan over the vectors there are; both made anew when vectors or texts have come. */
function createComparing(pool: CandidatePool) {
  let known: { readonly key: string; readonly similarity: Similarity } | null = null;
  let rows: { readonly key: string; readonly rows: TextRows } | null = null;
  return (vectors: PoolVectors | null) => {
    const key = vectors === null ? '' : `${vectors.modelSha256} ${vectors.revision}`;
    if (known?.key !== key) known = { key, similarity: createSimilarity([], vectors) };
    if (vectors === null) return { similarity: known.similarity, scan: null };
    const rowsKey = `${key} ${pool.statements.words.length}`;
    if (rows?.key !== rowsKey) rows = { key: rowsKey, rows: textRowsOf(pool.statements, vectors) };
    return { similarity: known.similarity, scan: new TextScan(vectors, rows.rows) };
  };
}
