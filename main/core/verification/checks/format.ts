import { CONTAINER_NAMES, STANDARD_NAMES } from '../../../../shared/messages/format-names.en.ts';
import type { CredentialFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';

/** Could the file be read as something that can be judged, and in which standard and container. */
export function checkFormat(facts: CredentialFacts): Finding {
  const evidence = { standard: STANDARD_NAMES[facts.standard], container: CONTAINER_NAMES[facts.container] };
  return facts.refusal ?? { code: 'format-read', evidence };
}
