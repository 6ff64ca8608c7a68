import type { CredentialFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';

/** Could the file be read as something that can be judged, and in which standard and container. */
export function checkFormat(facts: CredentialFacts): Finding {
  return facts.refusal ?? { code: 'format-read', evidence: { standard: facts.standard, container: facts.container } };
}
