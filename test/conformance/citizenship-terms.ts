import type { JsonObject } from '../../shared/model/json.ts';

/**
 * The terms that the W3C's employment and residence vectors use, and their IRIs, as the vectors' canonical statements
 * show them. No package carries that vocabulary (https://w3id.org/citizenship/v4rc1), so the vectors are judged with it
 * in an issuer pack, which is how a vocabulary reaches Tessera that it doesn't carry.
 */
const VOCABULARY = 'https://w3id.org/citizenship#';
const SCHEMA_ORG = 'https://schema.org/';

const own = (name: string): JsonObject => ({ '@id': `${VOCABULARY}${name}` });
const shared = (name: string): JsonObject => ({ '@id': `${SCHEMA_ORG}${name}` });
const dated = (iri: string): JsonObject => ({ '@id': iri, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' });

export const CITIZENSHIP_URL = 'https://w3id.org/citizenship/v4rc1';

export const CITIZENSHIP_TERMS: JsonObject = {
  '@context': {
    '@protected': true,
    EmployablePerson: own('EmployablePerson'),
    EmploymentAuthorizationDocument: own('EmploymentAuthorizationDocument'),
    EmploymentAuthorizationDocumentCredential: own('EmploymentAuthorizationDocumentCredential'),
    PermanentResident: own('PermanentResident'),
    PermanentResidentCard: own('PermanentResidentCard'),
    PermanentResidentCardCredential: own('PermanentResidentCardCredential'),
    Person: shared('Person'),
    additionalName: shared('additionalName'),
    birthCountry: own('birthCountry'),
    birthDate: dated(`${SCHEMA_ORG}birthDate`),
    commuterClassification: own('commuterClassification'),
    employmentAuthorizationDocument: { ...own('employmentAuthorizationDocument'), '@type': '@id' },
    familyName: shared('familyName'),
    gender: shared('gender'),
    givenName: shared('givenName'),
    identifier: shared('identifier'),
    image: { ...shared('image'), '@type': '@id' },
    lprCategory: own('lprCategory'),
    lprNumber: own('lprNumber'),
    permanentResidentCard: { ...own('permanentResidentCard'), '@type': '@id' },
    residentSince: dated(`${VOCABULARY}residentSince`),
  },
};
