import type { CandidateId, Instant } from '../../../../shared/model/ids.ts';
import type { Job } from '../../../../shared/model/job.ts';
import type { EvidenceItem, FoundMatch } from '../match-requirement.ts';
import type { FrameLine, RankingQuestion } from '../ranking-frame.ts';
import type { CandidatePool } from './candidate-pool.ts';
import { answerAll, NO_ANSWERS, withFresh, type LineAnswers } from './line-answers.ts';
import { EVIDENCED, LineValues } from './line-values.ts';
import type { Postings } from './postings.ts';
import type { TextScan } from './text-scan.ts';

/** A person's word on one line: it stands over what was found. */
export interface LineJudgement {
  readonly candidate: CandidateId;
  readonly judgement: 'meets' | 'not-the-same';
}

/** What a line needs to be brought up to date. */
export interface LineWork {
  readonly pool: CandidatePool;
  readonly postings: Postings;
  /** Null where words alone are compared. */
  readonly scan: TextScan | null;
}

/** One requirement, answered for everybody. */
export class PoolLine {
  answers: LineAnswers = NO_ANSWERS;
  private readonly values: LineValues;
  private readonly judgements: readonly LineJudgement[];
  private readonly explained = new Map<CandidateId, { readonly digest: string; readonly found: FoundMatch }>();
  private seenChanges = -1;

  constructor(pool: CandidatePool, line: FrameLine, at: Instant, judgements: readonly LineJudgement[]) {
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

  /** See `LineValues.toLookUp`. */
  toLookUp(): readonly string[] {
    return this.values.toLookUp();
  }

  /** Answers for everybody the first time, and after that for those who changed. */
  update({ pool, postings, scan }: LineWork): void {
    this.values.update(scan);
    const changes = pool.changes.length;
    if (this.seenChanges === changes) return;
    if (this.seenChanges < postings.changes) this.answers = answerAll(pool, postings, this.values);
    const fresh = new Map<number, number>();
    const since = Math.max(this.seenChanges, postings.changes);
    for (const row of new Set(pool.changes.array.subarray(since, changes))) {
      fresh.set(row, this.values.valueOfPerson(row));
    }
    for (const { candidate, judgement } of this.judgements) {
      const row = pool.rowOf(candidate);
      if (row !== undefined) fresh.set(row, judgement === 'meets' ? MET : 0);
    }
    this.answers = withFresh(this.answers, fresh);
    this.seenChanges = changes;
  }
}

/** Explanations that a line remembers; a screen shows a hundred or so at a time. */
const MOST_EXPLAINED = 1000;
/** A person's word that the requirement is met: full strength, and evidenced. */
const MET = 10_000 | EVIDENCED;

/** What a line's answers follow from; a line with the same key has the same answers. Weights are not among it. */
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
