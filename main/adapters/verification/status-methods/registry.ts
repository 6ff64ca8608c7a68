import type { TrustContext } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { idOf, isObject, textsOf, valuesOf } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { bitstringStatusList } from './bitstring-status-list.ts';
import type { StatusMethod } from './status-method.ts';

/** One line a method. An entry of any other type is named in the report and counts as not checked. */
const STATUS_METHODS: readonly StatusMethod[] = [bitstringStatusList];

/** One finding for each status entry of a credential. */
export async function evaluateStatus(credential: JsonObject, trust: TrustContext): Promise<readonly Finding[]> {
  const entries = valuesOf(credential['credentialStatus']);
  if (entries.length > VERIFICATION_LIMITS.statusEntries) {
    return [{ code: 'status-entry-malformed', evidence: { detail: `${entries.length} entries` } }];
  }
  return Promise.all(entries.map((entry) => evaluateEntry(entry, idOf(credential['issuer']), trust)));
}

async function evaluateEntry(entry: Json, issuerId: string | null, trust: TrustContext): Promise<Finding> {
  if (!isObject(entry)) return { code: 'status-entry-malformed', evidence: { detail: 'not an object' } };
  const types = textsOf(entry['type']);
  const method = STATUS_METHODS.find((each) => each.types.some((type) => types.includes(type)));
  if (method === undefined)
    return { code: 'status-type-unknown', evidence: { type: types.join(', ') || 'not stated' } };
  return method.evaluate({ entry, issuerId, trust });
}
