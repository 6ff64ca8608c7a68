import { gunzipSync } from 'node:zlib';
import type { Securing } from '../../../core/credentials/found-credential.ts';
import type { TrustContext } from '../../../core/ports.ts';
import { stateOf, type Finding } from '../../../core/verification/finding.ts';
import { bindsAndHolds } from '../../../core/verification/checks/key-binding.ts';
import { millisecondsOf } from '../../../core/verification/instants.ts';
import { idOf, objectsOf, textOf, textsOf } from '../../../core/verification/json-fields.ts';
import { VERIFICATION_LIMITS } from '../../../core/verification/verification-limits.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { JsonObject } from '../../../../shared/model/json.ts';
import { parseCompactJwt } from '../parse-compact-jwt.ts';
import { verifySecuring } from '../secured.ts';
import type { StatusMethod, StatusQuestion } from './status-method.ts';

/**
 * W3C Bitstring Status List 1.0 and its forerunner StatusList2021, out of the packs. The list is a credential itself:
 * its own signature, issuer, dates and purpose are checked before a bit of it is believed.
 */
export const bitstringStatusList: StatusMethod = {
  types: ['BitstringStatusListEntry', 'StatusList2021Entry'],
  async evaluate(question) {
    const reference = readReference(question.entry);
    if ('code' in reference) return reference;
    const list = findList(reference.list, question.trust);
    if (list === null) return { code: 'status-list-missing', evidence: { list: reference.list } };
    const checked = await checkList(list, reference, question);
    if ('code' in checked) return checked;
    return findingOfBit(checked, reference, question.trust);
  },
};

interface StatusReference {
  readonly list: string;
  readonly index: number;
  readonly purpose: string;
}

interface CheckedList {
  readonly bits: Buffer;
  readonly validFrom: Instant | null;
  /** When the list is to be replaced, in milliseconds since 1970. */
  readonly staleFrom: number;
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

/** The newest list of that URL among the packs. */
function findList(url: string, trust: TrustContext): JsonObject | string | null {
  const packs = trust.packs.filter((pack) => Object.hasOwn(pack.statusLists, url));
  return packs.toSorted((a, b) => b.retrievedAt.localeCompare(a.retrievedAt))[0]?.statusLists[url] ?? null;
}

async function checkList(
  list: JsonObject | string,
  reference: StatusReference,
  { issuerId, trust }: StatusQuestion,
): Promise<CheckedList | Finding> {
  const opened = openList(list);
  if (opened === null) return unusable('it can’t be read');
  const { json, securing } = opened;
  const listIssuer = idOf(json['issuer']);
  if (listIssuer === null || listIssuer !== issuerId) {
    return { code: 'status-list-foreign', evidence: { issuer: listIssuer ?? 'not stated' } };
  }
  const secured = await verifySecuring(json, securing, {
    signer: listIssuer,
    relationship: 'assertionMethod',
    packs: trust.packs,
  });
  const broken = secured.proofs.find(
    (proof) => stateOf(proof.integrity) === 'fail' || stateOf(proof.binding) === 'fail',
  );
  if (secured.refusal !== null || broken !== undefined || !secured.proofs.some(bindsAndHolds)) {
    const detail = broken?.integrity.code ?? secured.proofs[0]?.integrity.code ?? secured.refusal?.code ?? 'no-proof';
    return { code: 'status-list-unproven', evidence: { detail } };
  }
  return readList(secured.view, reference, trust.at);
}

/** A list comes as JSON with a proof, or as a JWT. */
function openList(list: JsonObject | string): { readonly json: JsonObject; readonly securing: Securing } | null {
  if (typeof list !== 'string') {
    return { json: list, securing: { kind: list['proof'] === undefined ? 'none' : 'embedded-proof' } };
  }
  return parseCompactJwt(list);
}

function readList(json: JsonObject, reference: StatusReference, at: Instant): CheckedList | Finding {
  if (json['id'] !== reference.list) return unusable('its id is another one');
  const subject = objectsOf(json['credentialSubject'])[0];
  if (!textsOf(subject?.['statusPurpose']).includes(reference.purpose)) return unusable('it serves another purpose');
  const now = millisecondsOf(at) ?? NaN;
  const validFrom = textOf(json['validFrom']) ?? textOf(json['issuanceDate']);
  const from = validFrom === null ? null : millisecondsOf(validFrom);
  const until = textOf(json['validUntil']) ?? textOf(json['expirationDate']);
  if (from !== null && from > now) return unusable('it is not valid yet');
  const bits = inflate(textOf(subject?.['encodedList']));
  if (bits === null) return unusable('its bits can’t be read within the limits');
  const ttl = subject?.['ttl'];
  const untilMilliseconds = until === null ? Infinity : (millisecondsOf(until) ?? -Infinity);
  const ttlMilliseconds = typeof ttl === 'number' && from !== null ? from + ttl : Infinity;
  return { bits, validFrom, staleFrom: Math.min(untilMilliseconds, ttlMilliseconds) };
}

/** Multibase base64url (`u`) in Bitstring Status List, plain base64url in StatusList2021; GZIP in both. */
function inflate(encoded: string | null): Buffer | null {
  if (encoded === null) return null;
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded;
  try {
    return gunzipSync(Buffer.from(text, 'base64url'), { maxOutputLength: VERIFICATION_LIMITS.statusListBytes });
  } catch {
    return null;
  }
}

/** Bit 0 is the highest bit of the first byte (Bitstring Status List §3.2). A bit that is set counts even on an old list. */
function findingOfBit(list: CheckedList, { index, purpose }: StatusReference, trust: TrustContext): Finding {
  const byte = list.bits[Math.floor(index / 8)];
  if (byte === undefined) return unusable(`it has no place ${index}`);
  const date = list.validFrom ?? 'an unknown date';
  const asOf = list.validFrom;
  const evidence = { date, purpose };
  if ((byte & (0x80 >> (index % 8))) !== 0) {
    return { code: TAKEN_BACK[purpose] ?? 'revoked', evidence, asOf };
  }
  const now = millisecondsOf(trust.at) ?? NaN;
  return { code: list.staleFrom <= now ? 'status-list-stale' : 'status-clear', evidence, asOf };
}

function unusable(detail: string): Finding {
  return { code: 'status-list-unusable', evidence: { detail } };
}
