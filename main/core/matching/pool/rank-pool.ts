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
import { BAND_FROM } from '../settings.ts';
import { createSimilarity, type Similarity } from '../similarity.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { PoolKernel } from './kernel.ts';
import { leastDot } from './least-dot.ts';
import { judgementsOf, keyOfLine, PoolLine } from './pool-lines.ts';
import type { PoolVectors } from './pool-vectors.ts';
import { postingsOf } from './postings.ts';
import { createRankOrder } from './rank-order.ts';
import { textRowsOf, type TextRows } from './text-rows.ts';

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

export function createPoolRanker(pool: CandidatePool, kernel: PoolKernel, sha256: Sha256): PoolRanker {
  const columns = kernel.createColumns();
  let lines = new Map<string, PoolLine>();
  let room = { rows: 0, columns: 0 };
  const comparing = createComparing(pool);

  return {
    rank(question, vectors) {
      const model = modelInUse(question);
      const inUse = model.state === 'ready' ? vectors : null;
      const { similarity, scan } = comparing(inUse);
      const frame = createFrame(question, similarity, inUse?.modelSha256 ?? null);
      const postings = postingsOf(pool);
      const current = linesFor(question, frame, inUse);
      makeRoom(current);
      for (const line of current) line.update({ pool, postings, scan, columns });
      return ranked(question, model, frame, current);
    },
  };

  /** Lines that are asked again are taken as they are; columns of those that are not asked any more are free. */
  function linesFor(question: RankingQuestion, frame: RankingFrame, vectors: PoolVectors | null): readonly PoolLine[] {
    const keyed = frame.lines.map((line) => {
      const judgements = judgementsOf(question, line.prepared.requirement);
      return { key: keyOfLine(line, question, vectors, judgements), line, judgements };
    });
    const kept = new Map(keyed.flatMap(({ key }) => (lines.has(key) ? [[key, lines.get(key)] as const] : [])));
    const taken = new Set([...kept.values()].map((line) => line?.column));
    let free = 0;
    const current = new Map<string, PoolLine>();
    for (const { key, line, judgements } of keyed) {
      if (current.has(key)) continue;
      while (taken.has(free)) free += 1;
      const known = lines.get(key);
      if (known === undefined) taken.add(free);
      current.set(key, known ?? new PoolLine(free, pool, line, question.at, judgements));
    }
    lines = current;
    return keyed.flatMap(({ key }) => current.get(key) ?? []);
  }

  function makeRoom(current: readonly PoolLine[]): void {
    const needed = 1 + Math.max(-1, ...current.map(({ column }) => column));
    if (pool.size <= room.rows && needed <= room.columns) return;
    // A little more than needed, so that one more person is not a new table.
    const rows = pool.size <= room.rows ? room.rows : Math.ceil(pool.size * 1.05) + 64;
    room = { rows, columns: Math.max(needed, room.columns) };
    columns.resize(room.rows, room.columns);
  }

  function ranked(
    question: RankingQuestion,
    model: ModelState,
    frame: RankingFrame,
    current: readonly PoolLine[],
  ): PoolRanking {
    const keys = rankKeys(frame, current);
    const order = createRankOrder(pool, keys);
    const explained: RankingFrame = {
      ...frame,
      lines: frame.lines.map((line, index) => explainedBy(line, current[index])),
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
      strengths() {
        const { rows, keys } = order.all();
        return strengthsInOrder(
          current.map(({ column }) => columns.column(column)),
          rows,
          keys,
        );
      },
      showing: (least) => showing(current, stepsOf(least)),
      coverage: () => frame.lines.flatMap((line, index) => coverageOf(line, current[index])),
      explain(candidate) {
        const scored = scoreCandidate(candidate, explained, (statement) => pool.statements.wordsOf(statement));
        const row = pool.rowOf(candidate.candidate);
        const isRanked = row !== undefined && keys[row] === rankKey(scored.score, scored.mustHaves.evidenced);
        return isRanked ? presentCandidate(scored, explained, order) : null;
      },
    };
  }

  function explainedBy(line: FrameLine, answered: PoolLine | undefined): FrameLine {
    if (answered === undefined) return line;
    return { ...line, found: (id, items) => answered.explain(id, pool.digestOf(id) ?? '', items) };
  }

  function showing(current: readonly PoolLine[], least: number): number {
    const asked = current.map(({ column }) => columns.column(column));
    let people = 0;
    for (let row = 0; row < pool.size; row += 1) if (asked.some((column) => (column[row] ?? 0) >= least)) people += 1;
    return people;
  }

  function coverageOf({ prepared }: FrameLine, line: PoolLine | undefined): readonly RequirementCoverage[] {
    if (line === undefined) return [];
    const column = columns.column(line.column);
    const possible = stepsOf(BAND_FROM.possible);
    let [evidenced, alike, strongest] = [0, 0, 0];
    for (let row = 0; row < pool.size; row += 1) {
      const strength = column[row] ?? 0;
      if (strength >= possible) alike += 1;
      if (strength > strongest) strongest = strength;
    }
    line.forEachEvidenced((row) => {
      evidenced += 1;
      if ((column[row] ?? 0) >= possible) alike -= 1;
    });
    const { id: requirement, text: requirementText } = prepared.requirement;
    return [{ requirement, requirementText, evidenced, alike, strongest: fromSteps(strongest) }];
  }

  function rankKeys(frame: RankingFrame, current: readonly PoolLine[]): Uint32Array {
    const rows = pool.size;
    const scores = columns.weigh(
      current.map(({ column }) => column),
      frame.shares,
      rows,
    );
    const evidenced = new Uint16Array(rows);
    for (const [index, line] of current.entries()) {
      if (frame.lines[index]?.prepared.requirement.priority !== 'must') continue;
      line.forEachEvidenced((row) => {
        evidenced[row] = (evidenced[row] ?? 0) + 1;
      });
    }
    const keys = new Uint32Array(rows);
    for (let row = 0; row < rows; row += 1) keys[row] = rankKey(scores[row] ?? 0, evidenced[row] ?? 0);
    return keys;
  }
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
    return { similarity: known.similarity, scan: { vectors, rows: rows.rows, least: leastDot(vectors.modelSha256) } };
  };
}

/** Row by row, a column after another, as the ranks are: best first. */
function strengthsInOrder(columns: readonly Uint16Array[], rows: Uint32Array, keys: ArrayLike<number>): Strengths {
  const strengths = new Uint16Array(rows.length * columns.length);
  const evidenced = new Uint16Array(rows.length);
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    for (const [index, column] of columns.entries()) strengths[place * columns.length + index] = column[row] ?? 0;
    evidenced[place] = evidencedOfKey(keys[place] ?? 0);
  }
  return { strengths, evidenced };
}
