import type { TrustContext } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { idOf, isObject, textOf, textsOf, valuesOf } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { bitstringStatusList } from './bitstring-status-list.ts';
import { edTechRevocationList } from './edtech-revocation-list.ts';
import { openBadges2Revocation, revokedAssertion } from './open-badges-2-revocation.ts';
import { revocationList2020 } from './revocation-list-2020.ts';
import type { StatusMethod } from './status-method.ts';
import { tokenStatusList } from './token-status-list.ts';

/** One line a method. An entry of any other type is named in the report and counts as not checked. */
const STATUS_METHODS: readonly StatusMethod[] = [
  bitstringStatusList,
  revocationList2020,
  edTechRevocationList,
  tokenStatusList,
  openBadges2Revocation,
  revokedAssertion,
];

/**
 * One finding for each status entry of a credential.
 * @param claims the payload of the JWT around it, whose claim `status` counts too; null where there is none.
 */
export async function evaluateStatus(
  credential: JsonObject,
  claims: JsonObject | null,
  trust: TrustContext,
): Promise<readonly Finding[]> {
  const entries = [...valuesOf(credential['credentialStatus']), ...tokenEntries(credential, claims)];
  if (entries.length > VERIFICATION_LIMITS.statusEntries) {
    return [{ code: 'status-entry-malformed', evidence: { detail: `${entries.length} entries` } }];
  }
  const issuerId = idOf(credential['issuer']) ?? textOf(claims?.['iss']) ?? textOf(credential['iss']);
  return Promise.all(entries.map((entry) => evaluateEntry(entry, { credential, issuerId, trust })));
}

/** The mechanisms of a token's `status` claim, each as an entry whose type is its name. */
function tokenEntries(credential: JsonObject, claims: JsonObject | null): readonly Json[] {
  const stated = claims?.['status'] ?? credential['status'];
  // A credential may have a property `status` of its own; only a token's, or one with a list, is meant for this.
  if (!isObject(stated) || (claims === null && stated['status_list'] === undefined)) return [];
  return Object.entries(stated).map(([type, value]) => (isObject(value) ? { ...value, type } : { type }));
}

async function evaluateEntry(
  entry: Json,
  about: { readonly credential: JsonObject; readonly issuerId: string | null; readonly trust: TrustContext },
): Promise<Finding> {
  if (!isObject(entry)) return { code: 'status-entry-malformed', evidence: { detail: 'not an object' } };
  const types = textsOf(entry['type']);
  const method = STATUS_METHODS.find((each) => each.types.some((type) => types.includes(type)));
  if (method === undefined)
    return { code: 'status-type-unknown', evidence: { type: types.join(', ') || 'not stated' } };
  return method.evaluate({ entry, ...about });
}
