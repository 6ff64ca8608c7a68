import type { RequirementRuleId } from '../../../shared/model/ids.ts';
import type { RequirementRule } from '../../../shared/model/requirement-rule.ts';
import type { Database } from './connection.ts';

/** Rules about wordings of ads. */
export interface RequirementRuleRepository {
  /** Keeps a rule; the one that stood for the same wording gives way. */
  put(rule: RequirementRule): void;
  /** @returns False where there is no such rule. */
  remove(id: RequirementRuleId): boolean;
  /** The rule for a normalised wording. */
  ofWording(wording: string): RequirementRule | null;
  /** All rules by wording. */
  list(): readonly RequirementRule[];
}

const COLUMNS = 'id, at, by, wording, text, verdict, kind, priority';

export function createRequirementRuleRepository(database: Database): RequirementRuleRepository {
  const put = database.prepare(
    `INSERT OR REPLACE INTO requirement_rules (${COLUMNS})
     VALUES (@id, @at, @by, @wording, @text, @verdict, @kind, @priority)`,
  );
  const remove = database.prepare('DELETE FROM requirement_rules WHERE id = ?');
  const ofWording = database.prepare<[string], RequirementRule>(
    `SELECT ${COLUMNS} FROM requirement_rules WHERE wording = ?`,
  );
  const all = database.prepare<[], RequirementRule>(`SELECT ${COLUMNS} FROM requirement_rules ORDER BY wording`);
  return {
    put: (rule) => void put.run(rule),
    remove: (id) => remove.run(id).changes > 0,
    ofWording: (wording) => ofWording.get(wording) ?? null,
    list: () => all.all(),
  };
}
