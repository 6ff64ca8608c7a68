import type { NamedFile } from '../../main/core/ports.ts';
import type { Json, JsonObject } from '../../shared/model/json.ts';
import type { Award } from '../fixtures/content/award.ts';
import { PEOPLE, type Form, type Person } from '../fixtures/content/candidates.ts';
import { holderOf, signRecord, subjectOf } from '../fixtures/content/hand-over.ts';
import { secureAward, utf8, type Secured } from '../fixtures/content/secure.ts';
import { goodStatus } from '../fixtures/content/status-lists.ts';
import { bakePng, bakeSvg } from '../fixtures/signing/bake.ts';
import { drawBadgePng, drawBadgeSvg } from '../fixtures/signing/draw-badge.ts';
import { base64url } from '../fixtures/signing/keys.ts';
import { presentJson, presentJwt } from '../fixtures/signing/presentation.ts';

/** A genuine file of one container, and a way to put changed JSON under its unchanged signature. */
export interface Specimen {
  readonly name: string;
  /** What is signed: the credential or presentation with its proof, or a token's payload. */
  readonly json: JsonObject;
  build(json: JsonObject): NamedFile;
}

const HOLDER: Person = PEOPLE[0] ?? never();
const CREATED = '2026-08-01T09:00:00Z';
const LOOK = { ground: [10, 20, 30], mark: [200, 210, 220], points: 5 } as const;

/** One specimen of every container and suite of the pool. */
export async function makeSpecimens(): Promise<Specimen[]> {
  const wound = await secure('wound-care', 'json');
  const guild = await secure('welding', 'json-1.1');
  const token = await secure('sql-practitioner', 'jwt');
  const small = await secure('dementia', 'json');
  return [
    json('JSON, eddsa-rdfc-2022', object(wound)),
    json('JSON, Ed25519Signature2020', object(guild)),
    jwt('VC-JWT, ES256', text(token)),
    jwt('VC-JWT, EdDSA', text(await secure('machine-learning', 'jwt'))),
    jwt('VC-JWT, RS256', text(await secure('nurse-licence', 'jwt'))),
    jwt('VC-JWT with a vc claim', text(await secure('dashboards', 'jwt-1.1'))),
    baked('PNG with JSON', object(wound), png),
    baked('SVG with JSON', object(wound), svg),
    bakedToken('PNG with a token', text(token), png),
    bakedToken('SVG with a token', text(token), svg),
    json('presentation', await presentJson([small, token], holderOf(HOLDER), CREATED, 'nonce')),
    jwt('presentation as a token', presentJwt([small, token], holderOf(HOLDER), CREATED, 'nonce')),
    json('learner record', object(await signRecord(withAwards(), [small, token], 'proof'))),
    jwt('learner record as a token', text(await signRecord(withAwards(), [small, token], 'token'))),
  ];
}

/** A genuine credential of the first person of the pool. */
export function secure(definition: Award['definition'], form: Form): Promise<Secured> {
  const status = form === 'json' ? goodStatus('harbourlight', definition) : undefined;
  const award = { definition, on: '2024-03-15', ...(status && definition === 'wound-care' ? { status } : {}) };
  return secureAward(award, form, subjectOf(HOLDER), HOLDER.ref);
}

export function object(secured: Secured): JsonObject {
  if (typeof secured === 'string') throw new Error('Expected JSON');
  return secured;
}

export function text(secured: Secured): string {
  if (typeof secured !== 'string') throw new Error('Expected a token');
  return secured;
}

export const jsonOf = (name: string, value: JsonObject): NamedFile => ({ name, bytes: utf8(JSON.stringify(value)) });
export const textOf = (name: string, value: string): NamedFile => ({ name, bytes: utf8(value) });
export const png = (credential: string): NamedFile => ({
  name: 'badge.png',
  bytes: bakePng(drawBadgePng(LOOK), credential),
});
export const svg = (credential: string): NamedFile =>
  textOf('badge.svg', bakeSvg(drawBadgeSvg(LOOK, 'Badge'), credential));

/** Every path that ends in a string, number or boolean. */
export function leavesOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => leavesOf(item, [...path, index]));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
  }
  return [path];
}

function json(name: string, signed: JsonObject): Specimen {
  return { name, json: signed, build: (changed) => jsonOf('credential.json', changed) };
}

function baked(name: string, signed: JsonObject, bake: (credential: string) => NamedFile): Specimen {
  return { name, json: signed, build: (changed) => bake(JSON.stringify(changed)) };
}

function jwt(name: string, token: string): Specimen {
  return bakedToken(name, token, (changed) => textOf('credential.jwt', changed));
}

function bakedToken(name: string, token: string, bake: (credential: string) => NamedFile): Specimen {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return {
    name,
    json: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    // The untouched payload keeps its bytes, so that the unchanged specimen is the genuine one.
    build: (changed) => bake([header, base64url(utf8(JSON.stringify(changed))), signature].join('.')),
  };
}

const withAwards = (): Person => ({
  ...HOLDER,
  awards: [
    { definition: 'dementia', on: '2024-03-15', form: 'json' },
    { definition: 'food-bank', on: '2024-03-15', form: 'json' },
  ],
});

function never(): never {
  throw new Error('The pool is empty');
}
