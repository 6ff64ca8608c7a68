import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import { idOf, isList, isObject, objectsOf, textOf } from '../json-fields.ts';

/** What tells a person apart in one credential, to keep it out of lists that leave the machine. */
export interface PersonalData {
  /** True where an address carries an e-mail address, an identifier of the subject or the credential, or a name. */
  readonly standsIn: (address: string) => boolean;
}

/** Collects the ids, e-mail addresses and names of a credential's subject and holder, and the credential's own id. */
export function createPersonalData(credential: JsonObject): PersonalData {
  const people = [...objectsOf(credential['credentialSubject']), ...objectsOf(credential['recipient'])];
  const holders = [idOf(credential['holder']), textOf(credential['sub'])];
  const own = [textOf(credential['id']), textOf(credential['jti'])];
  const ids = [...people.map((person) => textOf(person['id'])), ...holders, ...own, ...people.flatMap(identifiersOf)];
  const marks = new Set(ids.filter((id) => id !== null).flatMap(marksOf));
  const names = new Set([...people, credential].flatMap(namesOf).flatMap(wordsOf));
  return {
    standsIn(address) {
      const plain = decoded(address);
      if (plain.includes('@')) return true;
      if ([...marks].some((mark) => plain.includes(mark))) return true;
      return wordsOf(placeOf(plain)).some((word) => names.has(word));
    },
  };
}

/** A person's own identifiers: Open Badges identity objects, and what other vocabularies call one. */
function identifiersOf(person: JsonObject): readonly (string | null)[] {
  const objects = [...objectsOf(person['identifier']), person];
  return objects.flatMap((each) => IDENTIFIERS.map((name) => textOf(each[name])));
}

const IDENTIFIERS = ['identityHash', 'identity', 'identifier', 'email', 'telephone', 'studentId', 'hashed'];
const NAMES = ['name', 'givenName', 'familyName', 'additionalName', 'fullName', 'given_name', 'family_name'];

/** Names of people: those of a subject that is a person and not what it achieved, and those that stand as claims. */
function namesOf(json: JsonObject): readonly string[] {
  const isCredential = json['credentialSubject'] !== undefined;
  // The name of a credential is that of the award, and may well stand in the address of its schema.
  const names = isCredential ? NAMES.filter((name) => name !== 'name') : NAMES;
  return names.flatMap((name) => textsIn(json[name]));
}

function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** An id, and its last part where that alone tells it apart (a UUID, a number of many digits). */
function marksOf(id: string): readonly string[] {
  const plain = decoded(id);
  const last = plain.split(/[:/?#=]/).findLast((part) => part !== '') ?? '';
  const hasPlace = !/^https?:\/\/[^/]*\/?$/.test(plain) && plain.length >= SHORTEST_ID;
  return [...(hasPlace ? [plain] : []), ...(last.length >= SHORTEST_PART && /\d/.test(last) ? [last] : [])];
}

const SHORTEST_ID = 6;
const SHORTEST_PART = 6;
const SHORTEST_WORD = 3;

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.filter((word) => word.length >= SHORTEST_WORD) ?? []
  );
}

/** The part of an address behind its host, in which names of people can stand. */
function placeOf(address: string): string {
  return address.replace(/^(?:https?:\/\/[^/?#]*|did:web:[^:]*)/, '');
}

/** Lower case and without escapes, so that neither hides anything. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}
