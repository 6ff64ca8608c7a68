import type { Json, JsonObject } from '../../../../shared/model/json.ts';
import type { MissingTrustData } from '../../../../shared/model/trust.ts';
import { idOf, isList, isObject, objectsOf, textOf, textsOf, valuesOf } from '../json-fields.ts';
import { createPersonalData, type PersonalData } from './personal-data.ts';

/** Something outside a credential that its verification rests on. */
export type TrustReference = Pick<MissingTrustData, 'kind' | 'id'>;

/** Reads the claims of a compact JWT without checking it; null where it is none. */
export type ReadJwt = (compact: string) => JsonObject | null;

/**
 * What a decoded credential refers to: the documents of its issuer and endorsers, status lists, contexts, schemas.
 * Members of a record are credentials of their own and are not looked into. Never personal data: an address that
 * carries an e-mail address, an identifier of the subject or the credential, or a name, is left out.
 */
export function referencesOf(credential: JsonObject, readJwt: ReadJwt): readonly TrustReference[] {
  const personal = createPersonalData(credential);
  const references = [credential, ...endorsementsIn(credential, readJwt)].flatMap((each) =>
    referencesOfOne(each, personal),
  );
  const byText = new Map(references.map((reference) => [`${reference.kind} ${reference.id}`, reference]));
  return [...byText.values()];
}

/** Longer addresses are no addresses of documents. */
const MAXIMUM_LENGTH = 2048;

function referencesOfOne(json: JsonObject, personal: PersonalData): readonly TrustReference[] {
  const issuers = [idOf(json['issuer']), textOf(json['iss']), ...badgeIssuers(json)];
  const found: readonly TrustReference[] = [
    ...issuers.flatMap((id) => issuerReference(id)),
    ...statusLists(json).map((id) => ({ kind: 'status-list', id }) as const),
    ...contextsOf(json).map((id) => ({ kind: 'context', id }) as const),
    ...valuesOf(json['credentialSchema']).flatMap((schema) => asReference('schema', idOf(schema))),
  ];
  return found.filter(({ id }) => isAddress(id) && !personal.standsIn(id));
}

function issuerReference(id: string | null): readonly TrustReference[] {
  return asReference(id?.startsWith('did:web:') === true ? 'did-document' : 'issuer', id);
}

function asReference(kind: TrustReference['kind'], id: string | null): readonly TrustReference[] {
  return id === null ? [] : [{ kind, id }];
}

/** Only what a document can be found under: URLs and did:web. Keys that are ids need nothing, made-up ids give nothing. */
function isAddress(id: string): boolean {
  return id.length <= MAXIMUM_LENGTH && /^(?:https?:\/\/|did:web:)[\x21-\x7e]+$/i.test(id);
}

/** Open Badges 2.0: the issuer stands in the badge class. */
function badgeIssuers(json: JsonObject): readonly (string | null)[] {
  return objectsOf(json['badge']).map((badge) => idOf(badge['issuer']));
}

/** Where each known status mechanism names its list. */
function statusLists(json: JsonObject): readonly string[] {
  const entries = objectsOf(json['credentialStatus']);
  const named = entries.flatMap((entry) => [
    ...textsOf(entry['statusListCredential']),
    ...textsOf(entry['revocationListCredential']),
    // 1EdTech Revocation List: the entry's id is the list.
    ...(textsOf(entry['type']).includes('1EdTechRevocationList') ? textsOf(entry['id']) : []),
    ...tokenLists(entry),
  ]);
  return [...named, ...objectsOf(json['status']).flatMap(tokenLists)];
}

/** Token Status List: `{ status_list: { idx, uri } }`. */
function tokenLists(status: JsonObject): readonly string[] {
  return objectsOf(status['status_list']).flatMap((list) => textsOf(list['uri']));
}

function contextsOf(json: JsonObject): readonly string[] {
  return [json, ...objectsOf(json['proof'])].flatMap((each) => textsOf(each['@context']));
}

function endorsementsIn(value: Json, readJwt: ReadJwt, depth = 0): readonly JsonObject[] {
  if (depth > MAXIMUM_DEPTH) return [];
  if (isList(value)) return value.flatMap((item) => endorsementsIn(item, readJwt, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): readonly JsonObject[] => {
    if (name === 'endorsement') return objectsOf(inner);
    if (name === 'endorsementJwt')
      return textsOf(inner)
        .map(readJwt)
        .filter((json) => json !== null);
    return name === 'verifiableCredential' || name === 'proof' ? [] : endorsementsIn(inner, readJwt, depth + 1);
  });
}

/** As deep as endorsements are verified (adapters/verification/endorsements.ts). */
const MAXIMUM_DEPTH = 12;
