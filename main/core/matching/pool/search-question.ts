import type { CandidateId, JobId, RequirementId } from '../../../../shared/model/ids.ts';
import type { Job, Requirement } from '../../../../shared/model/job.ts';
import type { LeftOutOfSearch } from '../../../../shared/model/search.ts';
import type { SkillStatement } from '../../../../shared/model/skill.ts';
import { normaliseSkillText } from '../../skills/normalise.ts';
import { cutClauses, isDenial } from '../../skills/windows.ts';
import { SEARCH } from '../settings.ts';
import { isNarrative } from '../wording-strength.ts';
import type { CandidatePool } from './candidate-pool.ts';
import type { PoolVectors } from './pool-vectors.ts';
import { textRowsOf } from './text-rows.ts';

/**
 * What is searched, as a question that a ranking answers: each line counts alike and none is a must-have, so that the
 * score is the share of what was searched that somebody shows.
 */
export interface SearchQuestion {
  readonly job: Job;
  /** What has no line. */
  readonly leftOut: readonly LeftOutOfSearch[];
}

/** Each clause once. What is denied ("no Java") is left out: a likeness with it would find those who have it. */
export function questionOfText(text: string): SearchQuestion {
  const clauses = new Map<string, string>();
  const denied: LeftOutOfSearch[] = [];
  for (const clause of cutClauses(text)) {
    const words = normaliseSkillText(clause);
    if (words === '') continue;
    if (isDenial(clause)) denied.push({ text: clause, because: 'denied' });
    else if (!clauses.has(words)) clauses.set(words, clause);
  }
  const lines = [...clauses.values()];
  return {
    job: questionOf(lines.slice(0, SEARCH.mostLines).map((words) => ({ text: words }))),
    leftOut: [...denied, ...tooMany(lines)],
  };
}

/**
 * "Like this person": everything that the person's credentials evidence in fields, each wording once. Of very many
 * those that most credentials state; the order of import decides nothing.
 */
export function questionOfPerson(statements: readonly SkillStatement[]): SearchQuestion {
  const wordings = new Map<string, Wording>();
  for (const { text, quote, source, frameworkIds, credential, noEvidence } of statements) {
    if (noEvidence !== null || isNarrative(source)) continue;
    const known = wordings.get(text);
    wordings.set(text, {
      text: known === undefined || quote < known.text ? quote : known.text,
      frameworkIds: new Set([...(known?.frameworkIds ?? []), ...frameworkIds]),
      credentials: new Set([...(known?.credentials ?? []), credential]),
    });
  }
  const lines = [...wordings.values()].sort(
    (one, other) => other.credentials.size - one.credentials.size || (one.text < other.text ? -1 : 1),
  );
  return {
    job: questionOf(
      lines
        .slice(0, SEARCH.mostLines)
        .map(({ text, frameworkIds }) => ({ text, frameworkIds: [...frameworkIds].sort() })),
    ),
    leftOut: tooMany(lines.map(({ text }) => text)),
  };
}

interface Wording {
  readonly text: string;
  readonly frameworkIds: ReadonlySet<string>;
  readonly credentials: ReadonlySet<string>;
}

function tooMany(lines: readonly string[]): readonly LeftOutOfSearch[] {
  return lines.slice(SEARCH.mostLines).map((text) => ({ text, because: 'too-many' }));
}

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
  const incomplete = new Set(textRowsOf(pool.statements, vectors).waiting);
  const waiting: CandidateId[] = [];
  let last = -1;
  pool.forEachStatement(pool.size, (row, text) => {
    if (row === last || !incomplete.has(text)) return;
    last = row;
    const id = pool.idOf(row);
    if (id !== undefined) waiting.push(id);
  });
  return waiting;
}
