import { objectsOf, textOf } from '../../core/verification/json-fields.ts';
import type { SubjectDifference } from '../../core/verification/facts.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { compareIdentifiers, hashedIdentities, plainAddresses } from './subject-identifiers.ts';

/**
 * By what a member of a record names somebody else than the record does (Comprehensive Learner Record 2.0: the credentials
 * in it are those of its one subject). Only what is named in the same way can differ: an identifier of one kind says
 * nothing against one of another kind, or against an address. What agrees in one way is the same person.
 * @returns null where both name the same person, or where that can't be told.
 */
export function differenceFromRecord(member: JsonObject, record: JsonObject): SubjectDifference | null {
  const [ids, recordIds] = [subjectIds(member), subjectIds(record)];
  const addresses = compareAddresses(member, record);
  if (ids.some((id) => recordIds.includes(id)) || addresses === 'same') return null;
  const kinds = new Set(recordIds.map(kindOf));
  if (ids.some((id) => kinds.has(kindOf(id)))) return 'identifier';
  return addresses === 'different' ? 'email' : null;
}

/** Without what points into a document: the key of a person is that person. An address is compared as one. */
function subjectIds(credential: JsonObject): readonly string[] {
  return objectsOf(credential['credentialSubject'])
    .flatMap(({ id }) => textOf(id) ?? [])
    .map((id) => (/^did:/i.test(id) ? (id.split('#', 1)[0] ?? id) : id))
    .filter((id) => kindOf(id) !== 'mailto');
}

/** The scheme: two of one scheme can be held against each other. */
function kindOf(id: string): string {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(id)?.[1]?.toLowerCase() ?? '';
  return scheme === 'https' ? 'http' : scheme;
}

/** A hash is compared with the plain addresses of the other side; two hashes only say something where they are equal. */
function compareAddresses(member: JsonObject, record: JsonObject): 'same' | 'different' | null {
  const known = hashedIdentities(record);
  const compared = [
    ...compareIdentifiers(member, { emails: plainAddresses(record), subjectIds: [] }),
    ...compareIdentifiers(record, { emails: plainAddresses(member), subjectIds: [] }),
  ].map(({ matches }) => matches);
  if (compared.includes(true) || hashedIdentities(member).some((identity) => known.includes(identity))) return 'same';
  return compared.includes(false) ? 'different' : null;
}
