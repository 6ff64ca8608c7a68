import type { CredentialFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';

/** Does somebody else stand up for it, and do those statements hold themselves. */
export function checkEndorsements(facts: CredentialFacts): Finding {
  const total = facts.endorsements.length;
  if (total === 0) return { code: 'endorsements-none' };
  const count = (state: string): number => facts.endorsements.filter((each) => each === state).length;
  if (count('fail') > 0) return { code: 'endorsements-some-failed', evidence: { failed: count('fail'), total } };
  if (count('not-checked') > 0)
    return { code: 'endorsements-not-checked', evidence: { open: count('not-checked'), total } };
  return { code: 'endorsements-valid', evidence: { passed: count('pass'), total } };
}
