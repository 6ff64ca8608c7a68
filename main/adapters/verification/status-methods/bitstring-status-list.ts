import type { IssuerPack, TrustContext } from '../../../core/ports.ts';
import type { Finding } from '../../../core/verification/finding.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import { objectsOf, textOf, textsOf } from '../../../core/verification/json-fields.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { proveStatusList, unusable, type ProvenStatusList } from './proven-status-list.ts';
import type { StatusMethod } from './status-method.ts';

/**
 * W3C Bitstring Status List 1.0 and its forerunner StatusList2021, out of the packs. The list is a credential itself:
 * its own signature, issuer, dates and purpose are checked before a bit of it is believed.
 */
export const bitstringStatusList: StatusMethod = {
  types: ['BitstringStatusListEntry', 'StatusList2021Entry'],
  async evaluate({ entry, issuerId, trust }) {
    const reference = readReference(entry);
    if ('code' in reference) return reference;
    const pack = packWithList(reference.list, trust);
    if (pack === null) return { code: 'status-list-missing', evidence: { list: reference.list } };
    const list = await proveStatusList({ url: reference.list, pack, issuerId, packs: trust.packs });
    if ('code' in list) return list;
    const now = millisecondsOf(trust.at) ?? -Infinity;
    return misfit(list.json, reference, now) ?? findingOfBit(list, reference, staleFrom(list, pack) <= now);
  },
};

interface StatusReference {
  readonly list: string;
  readonly index: number;
  readonly purpose: string;
}

/** Purposes for which a set bit takes the credential back; any other is a message of the issuer. */
const TAKEN_BACK: Readonly<Record<string, 'revoked' | 'suspended'>> = {
  revocation: 'revoked',
  suspension: 'suspended',
};

function readReference(entry: JsonObject): StatusReference | Finding {
  const malformed = (detail: string): Finding => ({ code: 'status-entry-malformed', evidence: { detail } });
  const list = textOf(entry['statusListCredential']);
  const purpose = textOf(entry['statusPurpose']);
  const index = entry['statusListIndex'];
  if (list === null) return malformed('it names no list');
  if (purpose === null) return malformed('it names no purpose');
  if (!/^\d{1,12}$/.test(String(index))) return malformed('its place in the list is no number');
  if (!Object.hasOwn(TAKEN_BACK, purpose)) return { code: 'status-message', evidence: { purpose } };
  if (entry['statusSize'] !== undefined && entry['statusSize'] !== 1)
    return malformed('its status has more than one bit');
  return { list, index: Number(index), purpose };
}

/** The newest pack that holds the list. */
function packWithList(url: string, trust: TrustContext): IssuerPack | null {
  const packs = trust.packs.filter((pack) => Object.hasOwn(pack.statusLists, url));
  return packs.toSorted((a, b) => b.retrievedAt.localeCompare(a.retrievedAt))[0] ?? null;
}

/** Whether the list is the one that was meant and serves the purpose; the finding that says not, else null. */
function misfit(json: JsonObject, reference: StatusReference, now: number): Finding | null {
  const subject = objectsOf(json['credentialSubject'])[0];
  const from = startOf(json);
  if (json['id'] !== reference.list) return unusable('its id is another one');
  if (!textsOf(subject?.['statusPurpose']).includes(reference.purpose)) return unusable('it serves another purpose');
  return from !== null && (millisecondsOf(from) ?? Infinity) > now ? unusable('it is not valid yet') : null;
}

/** From when on the list says too little: its own end, its time to live, or the end of the pack that carries it. */
function staleFrom(list: ProvenStatusList, pack: IssuerPack): number {
  const from = startOf(list.json);
  const ttl = objectsOf(list.json['credentialSubject'])[0]?.['ttl'];
  const start = from === null ? null : millisecondsOf(from);
  const ends = [textOf(list.json['validUntil']), textOf(list.json['expirationDate']), list.claimedEnd, pack.expiresAt];
  const lives = typeof ttl === 'number' && start !== null ? [start + ttl] : [];
  return Math.min(...lives, ...ends.map((end) => (end === null ? Infinity : (millisecondsOf(end) ?? -Infinity))));
}

function startOf(json: JsonObject): Instant | null {
  return textOf(json['validFrom']) ?? textOf(json['issuanceDate']);
}

/** Bit 0 is the highest bit of the first byte (Bitstring Status List §3.2). A bit that is set counts even on an old list. */
function findingOfBit(list: ProvenStatusList, { index, purpose }: StatusReference, stale: boolean): Finding {
  const byte = list.bits[Math.floor(index / 8)];
  if (byte === undefined) return unusable(`it has no place ${index}`);
  const asOf = startOf(list.json);
  const evidence = { date: asOf ?? 'an unknown date', purpose };
  const isSet = (byte & (0x80 >> (index % 8))) !== 0;
  if (isSet) return { code: TAKEN_BACK[purpose] ?? 'revoked', evidence, asOf };
  return { code: stale ? 'status-list-stale' : 'status-clear', evidence, asOf };
}
