import type { Finding } from '../../../core/verification/finding.ts';
import { objectsOf, textOf, textsOf } from '../../../core/verification/json-fields.ts';
import type { Instant } from '../../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { ageOf, isOfTomorrow, type ListAge } from './list-age.ts';
import { bitsOf, valueAt } from './list-bits.ts';
import { packWithList } from './list-in-pack.ts';
import { proveStatusList, unusable, type ProvenStatusList } from './proven-status-list.ts';
import type { StatusQuestion } from './status-method.ts';

/** The names that one of the mechanisms gives to the same things. */
export interface BitListTerms {
  /** Types of the list, as a credential or as its subject. */
  readonly listTypes: readonly string[];
  readonly list: string;
  readonly index: string;
  /** The one purpose that there is; null where the entry names it. */
  readonly purpose: string | null;
}

/** Looks up an entry in a list of bits that a pack carries (Bitstring Status List 1.0 §3.2). */
export async function evaluateBits(question: StatusQuestion, terms: BitListTerms): Promise<Finding> {
  const { entry, issuerId, trust } = question;
  const reference = readReference(entry, terms);
  if ('code' in reference) return reference;
  const pack = packWithList(reference.list, trust);
  if (pack === null) return { code: 'status-list-missing', evidence: { list: reference.list } };
  const list = await proveStatusList({ url: reference.list, pack, issuerId, packs: trust.packs });
  if ('code' in list) return list;
  const misfit = misfitOf(list.json, reference, terms);
  if (misfit !== null) return misfit;
  if (isOfTomorrow(startOf(list), trust)) return unusable('it is not valid yet');
  const bits = bitsOf(list.json, textOf(subjectOf(list.json)?.['encodedList']), 'gzip');
  if ('code' in bits) return bits;
  const value = valueAt(bits, reference.index, reference.size, 'high');
  if (value === null) return unusable(`it has no place ${reference.index}`);
  return findingOf(value, reference, ageOf(datesOf(list), pack, trust));
}

interface BitReference {
  readonly list: string;
  readonly index: number;
  readonly purpose: string;
  /** Bits of one place, 1–32. */
  readonly size: number;
  /** What each value means, by its number; empty where the entry does not say. */
  readonly messages: ReadonlyMap<number, string>;
}

function readReference(entry: JsonObject, terms: BitListTerms): BitReference | Finding {
  const malformed = (detail: string): Finding => ({ code: 'status-entry-malformed', evidence: { detail } });
  const list = textOf(entry[terms.list]);
  const purpose = terms.purpose ?? textOf(entry['statusPurpose']);
  const index = indexOf(entry[terms.index]);
  const size = terms.purpose === null ? (entry['statusSize'] ?? 1) : 1;
  if (list === null) return malformed('it names no list');
  if (purpose === null) return malformed('it names no purpose');
  if (index === null) return malformed('its place in the list is no number');
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > MAXIMUM_SIZE) {
    return malformed('the size of its status is no usable number');
  }
  return { list, index, purpose, size, messages: messagesOf(entry) };
}

/** 32 bits tell four billion states apart; no list known has more than 8. */
const MAXIMUM_SIZE = 32;

/** A text of digits by the specification, a number in many credentials. */
function indexOf(value: Json | undefined): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return /^\d{1,12}$/.test(String(value)) ? Number(value) : null;
}

/** `statusMessage` by the specification, `statusMessages` by its drafts: `[{ status: "0x1", message }]`. */
function messagesOf(entry: JsonObject): ReadonlyMap<number, string> {
  const stated = objectsOf(entry['statusMessage'] ?? entry['statusMessages'] ?? null);
  return new Map(
    stated.slice(0, 256).flatMap((each): [number, string][] => {
      const status = textOf(each['status']);
      const message = textOf(each['message']);
      const number = status !== null && /^(0x[\da-f]{1,8}|\d{1,10})$/i.test(status) ? Number(status) : null;
      return number === null || message === null ? [] : [[number, message.slice(0, 200)]];
    }),
  );
}

function subjectOf(json: JsonObject): JsonObject | undefined {
  return objectsOf(json['credentialSubject'])[0];
}

/** Whether the list is the one that was meant and serves the purpose; the finding that says not, else null. */
function misfitOf(json: JsonObject, reference: BitReference, terms: BitListTerms): Finding | null {
  const subject = subjectOf(json);
  const types = [...textsOf(json['type']), ...textsOf(subject?.['type'])];
  if (json['id'] !== reference.list) return unusable('its id is another one');
  if (!types.some((type) => terms.listTypes.includes(type))) return unusable('it is no status list of this kind');
  if (terms.purpose === null && !textsOf(subject?.['statusPurpose']).includes(reference.purpose)) {
    return unusable('it serves another purpose');
  }
  const size = subject?.['statusSize'];
  return size !== undefined && size !== reference.size ? unusable('its entries have another size') : null;
}

function startOf({ json, claimedStart }: ProvenStatusList): Instant | null {
  return textOf(json['validFrom']) ?? textOf(json['issuanceDate']) ?? textOf(json['issued']) ?? claimedStart;
}

/** The default of five minutes for a list without `ttl` is left out: it is meant for those who can fetch it again. */
function datesOf(list: ProvenStatusList): Parameters<typeof ageOf>[0] {
  const { json, claimedEnds } = list;
  const ttl = subjectOf(json)?.['ttl'];
  return {
    from: startOf(list),
    until: [textOf(json['validUntil']), textOf(json['expirationDate']), ...claimedEnds],
    ttl: typeof ttl === 'number' && ttl >= 0 ? ttl : null,
  };
}

/** Purposes for which a status other than 0 takes the credential back. */
const TAKEN_BACK: Readonly<Record<string, 'revoked' | 'suspended'>> = {
  revocation: 'revoked',
  suspension: 'suspended',
};

/** A bit that is set counts even on an old list. What a purpose means that the W3C did not define is not guessed. */
function findingOf(value: number, reference: BitReference, { asOf, stale }: ListAge): Finding {
  const { purpose, messages } = reference;
  const evidence = { date: asOf, purpose };
  const takenBack = Object.hasOwn(TAKEN_BACK, purpose) ? TAKEN_BACK[purpose] : undefined;
  if (takenBack !== undefined) {
    if (value !== 0) return { code: takenBack, evidence, asOf };
    return { code: stale ? 'status-list-stale' : 'status-clear', evidence, asOf };
  }
  if (purpose === 'refresh') return { code: value === 0 ? 'status-current' : 'status-outdated', evidence, asOf };
  const message = messages.get(value) ?? `no words for the value ${value}`;
  return { code: 'status-message', evidence: { ...evidence, value, message }, asOf };
}
