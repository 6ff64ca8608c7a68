import type { CandidateId, Instant } from '../../../../shared/model/ids.ts';
import type { Job } from '../../../../shared/model/job.ts';
import type { EvidenceItem, FoundMatch } from '../match-requirement.ts';
import type { FrameLine, RankingQuestion } from '../ranking-frame.ts';
import { Bitset } from './bitset.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { ColumnTable } from './kernel.ts';
import { EVIDENCED, LineValues, STRENGTH } from './line-values.ts';
import type { PoolVectors } from './pool-vectors.ts';
import type { Postings } from './postings.ts';
import type { TextRows } from './text-rows.ts';

/** A person's word on one line: it stands over what was found. */
export interface LineJudgement {
  readonly candidate: CandidateId;
  readonly judgement: 'meets' | 'not-the-same';
}

/** What a line needs to be brought up to date. */
export interface LineWork {
  readonly pool: CandidatePool;
  readonly postings: Postings;
  readonly scan: { readonly vectors: PoolVectors; readonly rows: TextRows; readonly least: number } | null;
  readonly columns: ColumnTable;
}

/** One requirement, answered for everybody: a column of strengths, and the set of those who evidence it. */
export class PoolLine {
  readonly column: number;
  readonly values: LineValues;
  private readonly judgements: readonly LineJudgement[];
  private readonly explained = new Map<CandidateId, { readonly digest: string; readonly found: FoundMatch }>();
  private evidencedRows = new Bitset(0);
  private seenChanges = -1;

  constructor(column: number, pool: CandidatePool, line: FrameLine, at: Instant, judgements: readonly LineJudgement[]) {
    this.column = column;
    this.judgements = judgements;
    this.values = new LineValues(pool, line, at);
  }

  /** What explains the match of somebody in the pool; kept for as long as nothing about the person changes. */
  explain(candidate: CandidateId, digest: string, items: readonly EvidenceItem[]): FoundMatch {
    const known = this.explained.get(candidate);
    if (known?.digest === digest) return known.found;
    const judgement = this.judgements.find((one) => one.candidate === candidate)?.judgement ?? null;
    const found = this.values.explain(items, judgement);
    if (this.explained.size >= MOST_EXPLAINED) this.explained.clear();
    this.explained.set(candidate, { digest, found });
    return found;
  }

  /** Everybody who evidences the requirement, in rising order of row. */
  forEachEvidenced(visit: (row: number) => void): void {
    this.evidencedRows.forEach(visit);
  }

  /** Answers for everybody the first time, and after that for those who changed. */
  update({ pool, postings, scan, columns }: LineWork): void {
    this.values.update(scan);
    const column = columns.column(this.column);
    const changes = pool.changes.length;
    if (this.seenChanges === changes) return;
    if (this.seenChanges < postings.changes) this.answerAll(pool, postings, column);
    else this.evidencedRows = this.evidencedRows.resized(pool.size);
    const since = Math.max(this.seenChanges, postings.changes);
    for (const row of new Set(pool.changes.array.subarray(since, changes))) this.answer(row, column);
    for (const { candidate, judgement } of this.judgements) {
      const row = pool.rowOf(candidate);
      if (row !== undefined) this.write(row, judgement === 'meets' ? MET : 0, column);
    }
    this.seenChanges = changes;
  }

  private answerAll(pool: CandidatePool, { kinds, starts, people }: Postings, column: Uint16Array): void {
    const { firstKind, nextKind } = pool.statements;
    const evidenced = new Bitset(pool.size);
    const personal = new Bitset(pool.size);
    let isAnyPersonal = false;
    column.fill(0);
    for (const text of this.values.counting) {
      const isPersonal = this.values.isPersonal(text);
      isAnyPersonal ||= isPersonal;
      for (let next = firstKind.at(text); next !== 0; next = nextKind.at(next - 1)) {
        const kind = next - 1;
        if (kind >= kinds) continue;
        const [from, to] = [starts[kind] ?? 0, starts[kind + 1] ?? 0];
        if (isPersonal) {
          for (let at = from; at < to; at += 1) personal.add(people[at] ?? 0);
          continue;
        }
        const value = this.values.valueOf(kind, 0);
        const strength = value & STRENGTH;
        for (let at = from; at < to; at += 1) {
          const row = people[at] ?? 0;
          if ((column[row] ?? 0) < strength) column[row] = strength;
        }
        if ((value & EVIDENCED) !== 0) for (let at = from; at < to; at += 1) evidenced.add(people[at] ?? 0);
      }
    }
    this.evidencedRows = evidenced;
    if (isAnyPersonal) personal.forEach((row) => this.answer(row, column));
  }

  private answer(row: number, column: Uint16Array): void {
    this.write(row, this.values.valueOfPerson(row), column);
  }

  private write(row: number, value: number, column: Uint16Array): void {
    column[row] = value & STRENGTH;
    if ((value & EVIDENCED) !== 0) this.evidencedRows.add(row);
    else this.evidencedRows.delete(row);
  }
}

/** Explanations that a line remembers; a screen shows a hundred or so at a time. */
const MOST_EXPLAINED = 1000;
/** A person's word that the requirement is met: full strength, and evidenced. */
const MET = 10_000 | EVIDENCED;

/** What a line's answers follow from; a line with the same key has the same column. Weights are not among it. */
export function keyOfLine(
  { prepared: { requirement }, rules }: FrameLine,
  { job, taxonomies, at }: RankingQuestion,
  vectors: { readonly modelSha256: string; readonly revision: number } | null,
  judgements: readonly LineJudgement[],
): string {
  const { text, kind, level, alternatives, frameworkIds, maxAgeYears } = requirement;
  return JSON.stringify([
    [text, kind, level, alternatives, frameworkIds, maxAgeYears],
    maxAgeYears === null ? null : at,
    [...(rules.refused ?? [])],
    taxonomies?.state ?? [],
    vectors === null ? null : [vectors.modelSha256, vectors.revision],
    judgements.length === 0 ? [] : [job.id, requirement.id, judgements],
  ]);
}

/** People's last words on a requirement of the job; withdrawn ones are none. */
export function judgementsOf(
  { judgements }: RankingQuestion,
  { id }: Job['requirements'][number],
): readonly LineJudgement[] {
  const last = new Map(judgements.filter((one) => one.requirement === id).map((one) => [one.candidate, one.judgement]));
  return [...last].flatMap(([candidate, judgement]) => (judgement === 'withdrawn' ? [] : [{ candidate, judgement }]));
}
