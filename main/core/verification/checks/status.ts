import type { CheckState } from '../../../../shared/model/check.ts';
import type { CredentialFacts } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';

/** The gravest finding decides: one list that revokes outweighs any number that do not. */
const GRAVITY: Readonly<Record<CheckState, number>> = {
  fail: 4,
  'not-checked': 3,
  stale: 2,
  pass: 1,
  'not-applicable': 0,
};

/** Was it taken back, by every status list that it names. */
export function checkStatus(facts: CredentialFacts): Finding {
  const gravest = facts.status.toSorted((a, b) => GRAVITY[stateOf(b)] - GRAVITY[stateOf(a)])[0];
  return gravest ?? { code: facts.keptBack === true ? 'status-kept-back' : 'status-none' };
}
