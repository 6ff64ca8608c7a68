import type { CredentialFacts, EndorsementFacts } from '../facts.ts';
import { stateOf, toCheck, type Finding } from '../finding.ts';
import type { EndorsementSummary } from '../../../../shared/model/check.ts';

/**
 * Does somebody else stand up for it, and do those statements hold themselves. It passes only by somebody on the trust
 * list: anybody can make a key and endorse with it. One that does not hold is named, and fails nothing but this.
 */
export function checkEndorsements(facts: CredentialFacts): Finding {
  const total = facts.endorsements.length;
  if (total === 0) return { code: 'endorsements-none' };
  const count = (holds: (finding: Finding) => boolean): number =>
    facts.endorsements.filter(({ finding }) => holds(finding)).length;
  const failed = count((finding) => stateOf(finding) === 'fail');
  if (failed > 0) return { code: 'endorsements-some-failed', evidence: { failed, total } };
  const open = count((finding) => stateOf(finding) !== 'pass' && !HOLD_IN_THEMSELVES.includes(finding.code));
  if (open > 0) return { code: 'endorsements-not-checked', evidence: { open, total } };
  const passed = count((finding) => stateOf(finding) === 'pass');
  return passed > 0
    ? { code: 'endorsements-valid', evidence: { passed, total } }
    : { code: 'endorsers-unknown', evidence: { total } };
}

/** Statements that were checked and hold, of people who are not known or who speak for themselves. */
const HOLD_IN_THEMSELVES: readonly Finding['code'][] = ['endorser-unknown', 'endorsement-own'];

/** How the report lists an endorsement. */
export function endorsementSummary({ finding, ...facts }: EndorsementFacts): EndorsementSummary {
  const { state, code, message, settledBy } = toCheck(finding);
  return {
    ...facts,
    state: state === 'not-applicable' ? 'not-checked' : state,
    code,
    message,
    settledBy: settledBy ?? null,
  };
}
