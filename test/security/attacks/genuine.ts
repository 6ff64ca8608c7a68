import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { awardCredential, type Award } from '../../fixtures/content/award.ts';
import { PEOPLE, type Person } from '../../fixtures/content/candidates.ts';
import { holderOf, subjectOf } from '../../fixtures/content/hand-over.ts';
import { ISSUERS, issuerProfile } from '../../fixtures/content/issuers.ts';
import { utf8 } from '../../fixtures/content/secure.ts';
import { goodStatus } from '../../fixtures/content/status-lists.ts';
import { changed, THIEF } from '../../fixtures/content/wrong-case.ts';
import { signCredential, type Signer } from '../../fixtures/signing/data-integrity.ts';
import { openBadgePayload, signJwt } from '../../fixtures/signing/jwt.ts';
import { base64url, didKey, ed25519TestKey } from '../../fixtures/signing/keys.ts';
import { SEAGLASS, SEAGLASS_KEYS, SEAGLASS_NAME } from './trust.ts';

/** Paths into an achievement credential. */
export const SUBJECT = ['credentialSubject'] as const;
export const ACHIEVEMENT = ['credentialSubject', 'achievement'] as const;

export const CREATED = '2026-08-01T09:00:00Z';
export const OWNER: Person = PEOPLE[0] ?? never();
const forgerKey = ed25519TestKey('forger');
/** Somebody with a key of their own, and no other. */
export const FORGER = { key: forgerKey, ...didKey(forgerKey) };
export const OWNER_KEY = holderOf(OWNER);
export const THIEF_KEY = holderOf(THIEF);

/** What every attack starts from: real credentials, each signed once by the one whose they are. */
export interface Genuine {
  /** eddsa-rdfc-2022 by Harbourlight College, with results, evidence, alignments and a clear status. */
  readonly badge: JsonObject;
  /** The same words without a proof. */
  readonly plain: JsonObject;
  /** The same as a token, EdDSA. */
  readonly token: string;
  readonly payload: JsonObject;
  /** Another credential of the same issuer and person. */
  readonly other: JsonObject;
  readonly otherToken: string;
  /** The same achievement, awarded to somebody else. */
  readonly somebodyElses: JsonObject;
  readonly somebodyElsesToken: string;
  /** A credential of Seaglass College, signed with its current key. */
  readonly seaglass: (changes?: JsonObject, by?: Signer, created?: string) => Promise<JsonObject>;
  readonly seaglassToken: (changes?: JsonObject, by?: Signer, header?: JsonObject, claims?: JsonObject) => string;
  /** Harbourlight's own signature over changed words: what the issuer could have signed, and never did. */
  readonly asIssuer: (json: JsonObject, created?: string) => Promise<JsonObject>;
}

const AWARD: Award = {
  definition: 'wound-care',
  on: '2024-03-15',
  narrative: 'Dressed forty wounds under observation, in homes between Orréfjord and Skagnes.',
  evidence: ['Photographs of healing, with consent.'],
};

let made: Promise<Genuine> | null = null;

/** The genuine specimens; signed once in a process. */
export function genuineSpecimens(): Promise<Genuine> {
  return (made ??= makeGenuine());
}

async function makeGenuine(): Promise<Genuine> {
  const status = goodStatus('harbourlight', AWARD.definition);
  const award: Award = status === undefined ? AWARD : { ...AWARD, status };
  const plain = awardCredential(award, subjectOf(OWNER), OWNER.ref, '2.0');
  const sign = (json: JsonObject, created = CREATED): Promise<JsonObject> =>
    signCredential(json, ISSUERS.harbourlight.proof, 'eddsa-rdfc-2022', created);
  const otherPlain = awardCredential(
    { definition: 'elder-care', on: '2023-05-10' },
    subjectOf(OWNER),
    OWNER.ref,
    '2.0',
  );
  const elsewhere = awardCredential(award, { id: THIEF_KEY.did }, 'somebody else', '2.0');
  const tokenOf = (json: JsonObject): string => signJwt(openBadgePayload(json), ISSUERS.harbourlight.token);
  return {
    badge: await sign(plain),
    plain,
    token: tokenOf(plain),
    payload: openBadgePayload(plain),
    other: await sign(otherPlain),
    otherToken: tokenOf(otherPlain),
    somebodyElses: await sign(elsewhere),
    somebodyElsesToken: tokenOf(elsewhere),
    seaglass: (changes = {}, by = SEAGLASS_KEYS.current, created = CREATED) =>
      signCredential(seaglassBadge(changes), by, 'eddsa-rdfc-2022', created),
    seaglassToken: (changes = {}, by = SEAGLASS_KEYS.current, header = {}, claims = {}) =>
      signJwt({ ...openBadgePayload(seaglassBadge(changes)), ...claims }, by, header),
    asIssuer: sign,
  };
}

/** A badge of Seaglass College for the owner, without a proof. */
export function seaglassBadge(changes: JsonObject = {}): JsonObject {
  const plain = awardCredential({ definition: 'first-aid', on: '2026-02-02' }, subjectOf(OWNER), OWNER.ref, '2.0');
  const profile = { ...issuerProfile(ISSUERS.harbourlight), id: SEAGLASS, name: SEAGLASS_NAME };
  return { ...plain, issuer: profile, ...changes };
}

/** A deep copy with the value at the path replaced; throws where the path leads nowhere. */
export function withValue(json: JsonObject, path: readonly (string | number)[], value: unknown): JsonObject {
  return changed(json, path, value);
}

/** The copy of an object without one of its members. */
export function without(json: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(json).filter(([each]) => each !== name));
}

/** The value at a path; throws where there is none. */
export function valueAt(json: JsonObject, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((value, step) => {
    const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    if (member === undefined) throw new Error(`Nothing at ${path.join('/')}`);
    return member as Json;
  }, json);
}

export function objectAt(json: JsonObject, path: readonly (string | number)[]): JsonObject {
  const value = valueAt(json, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`No object at ${path.join('/')}`);
  return value as JsonObject;
}

/** A token with another header or payload under the unchanged signature. Texts are put in as they are. */
export function retold(
  token: string,
  parts: { readonly header?: string | JsonObject; readonly payload?: string | JsonObject },
): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const part = (given: string | JsonObject | undefined, kept: string): string =>
    given === undefined ? kept : base64url(utf8(typeof given === 'string' ? given : JSON.stringify(given)));
  return [part(parts.header, header), part(parts.payload, payload), signature].join('.');
}

/** A token of any header and payload texts, signed as they stand. */
export function signText(header: string | JsonObject, payload: string | JsonObject, by: Signer): string {
  const text = (value: string | JsonObject): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const input = [header, payload].map((part) => base64url(utf8(text(part)))).join('.');
  return `${input}.${base64url(by.key.sign(utf8(input)))}`;
}

function never(): never {
  throw new Error('The pool is empty');
}
