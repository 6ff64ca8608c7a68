import type { FoundCredential, Securing } from '../../core/credentials/found-credential.ts';
import type { EndorsementFacts } from '../../core/verification/facts.ts';
import { idOf, isList, isObject, objectsOf, textOf, textsOf, valuesOf } from '../../core/verification/json-fields.ts';
import type { JsonPointer } from '../../../shared/model/ids.ts';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { parseCompactJwt } from './parse-compact-jwt.ts';

/** Something that can be endorsed, as the credential describes it. */
export interface EndorsedThing {
  readonly kind: NonNullable<EndorsementFacts['of']>;
  readonly id: string;
  /** Null where only its id is given. */
  readonly json: JsonObject | null;
}

/** An endorsement where it stands, with what it may speak of there. */
export interface PlacedEndorsement {
  /** Null where it can't be read. */
  readonly json: JsonObject | null;
  readonly securing: Securing;
  /** Null where it stands beside the credential. */
  readonly pointer: JsonPointer | null;
  readonly endorsable: readonly EndorsedThing[];
}

/**
 * Every endorsement in a credential. One at the top may speak of the credential and of all that it names; one inside
 * an achievement or a profile only of that (Open Badges 3.0 §B.1, `endorsement`).
 */
export function findEndorsements(credential: JsonObject): readonly PlacedEndorsement[] {
  if (!isEndorsed(credential, 0)) return [];
  const found = placesIn(credential, '', 0);
  if (found.length === 0) return [];
  const all = thingsIn(credential);
  return found.flatMap(({ holder, pointer }) => {
    const id = textOf(holder['id']);
    const endorsable = holder === credential ? all : all.filter((thing) => thing.id === id);
    return [
      ...valuesOf(holder['endorsement']).map((value, index) => ({
        ...asEmbedded(value),
        pointer: placeOf(`${pointer}/endorsement`, holder['endorsement'], index),
        endorsable,
      })),
      ...valuesOf(holder['endorsementJwt']).map((value, index) => ({
        ...asJwt(value),
        pointer: placeOf(`${pointer}/endorsementJwt`, holder['endorsementJwt'], index),
        endorsable,
      })),
    ];
  });
}

/** Those of the endorsements beside a credential that speak of something in it; the others are not its own. */
export function endorsementsFor(
  credential: JsonObject,
  beside: readonly FoundCredential[],
): readonly PlacedEndorsement[] {
  if (beside.length === 0) return [];
  const endorsable = thingsIn(credential);
  const isHere = (id: Json | undefined): boolean => endorsable.some((each) => each.id === id);
  return beside.flatMap(({ json, securing }) => {
    const subjects = objectsOf(json['credentialSubject']);
    const isMeant = subjects.some((subject) => isHere(subject['id']));
    return isMeant ? [{ json, securing, pointer: null, endorsable }] : [];
  });
}

interface Place {
  readonly holder: JsonObject;
  readonly pointer: JsonPointer;
}

/** Deeper than any standard nests what can be endorsed. */
const MAXIMUM_DEPTH = 12;

/** Most credentials have none: that is told without writing down a place for everything in them. */
function isEndorsed(value: Json, depth: number): boolean {
  if (depth > MAXIMUM_DEPTH) return false;
  if (isList(value)) return value.some((item) => isEndorsed(item, depth + 1));
  if (!isObject(value)) return false;
  if (value['endorsement'] !== undefined || value['endorsementJwt'] !== undefined) return true;
  for (const name in value) {
    if (!NOT_FOLLOWED.includes(name) && isEndorsed(value[name] ?? null, depth + 1)) return true;
  }
  return false;
}

function placesIn(value: Json, pointer: JsonPointer, depth: number): readonly Place[] {
  if (depth > MAXIMUM_DEPTH) return [];
  if (isList(value)) return value.flatMap((item, index) => placesIn(item, `${pointer}/${index}`, depth + 1));
  if (!isObject(value)) return [];
  const own = value['endorsement'] !== undefined || value['endorsementJwt'] !== undefined;
  const inner = Object.entries(value).flatMap(([name, member]) =>
    NOT_FOLLOWED.includes(name) ? [] : placesIn(member, `${pointer}/${escaped(name)}`, depth + 1),
  );
  return own ? [{ holder: value, pointer }, ...inner] : inner;
}

/** Members of a record are credentials of their own and are verified as such. */
const NOT_FOLLOWED: readonly string[] = ['verifiableCredential', 'proof', 'endorsement', 'endorsementJwt'];

function asEmbedded(value: Json): Pick<PlacedEndorsement, 'json' | 'securing'> {
  if (!isObject(value)) return { json: null, securing: { kind: 'none' } };
  return { json: value, securing: { kind: value['proof'] === undefined ? 'none' : 'embedded-proof' } };
}

function asJwt(value: Json): Pick<PlacedEndorsement, 'json' | 'securing'> {
  return (typeof value === 'string' ? parseCompactJwt(value) : null) ?? { json: null, securing: { kind: 'none' } };
}

function placeOf(pointer: JsonPointer, value: Json | undefined, index: number): JsonPointer {
  return isList(value) ? `${pointer}/${index}` : pointer;
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The credential, its issuer, its subjects, its achievements, and then every other profile that it names by an id. */
export function thingsIn(credential: JsonObject): readonly EndorsedThing[] {
  const subjects = objectsOf(credential['credentialSubject']);
  const achievements = subjects.flatMap((subject) => valuesOf(subject['achievement']));
  const named = [
    thing('credential', credential),
    ...valuesOf(credential['issuer']).flatMap((issuer) => thing('issuer', issuer)),
    ...achievements.flatMap((achievement) => thing('achievement', achievement)),
    ...subjects.flatMap((subject) => thing('subject', subject)),
  ].flat();
  const known = new Set(named.map(({ id }) => id));
  return [...named, ...profilesIn(credential, 0).filter(({ id }) => !known.has(id))];
}

function profilesIn(value: Json, depth: number): readonly EndorsedThing[] {
  if (depth > MAXIMUM_DEPTH) return [];
  if (isList(value)) return value.flatMap((item) => profilesIn(item, depth + 1));
  if (!isObject(value)) return [];
  const own = textsOf(value['type']).includes('Profile') ? thing('profile', value) : [];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    NOT_FOLLOWED.includes(name) ? [] : profilesIn(member, depth + 1),
  );
  return [...own, ...inner];
}

function thing(kind: EndorsedThing['kind'], value: Json): readonly EndorsedThing[] {
  const id = idOf(value);
  return id === null ? [] : [{ kind, id, json: isObject(value) ? value : null }];
}
