import { isList, isObject, textOf } from '../../../core/verification/json-fields.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { inPlainList } from './edtech-revocation-list.ts';
import { openList, packWithList } from './list-in-pack.ts';
import { unusable } from './proven-status-list.ts';
import type { StatusMethod } from './status-method.ts';

/**
 * Open Badges 2.0 RevocationList: a page of the issuer's that lists revoked assertions by id or uid. It is never signed,
 * so it counts as far as the pack vouches for it (docs/decisions/status-lists.md).
 */
export const openBadges2Revocation: StatusMethod = {
  types: ['RevocationList'],
  async evaluate({ entry, credential, issuerId, trust }) {
    const url = textOf(entry['id']);
    const ids = [textOf(credential['id']), textOf(credential['uid'])].filter((id) => id !== null);
    if (url === null) return { code: 'status-entry-malformed', evidence: { detail: 'it names no list' } };
    if (ids.length === 0) return { code: 'status-entry-malformed', evidence: { detail: 'the badge has no id' } };
    const pack = packWithList(url, trust);
    if (pack === null) return { code: 'status-list-missing', evidence: { list: url } };
    const opened = openList(pack.statusLists[url]);
    if (opened === null || opened === 'cbor') return unusable('it can’t be read');
    return inPlainList(opened.json, { url, issuerId, pack, trust, lookUp: (list) => lookUp(list, ids) });
  },
};

/** An assertion that says of itself that it was revoked, as a hosted one then does. */
export const revokedAssertion: StatusMethod = {
  types: ['RevokedAssertion'],
  evaluate: async () => ({ code: 'revoked-by-itself' }),
};

/** `revokedAssertions` holds addresses, or objects with `id` or `uid` and a reason. */
function lookUp(list: JsonObject, ids: readonly string[]): JsonObject | 'malformed' | null {
  if (!isList(list['revokedAssertions'])) return 'malformed';
  const entries = list['revokedAssertions'].map((each) => (typeof each === 'string' ? { id: each } : each));
  const isMeant = (id: Json | undefined): boolean => typeof id === 'string' && ids.includes(id);
  return entries.filter(isObject).find((each) => isMeant(each['id']) || isMeant(each['uid'])) ?? null;
}
