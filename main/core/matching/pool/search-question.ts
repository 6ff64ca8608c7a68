import type { CandidateId, JobId, RequirementId } from '../../../../shared/model/ids.ts';
import type { Job, Requirement } from '../../../../shared/model/job.ts';
import type { SkillStatement } from '../../../../shared/model/skill.ts';
import { splitClauses } from '../../skills/windows.ts';
import { isNarrative } from '../wording-strength.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { PoolVectors } from './pool-vectors.ts';
import { textRowsOf } from './text-rows.ts';

/**
 * What is searched, as a question that a ranking answers: each line counts alike and none is a must-have, so that the
 * score is the share of what was searched that somebody shows.
 */
export function questionOfText(text: string): Job {
  const clauses = splitClauses(text);
  return questionOf((clauses.length === 0 ? [text] : clauses).slice(0, MOST_LINES).map((words) => ({ text: words })));
}

/** "Like this person": everything that the person's credentials evidence in fields, each wording once. */
export function questionOfPerson(statements: readonly SkillStatement[]): Job {
  const lines = new Map<string, { readonly text: string; readonly frameworkIds: readonly string[] }>();
  for (const { text, quote, source, frameworkIds, noEvidence } of statements) {
    if (noEvidence !== null || isNarrative(source)) continue;
    const known = lines.get(text)?.frameworkIds ?? [];
    lines.set(text, { text: lines.get(text)?.text ?? quote, frameworkIds: [...new Set([...known, ...frameworkIds])] });
  }
  return questionOf([...lines.values()].slice(0, MOST_LINES));
}

/** Enough to tell people apart; more would make a search as long as a job of five hundred lines. */
const MOST_LINES = 60;

function questionOf(lines: readonly (Pick<Requirement, 'text'> & Partial<Requirement>)[]): Job {
  return {
    id: '' as JobId,
    title: '',
    field: null,
    version: 0,
    savedAt: '',
    requirements: lines.map((line, index) => ({
      id: `line-${index + 1}` as RequirementId,
      kind: 'skill',
      priority: 'want',
      weight: 1,
      level: null,
      alternatives: [],
      frameworkIds: [],
      maxAgeYears: null,
      sourceSentence: null,
      ...line,
    })),
  };
}

/** Everybody of whom a text has no vector (yet), in the order in which they came. */
export function waitingPeople(pool: CandidatePool, vectors: PoolVectors): readonly CandidateId[] {
  const { incomplete } = textRowsOf(pool.statements, vectors);
  const waiting: CandidateId[] = [];
  let last = -1;
  pool.forEachEntry(pool.size, (row, kind) => {
    if (row === last || incomplete[pool.statements.kindText.at(kind)] !== 1) return;
    last = row;
    const id = pool.idOf(row);
    if (id !== undefined) waiting.push(id);
  });
  return waiting;
}
