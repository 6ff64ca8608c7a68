import type { IssuerPack, TrustContext } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { idOf, objectsOf, textOf } from '../../../core/verification/json-fields.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { ageOf, isOfTomorrow, type ListAge } from './list-age.ts';
import { openList, packWithList } from './list-in-pack.ts';
import { keepsListsFor } from './list-keeper.ts';
import { proveStatusList, unusable } from './proven-status-list.ts';
import type { StatusMethod } from './status-method.ts';

/**
 * 1EdTech Revocation List Status Method 1.0: the entry's id is the URL of a list of the credentials that were revoked.
 * The method foresees no signature on the list. One that is signed must be the issuer's; one that is not counts as far
 * as the pack vouches for it (docs/decisions/status-lists.md).
 */
export const edTechRevocationList: StatusMethod = {
  types: ['1EdTechRevocationList'],
  async evaluate({ entry, credential, issuerId, trust }) {
    const url = textOf(entry['id']);
    const id = textOf(credential['id']);
    if (url === null) return { code: 'status-entry-malformed', evidence: { detail: 'it names no list' } };
    if (id === null) return { code: 'status-entry-malformed', evidence: { detail: 'the credential has no id' } };
    const pack = packWithList(url, trust);
    if (pack === null) return { code: 'status-list-missing', evidence: { list: url } };
    const opened = openList(pack.statusLists[url]);
    if (opened !== null && opened !== 'cbor' && opened.securing.kind === 'none') {
      return inPlainList(opened.json, { url, issuerId, pack, trust, lookUp: (list) => lookUp(list, id) });
    }
    const list = await proveStatusList({ url, pack, issuerId, packs: trust.packs });
    if ('code' in list) return list;
    if (list.json['id'] !== url) return unusable('its id is another one');
    const from = startOf(list.json) ?? list.claimedStart;
    if (isOfTomorrow(from, trust)) return unusable('it is not valid yet');
    const until = [textOf(list.json['validUntil']), ...list.claimedEnds];
    const { asOf, stale } = ageOf({ from, until, ttl: null }, pack, trust);
    const listed = lookUp(list.json, id);
    if (listed === 'malformed') return unusable('it lists no credentials');
    const evidence = { date: asOf, purpose: 'revocation' };
    if (listed !== null) return revoked('revoked', listed, evidence, asOf);
    return { code: stale ? 'status-list-stale' : 'status-clear', evidence, asOf };
  },
};

export interface PlainListQuestion {
  readonly url: string;
  readonly issuerId: string | null;
  readonly pack: IssuerPack;
  readonly trust: TrustContext;
  /** The entry that revokes the credential, or null. */
  readonly lookUp: (list: JsonObject) => JsonObject | 'malformed' | null;
}

/**
 * A list that nobody signed. What it revokes counts, as a revocation must not be lost; that a credential is not in it
 * counts only where the publisher of the pack is one whom the employer has pinned.
 */
export function inPlainList(list: JsonObject, question: PlainListQuestion): Finding {
  const { url, issuerId, pack, trust } = question;
  if (list['id'] !== url) return unusable('its id is another one');
  const keeper = idOf(list['issuer']);
  if (keeper === null || issuerId === null || !keepsListsFor(keeper, issuerId, trust.packs)) {
    return { code: 'status-list-foreign', evidence: { issuer: keeper ?? 'not stated' } };
  }
  const listed = question.lookUp(list);
  if (listed === 'malformed') return unusable('it lists no credentials');
  const { asOf, stale } = ageOf({ from: null, until: [], ttl: null }, pack, trust);
  const evidence = { date: asOf, purpose: 'revocation', source: pack.source };
  if (listed !== null) return revoked('revoked-in-unsigned-list', listed, evidence, asOf);
  return { code: codeOfClear(pack, stale, trust), evidence, asOf };
}

function codeOfClear(
  pack: IssuerPack,
  stale: boolean,
  trust: TrustContext,
): 'status-list-unsigned' | 'status-list-stale' | 'status-clear-by-pack' {
  const vouchedFor = trust.publishers.some(({ fingerprint }) => pack.publishers.includes(fingerprint));
  if (!vouchedFor) return 'status-list-unsigned';
  return stale ? 'status-list-stale' : 'status-clear-by-pack';
}

function startOf(list: JsonObject): Instant | null {
  return textOf(list['validFrom']) ?? textOf(list['issuanceDate']);
}

/** The entry that revokes the credential; null where there is none. `revoked` may be left out, and means true then. */
function lookUp(list: JsonObject, id: string): JsonObject | 'malformed' | null {
  if (!Array.isArray(list['revokedCredential'])) return 'malformed';
  const entries = objectsOf(list['revokedCredential']).filter((each) => each['id'] === id);
  return entries.find((each) => each['revoked'] !== false) ?? null;
}

function revoked(
  code: 'revoked' | 'revoked-in-unsigned-list',
  listed: JsonObject,
  evidence: Readonly<Record<string, string>>,
  asOf: ListAge['asOf'],
): Finding {
  const reason = textOf(listed['revocationReason']);
  return { code, evidence: { ...evidence, ...(reason === null ? {} : { reason: reason.slice(0, 200) }) }, asOf };
}
