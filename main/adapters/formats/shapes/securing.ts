import type { Securing } from '../../../core/credentials/found-credential.ts';
import type { SecuredJson } from '../container.ts';
import { listOf } from '../json-values.ts';

/** How a decoded object is secured. The token comes first: it covers a proof that stands inside. */
export function securingOf({ json, token }: SecuredJson): Securing {
  if (token) return token;
  return listOf(json['proof']).length > 0 ? { kind: 'embedded-proof' } : { kind: 'none' };
}
