import type { Instant } from '../../../../shared/model/ids.ts';
import { matchRequirement } from '../match-requirement.ts';
import type { PreparedRequirement } from '../wording-strength.ts';
import type { StatementTable } from './statement-table.ts';

/**
 * What the strength of a wording is multiplied with for statements of a class, age left aside. It is asked of the very
 * code that explains a match, by giving it a wording of full strength, and hangs on the requirement's kind and level
 * only, so that requirements share it.
 */
export function classFactor(
  statements: StatementTable,
  prepared: PreparedRequirement,
  classId: number,
  at: Instant,
): number {
  const factors = factorsOf(statements, `${prepared.requirement.kind} ${prepared.requirement.level}`);
  let factor = factors[classId];
  if (factor === undefined) {
    const item = statements.item(0, classId);
    factor = item === null ? 0 : matchRequirement(atFullStrength(prepared), [item], null, at).strength;
    factors[classId] = factor;
  }
  return factor;
}

const kept = new WeakMap<StatementTable, Map<string, number[]>>();

function factorsOf(statements: StatementTable, key: string): number[] {
  const all = kept.get(statements) ?? new Map<string, number[]>();
  kept.set(statements, all);
  const known = all.get(key) ?? [];
  all.set(key, known);
  return known;
}

function atFullStrength(prepared: PreparedRequirement): PreparedRequirement {
  const full = {
    similarity: { cosine: 1, lexical: 1, hybrid: 1 },
    probability: 1,
    strength: 1,
    piece: '',
    wording: '',
  };
  const requirement = { ...prepared.requirement, maxAgeYears: null };
  return { ...withoutIdentity(prepared, true), requirement, compare: () => full };
}

/** The requirement as if nothing named the very skill. */
export function withoutIdentity(prepared: PreparedRequirement, isSupported: boolean): PreparedRequirement {
  return { ...prepared, wordings: [], frameworkIds: new Set(), supports: () => isSupported };
}
