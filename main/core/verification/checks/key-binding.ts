import { idOf } from '../json-fields.ts';
import type { CredentialFacts, ProofFacts } from '../facts.ts';
import { stateOf, type Finding } from '../finding.ts';

/**
 * Does a key that signed belong to the issuer that is named. One valid signature by the issuer is enough (others may
 * sign beside it); without one, a signature by somebody else fails the check.
 */
export function checkKeyBinding(facts: CredentialFacts): Finding {
  if (idOf(facts.json['issuer']) === null && facts.standard !== 'open-badges-2.0') return { code: 'issuer-id-missing' };
  if (facts.proofs.length === 0) return throughEnvelope(facts);
  const bound = facts.proofs.find((proof) => bindsAndHolds(proof));
  if (bound !== undefined) return bound.binding;
  const failed = facts.proofs.find((proof) => stateOf(proof.binding) === 'fail');
  if (failed !== undefined) return failed.binding;
  return facts.proofs[0]?.binding ?? { code: 'key-not-looked-at' };
}

/** True where a proof both holds and is made with a key of the issuer. */
export function bindsAndHolds(proof: ProofFacts): boolean {
  return stateOf(proof.integrity) === 'pass' && stateOf(proof.binding) === 'pass';
}

function throughEnvelope(facts: CredentialFacts): Finding {
  const envelope = facts.envelope;
  if (envelope === null || envelope.proofs.length === 0) return { code: 'key-not-looked-at' };
  if (envelope.issuerId !== idOf(facts.json['issuer'])) {
    return { code: 'envelope-of-another-issuer', evidence: { issuer: envelope.issuerId ?? 'not stated' } };
  }
  if (envelope.proofs.some(bindsAndHolds)) return { code: 'key-of-envelope' };
  return envelope.proofs[0]?.binding ?? { code: 'key-not-looked-at' };
}
