import { importing } from '../../../shared/messages/ui.en.ts';
import type { Credential } from '../../../shared/model/credential.ts';

/** What the credential calls itself; data of somebody else's, shown as text only. */
export function credentialName(credential: Credential): string {
  const named = credential.achievement?.name?.text ?? credential.name?.text ?? typeOf(credential);
  return named ?? (credential.content === 'withheld' ? importing.withheld : importing.unnamed);
}

/** An SD-JWT credential has a type (`vct`) in place of a name; whatever stands there is an address, shown as it is. */
function typeOf({ standard, types, content }: Credential): string | undefined {
  return standard === 'sd-jwt-vc' && content !== 'withheld' ? types.at(-1) : undefined;
}
