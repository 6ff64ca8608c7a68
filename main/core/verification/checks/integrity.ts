import type { CredentialFacts } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';

/**
 * Are these the words that were signed. Every assertion proof that is understood must pass: one that fails fails the
 * check, however good the others are; those not understood are named.
 */
export function checkIntegrity(facts: CredentialFacts): Finding {
  if (facts.refusal !== null) return { code: 'format-refused' };
  if (facts.proofs.length === 0) return withoutOwnProof(facts);
  const findings = facts.proofs.map((proof) => proof.integrity);
  const failed = findings.find((finding) => stateOf(finding) === 'fail');
  if (failed !== undefined) return failed;
  const passed = facts.proofs.filter((proof) => stateOf(proof.integrity) === 'pass');
  const first = passed[0];
  if (first === undefined) return findings[0] ?? { code: 'no-proof' };
  const unread = facts.unsignedPaths;
  if (unread.length > 0) {
    const evidence = { suite: first.suite, count: unread.length, first: unread[0] ?? '' };
    return { code: 'signature-valid-in-part', evidence };
  }
  if (passed.length === facts.proofs.length) return first.integrity;
  const others = facts.proofs.filter((proof) => !passed.includes(proof)).map((proof) => proof.suite);
  return { code: 'signature-valid-others-not-checked', evidence: { suite: first.suite, others: others.join(', ') } };
}

function withoutOwnProof(facts: CredentialFacts): Finding {
  if (facts.standard === 'open-badges-2.0') return { code: 'hosted-badge' };
  if (facts.envelope === null || facts.envelope.proofs.length === 0) return { code: 'no-proof' };
  const findings = facts.envelope.proofs.map((proof) => proof.integrity);
  const open =
    findings.find((finding) => stateOf(finding) === 'fail') ?? findings.find((each) => stateOf(each) !== 'pass');
  return open ?? { code: 'covered-by-envelope', evidence: { suite: facts.envelope.proofs[0]?.suite ?? '' } };
}
