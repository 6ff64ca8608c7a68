import { gzipSync } from 'node:zlib';
import type { JsonObject } from '../../../shared/model/json.ts';
import { signCredential, type Signer } from '../../fixtures/signing/data-integrity.ts';
import { CREDENTIALS_V2 } from '../../fixtures/signing/contexts.ts';
import { base64url, didKey, ed25519TestKey } from '../../fixtures/signing/keys.ts';
import { changed } from '../../fixtures/content/wrong-case.ts';

const HOME = 'https://seaglass.example/status';

/** Where each list stands, by what is the matter with it. */
export const LISTS = {
  good: `${HOME}/good`,
  suspension: `${HOME}/suspension`,
  /** Ended in 2025. */
  expired: `${HOME}/expired`,
  /** A day to live, since January 2025. */
  past: `${HOME}/past`,
  /** Begins in 2027. */
  future: `${HOME}/future`,
  /** Its bits were changed after signing. */
  forged: `${HOME}/forged`,
  /** Signed by a stranger in the college's name. */
  stranger: `${HOME}/stranger`,
  unsigned: `${HOME}/unsigned`,
  /** Of another issuer of the pack. */
  foreign: `${HOME}/foreign`,
  /** Names another address as its own. */
  misplaced: `${HOME}/misplaced`,
  /** Some hundred kilobytes that become a gigabyte. */
  bomb: `${HOME}/bomb`,
  garbage: `${HOME}/garbage`,
  plain: `${HOME}/plain`,
  tiny: `${HOME}/tiny`,
  /** In no pack. */
  unreachable: `${HOME}/unreachable`,
} as const;
export type ListName = keyof typeof LISTS;

/** The place whose bit is set on every list that has bits. */
export const SET_INDEX = 4_242;
const ENTRIES = 131_072;

/** The lists as a pack carries them, by address. */
export async function attackStatusLists(issuer: string, owner: Signer): Promise<Record<string, JsonObject>> {
  const stranger = ed25519TestKey('forger');
  const signed = (name: ListName, parts: ListParts = {}): Promise<JsonObject> => signList(name, issuer, owner, parts);
  const good = await signed('forged');
  const cleared = ['credentialSubject', 'encodedList'];
  const other = didKey(ed25519TestKey('quillwater'));
  const unsigned = listCredential('unsigned', issuer, {});
  const lists: Record<Exclude<ListName, 'unreachable'>, JsonObject> = {
    good: await signed('good'),
    suspension: await signed('suspension', { purpose: 'suspension' }),
    expired: await signed('expired', { validUntil: '2025-12-31T00:00:00Z' }),
    past: await signed('past', { validFrom: '2025-01-15T06:00:00Z', ttl: 86_400_000 }),
    future: await signed('future', { validFrom: '2027-01-01T00:00:00Z' }),
    forged: changed(good, cleared, encoded(new Uint8Array(ENTRIES / 8))),
    stranger: await signList('stranger', issuer, { ...owner, key: stranger }, {}),
    unsigned,
    foreign: await signList('foreign', other.did, { key: ed25519TestKey('quillwater'), ...other }, {}),
    misplaced: await signed('misplaced', { id: `${HOME}/elsewhere` }),
    bomb: await signed('bomb', { encodedList: `u${base64url(bomb())}` }),
    garbage: await signed('garbage', { encodedList: 'u!!!! no bits at all' }),
    plain: await signed('plain', { encodedList: `u${base64url(new Uint8Array(ENTRIES / 8))}` }),
    tiny: await signed('tiny', { encodedList: encoded(new Uint8Array(2)) }),
  };
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [LISTS[name as ListName], list]));
}

interface ListParts {
  readonly id?: string;
  readonly purpose?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly ttl?: number;
  readonly encodedList?: string;
}

function signList(name: ListName, issuer: string, by: Signer, parts: ListParts): Promise<JsonObject> {
  const list = listCredential(name, issuer, parts);
  return signCredential({ ...list, ...validUntil(parts) }, by, 'eddsa-rdfc-2022', '2025-01-15T06:00:00Z');
}

function validUntil(parts: ListParts): JsonObject {
  return parts.validUntil === undefined ? {} : { validUntil: parts.validUntil };
}

function listCredential(name: ListName, issuer: string, parts: ListParts): JsonObject {
  const bits = new Uint8Array(ENTRIES / 8);
  bits[SET_INDEX >> 3] = 0x80 >> (SET_INDEX & 7);
  return {
    '@context': [CREDENTIALS_V2],
    id: parts.id ?? LISTS[name],
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: parts.validFrom ?? '2025-01-15T06:00:00Z',
    credentialSubject: {
      id: `${LISTS[name]}#list`,
      type: 'BitstringStatusList',
      statusPurpose: parts.purpose ?? 'revocation',
      encodedList: parts.encodedList ?? encoded(bits),
      ttl: parts.ttl ?? 10 * 365 * 86_400_000,
    },
  };
}

const encoded = (bits: Uint8Array): string => `u${base64url(gzipSync(bits))}`;

/** A gzip file may have many members, so a gigabyte of zeros need not be packed by the test. */
function bomb(): Uint8Array {
  const member = gzipSync(new Uint8Array(16 * 1024 * 1024), { level: 9 });
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}
