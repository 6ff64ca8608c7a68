import { importing } from '../../../shared/messages/ui.en.ts';
import type { Credential } from '../../../shared/model/credential.ts';

/** What the credential calls itself; data of somebody else's, shown as text only. */
export function credentialName(credential: Credential): string {
  const named = credential.achievement?.name?.text ?? credential.name?.text;
  return named ?? (credential.content === 'withheld' ? importing.withheld : importing.unnamed);
}
